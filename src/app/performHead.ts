import type { LaneName } from '../domain/effect';
import { laneDueAt } from '../domain/rules/lanes';
import { loadThread, NOTHING, type HeadKey } from '../storage/threads';
import { loadPressure } from '../storage/pressure';
import { parseHeadKey } from '../storage/keys';
import type { App } from './call';
import { performLane } from './performLane';
import { runTurn } from './runTurn';
import type { Thread } from '../domain/thread';

/**
 * Does what a head has to do, both lanes side by side: neither waits for the other; while Jira's budget is spent
 * only messages go out. Answers when somebody must look again.
 */
export async function performHead(app: App, headKey: string): Promise<{ againInSeconds?: number }> {
  const key = parseHeadKey(headKey);
  const [thread, pressure] = await Promise.all([timelyThread(app, key), loadPressure(app.ports)]);
  const target: HeadKey = { project: key.project, contact: thread.head.contact };
  const now = app.ports.clock.now();
  const work = async (lane: LaneName): Promise<number | undefined> => {
    const due = laneDueAt(thread.head.lanes[lane]);
    if (due === undefined) return undefined;
    const startsAt = Math.max(due, lane === 'jira' && pressure.level === 2 ? pressure.until : 0);
    if (startsAt > now) return startsAt;
    return performLane(app, { key: target, lane, performer: { owner: app.ports.ids.next() } });
  };
  const outcomes = await Promise.all(LANES.map(work));
  const dues = [...outcomes, ...timersOf(thread)].filter((due) => due !== undefined);
  if (dues.length === 0) return {};
  const waitMs = Math.min(...dues) - app.ports.clock.now();
  return { againInSeconds: Math.min(900, Math.max(1, Math.ceil(waitMs / 1_000))) };
}

/** The thread once its timers that are due have run. */
async function timelyThread(app: App, key: HeadKey): Promise<Thread> {
  const { thread } = await loadThread(app.ports.store, key, NOTHING);
  const now = app.ports.clock.now();
  if (timersOf(thread).every((at) => at > now)) return thread;
  const target = { project: key.project, contact: thread.head.contact };
  return runTurn(app, { key: target, events: [{ kind: 'time' }], performing: LANES });
}

const timersOf = ({ head }: Thread): readonly number[] => head.timers.map(({ at }) => at);

const LANES: readonly LaneName[] = ['phone', 'jira'];
