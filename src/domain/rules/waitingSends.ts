import { isAmong, type ContactAddress } from '../contact';
import type { SendFailure } from '../delivery';
import type { MessageKey } from '../ids';
import { isStarted, withEffects, type Thread } from '../thread';
import { onSendRefused } from './sendResult';

/** So many sends that wait are taken back by one turn, which has to fit one transaction; the performer refuses the others. */
export const MOST_TAKEN_BACK = 2;

/** The messages that wait to be sent and that nobody has in hand: those that can be taken back. */
export function waitingSends({ head }: Pick<Thread, 'head'>): readonly MessageKey[] {
  const { queue, lease } = head.lanes.phone;
  return queue
    .flatMap((effect) => (effect.kind === 'send-message' && effect.id !== lease?.effect ? [effect.message] : []))
    .slice(0, MOST_TAKEN_BACK);
}

type TakingBack = {
  /** Where they would have gone. */
  readonly from: readonly ContactAddress[];
  readonly failure: SendFailure;
  readonly now: number;
};

/** What waits to go to one of these addresses is not sent any more: agents see why. */
export function withoutSends(thread: Thread, { from, failure, now }: TakingBack): Thread {
  return waitingSends(thread).reduce((current, key) => {
    const message = current.messages[key];
    if (!message || !isAmong(from, message.address)) return current;
    const idle = withEffects(current, 'phone', (effect) =>
      effect.kind === 'send-message' && effect.message === key && !isStarted(current, effect) ? undefined : effect,
    );
    return onSendRefused(idle, key, { at: now, failure });
  }, thread);
}
