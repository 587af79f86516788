import type { LaneName } from '../domain/effect';
import { laneDueAt } from '../domain/rules/lanes';
import type { Lane } from '../domain/effect';
import { loadThread, NOTHING, type HeadKey } from '../storage/threads';
import { parseHeadKey } from '../storage/keys';
import type { App } from './call';
import { performLane } from './performLane';

/** Does what a head has to do, both lanes side by side: neither waits for the other. Answers when somebody must look again. */
export async function performHead(app: App, headKey: string): Promise<{ againInSeconds?: number }> {
  const key = parseHeadKey(headKey);
  const { thread } = await loadThread(app.ports.store, key, NOTHING);
  const target: HeadKey = { project: key.project, contact: thread.head.contact };
  const now = app.ports.clock.now();
  const outcomes = await Promise.all(
    LANES.map((lane) =>
      isDue(thread.head.lanes[lane], now) ? performLane(app, target, lane) : laneDueAt(thread.head.lanes[lane]),
    ),
  );
  const dues = outcomes.filter((due) => due !== undefined);
  if (dues.length === 0) return {};
  const waitMs = Math.min(...dues) - app.ports.clock.now();
  return { againInSeconds: Math.min(900, Math.max(1, Math.ceil(waitMs / 1_000))) };
}

const LANES: readonly LaneName[] = ['phone', 'jira'];

const isDue = (lane: Lane, now: number): boolean => (laneDueAt(lane) ?? Infinity) <= now;
