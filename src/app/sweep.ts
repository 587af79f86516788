import type { App } from './call';
import { performHead } from './performHead';

/** Heads looked at by one run; more come five minutes later. */
const PAGE = 50;
/** The sweep stops starting work this long before its function ends. */
const MARGIN_MS = 25_000;

/** Finds heads that are due and that nobody was told of: a refused doorbell, a crashed performer. */
export async function sweep(app: App): Promise<void> {
  const { store, clock, log } = app.ports;
  const until = new Date(clock.now()).toISOString();
  const { rows } = await store.query({ kind: 'due', until, limit: PAGE });
  let done = 0;
  for (const { key } of rows) {
    if (clock.remainingMs() < MARGIN_MS) break;
    await performOne(app, key);
    done += 1;
  }
  if (rows.length > 0) log.info('swept', { found: rows.length, done });
}

/** A head that cannot be worked on must not stop the others. */
async function performOne(app: App, key: string): Promise<void> {
  try {
    const { againInSeconds } = await performHead(app, key);
    if (againInSeconds !== undefined) await app.ports.queue.push({ head: key }, againInSeconds);
  } catch (cause) {
    app.ports.log.error('sweep failed for a head', { why: cause instanceof Error ? cause.message : typeof cause });
  }
}
