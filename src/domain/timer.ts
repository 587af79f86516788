import type { ConversationId } from './ids';
import type { Thread } from './thread';

/** What a rule may want to happen later. Closed list: each has its rule in `rules/time.ts`. */
export const TIMER_KINDS = ['silence'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** The head wakes at `at` (epoch ms); a `time` event then runs the rule. At most one per kind and conversation. */
export type Timer = { readonly kind: TimerKind; readonly conversation: ConversationId; readonly at: number };

/** Sets a timer, in place of the same kind's earlier one. The same time again changes nothing. */
export function withTimer(thread: Thread, timer: Timer): Thread {
  const known = thread.head.timers.find(isSame(timer));
  if (known?.at === timer.at) return thread;
  const others = thread.head.timers.filter((one) => one !== known);
  return { ...thread, head: { ...thread.head, timers: [...others, timer] } };
}

export function withoutTimer(thread: Thread, timer: Pick<Timer, 'kind' | 'conversation'>): Thread {
  if (!thread.head.timers.some(isSame(timer))) return thread;
  const timers = thread.head.timers.filter((one) => !isSame(timer)(one));
  return { ...thread, head: { ...thread.head, timers } };
}

const nameOf = ({ kind, conversation }: Pick<Timer, 'kind' | 'conversation'>): string => `${kind} ${conversation}`;

const isSame =
  (timer: Pick<Timer, 'kind' | 'conversation'>) =>
  (other: Timer): boolean =>
    nameOf(other) === nameOf(timer);
