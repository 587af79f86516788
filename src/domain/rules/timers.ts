import type { Thread } from '../thread';
import type { Timer } from '../timer';

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
