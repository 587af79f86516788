import type { ConnectionId } from '../domain/ids';
import { loadConnection } from '../storage/connections';
import { allConnections } from '../storage/roster';
import type { App } from './call';
import { checkHealth } from './checkHealth';
import { sideBySide } from './sideBySide';

/** A check waits 10 seconds for its answer and 5 for where webhooks go; the rest is left for keeping it. */
const MARGIN_MS = 20_000;

/**
 * Asks after every connection of the site. It begins anywhere in the list, so that of very many it is not always the same
 * ones for which there is no time.
 */
export async function checkConnections(app: App): Promise<void> {
  const ids = await allConnections(app.ports);
  const from = ids.length === 0 ? 0 : app.ports.ids.below(ids.length);
  await sideBySide([...ids.slice(from), ...ids.slice(0, from)], async (id) => {
    if (app.ports.clock.remainingMs() > MARGIN_MS) await checkOne(app, id);
  });
}

/** One that cannot be asked after must not stop the others. */
async function checkOne(app: App, id: ConnectionId): Promise<void> {
  try {
    const open = await loadConnection(app.ports, id, { fresh: true });
    if (open) await checkHealth(app, open);
  } catch (cause) {
    app.ports.log.error('check of a connection failed', {
      connection: id,
      why: cause instanceof Error ? cause.message : typeof cause,
    });
  }
}
