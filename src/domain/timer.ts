import type { ConversationId } from './ids';

/** What a rule may want to happen later. Closed list: each has its rule in `rules/time.ts`. */
export const TIMER_KINDS = ['silence', 'status-notice', 'window-closing'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** The head wakes at `at` (epoch ms); a `time` event then runs the rule. At most one per kind and conversation. */
export type Timer = {
  readonly kind: TimerKind;
  readonly conversation: ConversationId;
  readonly at: number;
  /** What `at` is counted from (epoch ms), where the rule may have another measure by then. */
  readonly since?: number;
};
