import type { App } from './call';
import { performHead } from './performHead';
import { sideBySide } from './sideBySide';

const PAGE = 50;
/** More than one run can do; the next one begins with those that are due longest. */
const MOST = 500;
/** The sweep stops starting work this long before its function ends. */
const MARGIN_MS = 25_000;

/**
 * Finds heads that are due and that nobody was told of: a refused doorbell, a crashed performer. Some that stay due, because
 * they cannot be worked on, stand in nobody's way.
 */
export async function sweep(app: App): Promise<void> {
  const due = await dueHeads(app);
  let done = 0;
  await sideBySide(due, async (key) => {
    if (app.ports.clock.remainingMs() < MARGIN_MS) return;
    await performOne(app, key);
    done += 1;
  });
  if (due.length > 0) app.ports.log.info('swept', { found: due.length, done });
}

/** Found before the first is worked on: those that are done leave the list, and a page after them might begin too late. */
async function dueHeads({ ports: { store, clock } }: App): Promise<readonly string[]> {
  const until = new Date(clock.now()).toISOString();
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.query({ kind: 'due', until, limit: PAGE, ...(cursor && { cursor }) });
    keys.push(...page.rows.map(({ key }) => key));
    cursor = page.cursor;
  } while (cursor !== undefined && keys.length < MOST);
  return keys;
}

/** A head that cannot be worked on must not stop the others. */
async function performOne(app: App, key: string): Promise<void> {
  try {
    const { againInSeconds, files } = await performHead(app, key, ['phone', 'jira']);
    if (againInSeconds !== undefined) await app.ports.queue.push({ head: key }, againInSeconds);
    if (files) await app.ports.queue.push({ head: key, files }, 0);
  } catch (cause) {
    app.ports.log.error('sweep failed for a head', { why: cause instanceof Error ? cause.message : typeof cause });
  }
}
