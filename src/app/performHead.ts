import type { LaneName } from '../domain/effect';
import { laneDueAt, LONGEST_DELAY_MS } from '../domain/rules/lanes';
import { loadThread, NOTHING, type HeadKey } from '../storage/threads';
import { loadPressure } from '../storage/pressure';
import { parseHeadKey } from '../storage/keys';
import type { App } from './call';
import { performLane } from './performLane';
import { runTurn } from './runTurn';
import type { Thread } from '../domain/thread';

/**
 * Does what a head has to do in these lanes, side by side: none waits for another; while Jira's budget is spent
 * only messages go out. Answers when somebody must look again, and whether files wait in a lane that was not asked for.
 * What is due later than a doorbell can wait is left to the sweep: each doorbell would ring until then, every quarter of an hour.
 */
export async function performHead(
  app: App,
  headKey: string,
  lanes: readonly LaneName[],
): Promise<{ againInSeconds?: number; files?: true }> {
  const key = parseHeadKey(headKey);
  const [thread, pressure] = await Promise.all([timelyThread(app, key, lanes), loadPressure(app.ports)]);
  const target: HeadKey = { project: key.project, contact: thread.head.contact };
  const now = app.ports.clock.now();
  const work = async (lane: LaneName): Promise<number | undefined> => {
    const due = laneDueAt(thread.head.lanes[lane]);
    if (due === undefined) return undefined;
    const startsAt = Math.max(due, lane !== 'phone' && pressure.level === 2 ? pressure.until : 0);
    if (startsAt > now) return startsAt;
    return performLane(app, { key: target, lane, performer: { owner: app.ports.ids.next() } });
  };
  const outcomes = await Promise.all(lanes.map(work));
  const dues = [...outcomes, ...(lanes.includes('jira') ? timersOf(thread) : [])].filter((due) => due !== undefined);
  const files = !lanes.includes('media') && (laneDueAt(thread.head.lanes.media) ?? Infinity) <= now;
  const waitMs = Math.min(...dues) - app.ports.clock.now();
  const againInSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return { ...(waitMs <= LONGEST_DELAY_MS && { againInSeconds }), ...(files && { files }) };
}

/** The thread once its timers that are due have run. */
async function timelyThread(app: App, key: HeadKey, lanes: readonly LaneName[]): Promise<Thread> {
  const { thread } = await loadThread(app.ports.store, key, NOTHING);
  const now = app.ports.clock.now();
  if (!lanes.includes('jira') || timersOf(thread).every((at) => at > now)) return thread;
  const target = { project: key.project, contact: thread.head.contact };
  return runTurn(app, { key: target, events: [{ kind: 'time' }], performing: lanes });
}

const timersOf = ({ head }: Thread): readonly number[] => head.timers.map(({ at }) => at);
