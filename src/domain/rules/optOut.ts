import { sameAddress } from '../contact';
import type { CustomerMessage } from '../event';
import type { Head } from '../head';
import type { MessageKey } from '../ids';
import { keywordOf } from '../keywords';
import type { Moment } from '../moment';
import type { Route } from '../conversation';
import { isStarted, withEffects, type Thread } from '../thread';
import { onSendRefused } from './sendResult';

/** So many sends that wait are cancelled by the turn of a STOP, which has to fit one transaction; the performer refuses the others. */
export const MOST_CANCELLED = 2;

/**
 * The customer said STOP or START, and nothing else (X18). What waits to go to that address is not sent any more. An older
 * word that comes late changes nothing.
 */
export function withOptOut(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  const keyword = keywordOf(event, moment.settings);
  if (keyword !== 'stop' && keyword !== 'start') return thread;
  const { optOut } = thread.head;
  const { address, at } = event;
  const isOlder = optOut !== undefined && sameAddress(optOut.address, address) && optOut.at >= at;
  if (isOlder) return thread;
  const known = { ...thread, head: { ...thread.head, optOut: { address, at, stopped: keyword === 'stop' } } };
  return keyword === 'stop' ? withoutSends(known, event, moment.now) : known;
}

/** Does this contact's own record say that nothing may go this way? The suppression record is asked before every send besides. */
export const isOptedOut = ({ optOut }: Head, { address }: Pick<Route, 'address'>): boolean =>
  optOut?.stopped === true && sameAddress(optOut.address, address);

/** The messages that a STOP may cancel. */
export function cancellable(thread: Pick<Thread, 'head'>): readonly MessageKey[] {
  const { queue, lease } = thread.head.lanes.phone;
  return queue
    .flatMap((effect) => (effect.kind === 'send-message' && effect.id !== lease?.effect ? [effect.message] : []))
    .slice(0, MOST_CANCELLED);
}

/** Whichever of the addresses that the STOP shows they would have gone to. */
function withoutSends(thread: Thread, { addresses }: CustomerMessage, now: number): Thread {
  return cancellable(thread).reduce((current, key) => {
    const message = current.messages[key];
    if (!message || !addresses.some((address) => sameAddress(message.address, address))) return current;
    const idle = withEffects(current, 'phone', (effect) =>
      effect.kind === 'send-message' && effect.message === key && !isStarted(current, effect) ? undefined : effect,
    );
    return onSendRefused(idle, key, { at: now, failure: { reason: 'suppressed' } });
  }, thread);
}
