import { LANES, type Effect, type Lane, type LaneName } from '../effect';
import type { Head } from '../head';
import { withLane, type Thread } from '../thread';
import { onSendUnknown } from './sendResult';

/** An effect whose start ended without a result is looked for in the world from this long after its start. */
export const LOOK_UP_AFTER_MS = 60_000;

export type Taking = { readonly lane: LaneName; readonly owner: string; readonly until: number };

/**
 * Takes a lane for a performer and marks its first effect started, if that is due and nobody else holds the lane.
 * Repeated for the same owner it changes nothing.
 */
export function startLane(thread: Thread, taking: Taking, now: number): Thread {
  const lane = thread.head.lanes[taking.lane];
  if (lane.lease && lane.lease.until > now) return thread;
  const free = lane.lease ? withoutLease(interrupted(thread, taking.lane, lane), taking.lane) : thread;
  const { queue } = free.head.lanes[taking.lane];
  const first = firstOf(free.head.lanes[taking.lane]);
  if (!first || !isDue(first, taking.owner, now)) return free;
  const started: Effect = { ...first, attempts: first.attempts + 1 };
  const lease = { owner: taking.owner, until: taking.until, effect: first.id, startedAt: now };
  return withLane(free, taking.lane, { queue: queue.map((one) => (one === first ? started : one)), lease });
}

/** What a lane does next: the first effect that awaits nothing. */
export const firstOf = ({ queue }: Lane): Effect | undefined => queue.find(({ awaits }) => awaits === undefined);

const isDue = (effect: Effect, owner: string, now: number): boolean =>
  effect.reservedFor === owner || (effect.notBefore ?? 0) <= now;

export function withoutLease(thread: Thread, name: LaneName): Thread {
  const { queue } = thread.head.lanes[name];
  return withLane(thread, name, { queue });
}

/** The holder of an expired lease is gone: what it had started is unknown. An unknown send leaves the phone lane at once. */
function interrupted(thread: Thread, name: LaneName, { queue, lease }: Lane): Thread {
  const effect = queue.find((one) => one.id === lease?.effect);
  if (!effect || !lease) return thread;
  const others = queue.filter((one) => one.id !== effect.id);
  if (effect.kind === 'send-message')
    return onSendUnknown(withLane(thread, name, { queue: others }), effect.message, { at: lease.startedAt });
  const unknown: Effect = {
    ...effect,
    unknownSince: effect.unknownSince ?? lease.startedAt,
    notBefore: lease.startedAt + LOOK_UP_AFTER_MS,
  };
  return withLane(thread, name, { queue: [unknown, ...others] });
}

/** When a lane next needs a performer: its lease's end, its first effect's time, or never. Epoch milliseconds. */
export function laneDueAt(lane: Lane): number | undefined {
  const first = firstOf(lane);
  if (lane.lease) return lane.lease.until;
  return first ? (first.notBefore ?? 0) : undefined;
}

/** When the head next needs somebody: the sweep finds it by this. Undefined: there is nothing to do. */
export function headDueAt(head: Head): number | undefined {
  const dues = [...LANES.map((name) => laneDueAt(head.lanes[name])), ...head.timers.map(({ at }) => at)];
  return earliest(dues.filter((due) => due !== undefined));
}

/** Forge's queue holds an event back for 15 minutes at most (Forge async events, delayInSeconds, read 2026-11). */
export const LONGEST_DELAY_MS = 900_000;

/** `lanes`: whose performer is to be woken; `performing`: those the caller goes on with itself. */
export type Doorbell = {
  readonly now: number;
  readonly lanes: readonly LaneName[];
  readonly performing: readonly LaneName[];
};

/**
 * How long until a doorbell must ring for what a turn left to do; undefined when none is needed: nobody has to be
 * told where a performer holds the lane or where the same work was already waiting.
 */
export function doorbellDelay(before: Head, after: Head, { now, lanes, performing }: Doorbell): number | undefined {
  const delays = lanes.flatMap((name) => {
    if (performing.includes(name)) return [];
    const [first, former] = [firstOf(after.lanes[name]), firstOf(before.lanes[name])];
    const { lease } = after.lanes[name];
    if (!first || (lease && lease.until > now)) return [];
    const waiting = former?.id === first.id && before.lanes[name].lease === undefined;
    return waiting && former.notBefore === first.notBefore ? [] : [Math.max(0, (first.notBefore ?? 0) - now)];
  });
  return earliest([...delays, ...(lanes.includes('jira') ? newTimers(before, after, now) : [])]);
}

/** A timer that is due before the queue's longest delay is over rings itself; the sweep finds the others. */
function newTimers(before: Head, after: Head, now: number): readonly number[] {
  const waits = after.timers.filter((timer) => !before.timers.includes(timer)).map(({ at }) => Math.max(0, at - now));
  return waits.filter((wait) => wait <= LONGEST_DELAY_MS);
}

const earliest = (times: readonly number[]): number | undefined => (times.length > 0 ? Math.min(...times) : undefined);
