import { AsyncLocalStorage } from 'node:async_hooks';
import type { Agenda } from '../agenda';
import type { SetTimer, TimeGlobals, TimerHandle } from '../virtualTime';

/** One run of a function of the app. */
export type Invocation = {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** The person in whose session the function runs. */
  readonly accountId?: string;
  /** Where the call came from a screen: what realtime channels of that place belong to. */
  readonly fromScreen: boolean;
  readonly startedAt: number;
  readonly limitMs: number;
  /** How many pushes led to this run, one after another: the platform stops chains at 1,000. */
  readonly pushChain: number;
  /** Ends the run, whatever its code still waits for. Only the first end counts. */
  end(outcome: Outcome): void;
  ended: boolean;
  /** Round trips so far; calls in flight together count once. */
  roundTrips: number;
  lastRound: number;
  egressRequests: number;
  readonly timers: Set<TimerHandle>;
};

export type Outcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'crashed' };

/** Which invocation the code at hand belongs to, across awaits. One per process, as in Node. */
const current = new AsyncLocalStorage<Invocation | undefined>();

export const currentInvocation = (): Invocation | undefined => current.getStore();

export const inInvocation = <T>(invocation: Invocation, work: () => T): T => current.run(invocation, work);

/**
 * The app's timers. They end with their invocation: what a function does not await may never run on the real platform,
 * so here it never does (Forge Node runtime, "after return", read 2026-08).
 */
export function timersOfInvocations(agenda: Agenda): TimeGlobals {
  const { Date, setTimeout, setInterval, clearTimeout } = agenda.globals;
  const plan =
    (set: SetTimer, repeats: boolean): SetTimer =>
    (callback, ms, ...args) => {
      const invocation = currentInvocation();
      const ring = () => {
        if (!repeats) invocation?.timers.delete(handle);
        try {
          callback(...args);
        } catch (error) {
          if (!invocation) throw error;
          invocation.end({ kind: 'threw', error }); // uncaught: the process would die of it
        }
      };
      const fire = () => current.run(invocation, ring);
      const handle = set(fire, ms);
      invocation?.timers.add(handle);
      return handle;
    };
  return {
    Date,
    setTimeout: plan(setTimeout, false),
    setInterval: plan(setInterval, true),
    clearTimeout,
    clearInterval: clearTimeout,
  };
}
