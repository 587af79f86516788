import type { SendFailure } from '../delivery';
import type { Effect, LaneName } from '../effect';
import { isStarted, withLane, type Thread } from '../thread';

/** Sends the provider itself refused as too fast are tried again this often (4, 16, 64 seconds: Meta's pair limit advice). */
export const MAX_SENDS = 4;
/** One customer gets a message every six seconds, once a burst of 45 is used up (Meta, pair rate limit, read 2026-11). */
export const PAIR_PACE_MS = 6_000;
/** For a provider that wants a longer pause nobody waits: the agent is told. */
const LONGEST_PAUSE_MS = 300_000;

type Refused = { readonly thread: Thread; readonly lane: LaneName; readonly effect: Effect; readonly now: number };

/**
 * A refused send that goes out again after a pause; undefined when it does not. Where the limit is this one customer's, what
 * follows keeps its distance.
 */
export function tooFast({ thread, lane, effect, now }: Refused, failure: SendFailure): Thread | undefined {
  const isPassing = failure.reason === 'rate-limited' || failure.reason === 'too-fast';
  if (!isPassing || effect.attempts >= MAX_SENDS) return undefined;
  const waitMs = Math.max((failure.retryAfterSeconds ?? 0) * 1_000, 4 ** effect.attempts * 1_000);
  if (waitMs > LONGEST_PAUSE_MS) return undefined;
  const paceMs = failure.reason === 'too-fast' ? PAIR_PACE_MS : undefined;
  const from = now + waitMs;
  const queue = thread.head.lanes[lane].queue.map((one, place) => {
    if (one.id === effect.id) return { ...one, notBefore: from };
    return paceMs === undefined ? one : { ...one, notBefore: Math.max(one.notBefore ?? 0, from + place * paceMs) };
  });
  return withLane(thread, lane, { ...thread.head.lanes[lane], queue });
}

/**
 * A provider took a message and told only later that it was one too many for this customer: what waits keeps its distance from
 * then on. A report that comes late holds nothing up.
 */
export function pacedFrom(thread: Thread, at: number, now: number): Thread {
  const lane = thread.head.lanes.phone;
  const resting = lane.queue.filter((effect) => !isStarted(thread, effect));
  const queue = lane.queue.map((effect) => {
    const place = resting.indexOf(effect);
    const from = at + (place + 1) * PAIR_PACE_MS;
    return place < 0 || Math.max(effect.notBefore ?? 0, now) >= from ? effect : { ...effect, notBefore: from };
  });
  const isSame = queue.every((effect, place) => effect === lane.queue[place]);
  return isSame ? thread : withLane(thread, 'phone', { ...lane, queue });
}
