import type { Effect, LaneName } from '../domain/effect';
import type { AccountId } from '../domain/ids';
import { laneDueAt } from '../domain/rules/lanes';
import type { Thread } from '../domain/thread';
import type { HeadKey } from '../storage/threads';
import type { App } from './call';
import { performEffect } from './effects/performEffect';
import { runTurn } from './runTurn';

/** What an effect may take at most; the holder starts nothing that might outlast its function. */
const EFFECT_MS: Record<LaneName, number> = { phone: 10_000, jira: 20_000 };
/** The lease outlives the function by this, so that nobody else starts what is still running. */
const LEASE_MARGIN_MS = 10_000;

export type Performer = {
  readonly owner: string;
  /** The agent whose session this is: their comments are written by themselves. Such a performer does both lanes. */
  readonly session?: AccountId;
};

/** Takes a lane and performs its due effects in order, each under the lease. Answers when the lane is due next. */
export async function performLane(
  app: App,
  key: HeadKey,
  lane: LaneName,
  performer: Performer = { owner: app.ports.ids.next() },
): Promise<number | undefined> {
  const start = { kind: 'start', lane, owner: performer.owner, until: leaseEnd(app) } as const;
  return continueLane(
    app,
    key,
    lane,
    performer,
    await runTurn(app, key, [start], { performing: lanesOf(lane, performer) }),
  );
}

/** Goes on with a lane whose lease the given thread holds. */
// eslint-disable-next-line max-params -- the two lane functions share one list of what a performer is
export async function continueLane(
  app: App,
  key: HeadKey,
  lane: LaneName,
  performer: Performer,
  held: Thread,
): Promise<number | undefined> {
  let thread = held;
  for (let effect = heldEffect(thread, lane, performer); effect; effect = heldEffect(thread, lane, performer)) {
    const result = await performEffect(app, { thread, effect, performer });
    const next =
      app.ports.clock.remainingMs() > EFFECT_MS[lane] + 2_000
        ? { next: { owner: performer.owner, until: leaseEnd(app) } }
        : {};
    const ended = {
      kind: 'ended',
      lane,
      effect: effect.id,
      conversation: effect.conversation,
      result,
      ...next,
    } as const;
    thread = await runTurn(app, key, [ended], { performing: lanesOf(lane, performer) });
  }
  return laneDueAt(thread.head.lanes[lane]);
}

const lanesOf = (lane: LaneName, { session }: Performer): readonly LaneName[] => (session ? ['phone', 'jira'] : [lane]);

export const leaseEnd = ({ ports: { clock } }: App): number => clock.now() + clock.remainingMs() + LEASE_MARGIN_MS;

function heldEffect(thread: Thread, name: LaneName, performer: Performer): Effect | undefined {
  const { lease, queue } = thread.head.lanes[name];
  return lease?.owner === performer.owner ? queue.find((effect) => effect.id === lease.effect) : undefined;
}
