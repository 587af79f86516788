import type { Effect, LaneName } from '../domain/effect';
import type { EffectResult } from '../domain/effectResult';
import type { EffectEnded } from '../domain/event';
import { laneDueAt } from '../domain/rules/lanes';
import type { Thread } from '../domain/thread';
import type { HeadKey } from '../storage/threads';
import type { App } from './call';
import { performEffect } from './effects/performEffect';
import type { Performer } from './effects/task';
import { runTurn, takeTurn } from './runTurn';
import { showReadOnAnswer } from './showRead';

/**
 * Time a function must still have for the holder to start another effect: a send takes up to 10 seconds, a file two
 * minutes; calls to Jira
 * are aborted before the function ends, so there it is the time in which something is worth trying.
 */
const LEAST_MS: Record<LaneName, number> = { phone: 12_000, jira: 6_000, media: 120_000 };
/** The lease outlives the function by this, so that nobody else starts what is still running. */
const LEASE_MARGIN_MS = 10_000;

/** Which lane of which head, and who performs it. */
export type Shift = { readonly key: HeadKey; readonly lane: LaneName; readonly performer: Performer };

/** Takes a lane and performs its due effects in order, each under the lease. Answers when the lane is due next. */
export async function performLane(app: App, shift: Shift): Promise<number | undefined> {
  const { key, lane, performer } = shift;
  const start = { kind: 'start', lane, owner: performer.owner, until: leaseEnd(app) } as const;
  return continueLane(app, shift, await runTurn(app, { key, events: [start], performing: lanesOf(shift) }));
}

/** Goes on with a lane whose lease the given thread holds. */
export async function continueLane(app: App, shift: Shift, held: Thread): Promise<number | undefined> {
  let thread = held;
  let answered: (() => Promise<void>) | undefined;
  for (let effect = heldEffect(thread, shift); effect; effect = heldEffect(thread, shift)) {
    const result = await performEffect({ app, thread, effect, performer: shift.performer });
    warnIfOutlived(app, shift, { thread, effect });
    const turn = await takeTurn(app, {
      key: shift.key,
      events: [ended(app, shift, { effect, result })],
      performing: lanesOf(shift),
    });
    thread = turn.thread;
    if (result.kind === 'sent')
      answered = () => showReadOnAnswer(app, turn.thread.messages[result.message], turn.settings);
  }
  // Once the lane is free: nothing of it waits for a sign of courtesy.
  await answered?.();
  return laneDueAt(thread.head.lanes[shift.lane]);
}

/** Somebody else may have taken the effect for interrupted meanwhile: a call or a clock went beyond all measure. */
function warnIfOutlived(
  { ports: { clock, log } }: App,
  { lane }: Shift,
  { thread, effect }: { thread: Thread; effect: Effect },
): void {
  const { until = 0 } = thread.head.lanes[lane].lease ?? {};
  if (clock.now() >= until) log.warn('lease ran out', { lane, effect: effect.kind, conversation: effect.conversation });
}

/** The next effect is started in the same transaction, unless the function might end while it runs. */
function ended(
  { ports: { clock } }: App,
  { lane, performer }: Shift,
  { effect, result }: { effect: Effect; result: EffectResult },
): EffectEnded {
  const goesOn = clock.remainingMs() > LEAST_MS[lane];
  const next = { owner: performer.owner, until: clock.now() + clock.remainingMs() + LEASE_MARGIN_MS };
  return { kind: 'ended', lane, effect: effect.id, conversation: effect.conversation, result, ...(goesOn && { next }) };
}

const lanesOf = ({ lane, performer }: Shift): readonly LaneName[] =>
  performer.session === undefined ? [lane] : ['phone', 'jira'];

export const leaseEnd = ({ ports: { clock } }: App): number => clock.now() + clock.remainingMs() + LEASE_MARGIN_MS;

function heldEffect(thread: Thread, { lane, performer }: Shift): Effect | undefined {
  const { lease, queue } = thread.head.lanes[lane];
  return lease?.owner === performer.owner ? queue.find((effect) => effect.id === lease.effect) : undefined;
}
