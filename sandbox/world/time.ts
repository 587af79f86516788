import type { DueItem } from '../agenda';
import type { News } from './news';
import type { Parts } from './wire';

/** The answer of `/sandbox/api/idle`: what was done since the answer before, and what waits for later. */
export type Idle = {
  readonly idle: boolean;
  readonly invocations: number;
  readonly effects: number;
  readonly waiting: readonly { readonly what: string; readonly at: string }[];
};

/** A world's time, for whoever drives it. */
export type WorldTime = {
  /** Ends when nothing runs and nothing falls due within ten seconds, or when `timeoutMs` of real time are over. */
  idle(timeoutMs: number): Promise<Idle>;
  /** Steps through everything that falls due within so many milliseconds. */
  advance(ms: number): Promise<void>;
  freeze(frozen: boolean): void;
  frozen(): boolean;
  /** Lets the clock run with real time, as `npm start` does. */
  follow(onFailure: (error: unknown) => void): void;
  stop(): void;
};

export function timeOf({ agenda, ledger }: Pick<Parts, 'agenda' | 'ledger'>, news: News): WorldTime {
  let following = false;
  let frozen = false;
  let told = { invocations: 0, effects: 0 };
  return {
    async idle(timeoutMs) {
      const { idle, waiting } = await agenda.idle(timeoutMs);
      const { invocations, effects } = ledger.totals;
      const done = { invocations: invocations - told.invocations, effects: effects - told.effects };
      told = { invocations, effects };
      news.tell();
      return { idle, ...done, waiting: waiting.map(shown) };
    },
    async advance(ms) {
      await agenda.advanceTo(agenda.now() + ms);
      news.tell();
    },
    freeze(wanted) {
      frozen = wanted;
      if (wanted) agenda.freeze();
      else if (following) agenda.follow();
      else agenda.stop();
      news.tell();
    },
    frozen: () => frozen,
    follow(onFailure) {
      following = true;
      agenda.follow(onFailure);
    },
    stop: () => agenda.stop(),
  };
}

const shown = ({ what, at }: DueItem) => ({ what, at: new Date(at).toISOString() });
