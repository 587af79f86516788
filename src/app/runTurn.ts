import type { ConversationEvent } from '../domain/event';
import type { LaneName } from '../domain/effect';
import { decide } from '../domain/decide';
import type { ProjectSettings } from '../domain/settings';
import { firstOf } from '../domain/rules/lanes';
import type { Thread } from '../domain/thread';
import { commitThread } from '../storage/commitThread';
import { loadMore, loadThread, type HeadKey, type Loaded } from '../storage/threads';
import { announce, ring } from './announce';
import type { App } from './call';
import { neededBesides, touchedBy } from './touched';

/** A turn that cannot be committed within this time is given up; the event comes again. */
const DEADLINE_MS = 8_000;
/** Refusals that did not move the head are tried again this often before they are believed. */
const REFUSALS = 2;
/** Events folded by one turn: with their messages and origins they fit one transaction of 25 operations. */
export const TURN_EVENTS = 10;

export type Turn = {
  readonly key: HeadKey;
  readonly events: readonly ConversationEvent[];
  /** The caller performs these lanes itself: no doorbell for them. */
  readonly performing?: readonly LaneName[];
  /** What must hold before the turn is committed, whatever becomes of it. May be done again; must not reject. */
  readonly before?: (settings: ProjectSettings) => Promise<void>;
};

/**
 * Takes events in: reads the head and what the events touch, decides, and commits in one transaction. Answers the
 * thread as committed. On any error of the transaction it reads again: `rev` moved = decide again.
 * @throws when the store refuses for good, or after 8 seconds.
 */
export const runTurn = async (app: App, turn: Turn): Promise<Thread> => (await takeTurn(app, turn)).thread;

/** The same, with the project's settings that it was decided by. @throws as `runTurn` does. */
export async function takeTurn(app: App, turn: Turn): Promise<Loaded> {
  const { store, clock, ids } = app.ports;
  const deadline = clock.now() + DEADLINE_MS;
  let loaded = await load(app, turn);
  const first = loaded.thread;
  await turn.before?.(loaded.settings);
  for (let refusals = 0; ;) {
    const before = loaded.thread;
    const after = decided(loaded, turn.events, clock.now());
    const { settings } = loaded;
    if (after === before) return { thread: await nothingNew(app, { first, now: before }, turn), settings };
    try {
      await commitThread(store, before, after);
      await announce(app, { before, after }, turn.performing);
      return { thread: committed(after), settings };
    } catch (cause) {
      // First the pause, then the read: what is decided next is decided on what is there then.
      await clock.sleep(10 + ids.below(140));
      loaded = await load(app, turn);
      refusals += moved(before, loaded.thread) ? 0 : 1;
      if (refusals > REFUSALS || clock.now() >= deadline) throw new Error('the turn could not be committed', { cause });
    }
  }
}

/** The head and all that these events touch, in one strong read; a second one for what only the head can tell. */
async function load(app: App, { key, events }: Turn): Promise<Loaded> {
  const { store } = app.ports;
  const loaded = await loadThread(store, key, touchedBy(events));
  const more = neededBesides(loaded.thread, events, loaded.settings);
  if (more.conversations.length + more.messages.length === 0) return loaded;
  return { ...loaded, thread: await loadMore(store, loaded.thread, more) };
}

const decided = ({ thread, settings }: Loaded, events: readonly ConversationEvent[], now: number): Thread =>
  events.reduce((current, event) => decide(current, event, { now, settings }), thread);

const moved = (before: Thread, now: Thread): boolean =>
  before.head.rev !== now.head.rev || before.contact.rev !== now.contact.rev;

/** The thread as it lies in the store now, so that a performer can go on with it. */
const committed = (after: Thread): Thread => ({ ...after, head: { ...after.head, rev: after.head.rev + 1 } });

/** Nothing is left to commit: the event is a repeated one, or an earlier try of this turn was committed and its answer lost. */
async function nothingNew(app: App, { first, now }: { first: Thread; now: Thread }, turn: Turn): Promise<Thread> {
  if (first === now) return ringAgain(app, now, turn);
  await announce(app, { before: first, after: now }, turn.performing);
  return now;
}

/** A repeated event finds its work done, or still waiting with nobody on it: then somebody is called once more. */
async function ringAgain(app: App, thread: Thread, { performing }: Turn): Promise<Thread> {
  const now = app.ports.clock.now();
  const isDue = (name: LaneName) => {
    const lane = thread.head.lanes[name];
    const first = firstOf(lane);
    return first !== undefined && (first.notBefore ?? 0) <= now && !(lane.lease && lane.lease.until > now);
  };
  if (performing) return thread;
  if (isDue('phone') || isDue('jira')) await ring(app, thread.head, { delayMs: 0 });
  if (isDue('media')) await ring(app, thread.head, { delayMs: 0, files: true });
  return thread;
}
