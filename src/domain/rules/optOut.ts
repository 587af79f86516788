import { sameAddress } from '../contact';
import type { CustomerMessage } from '../event';
import type { Head } from '../head';
import { keywordOf } from '../keywords';
import type { Moment } from '../moment';
import type { Route } from '../conversation';
import type { Thread } from '../thread';
import { withoutSends } from './waitingSends';

/**
 * The customer said STOP or START, and nothing else (X18). What waits to go to one of the addresses it shows is not
 * sent any more. An older word that comes late changes nothing.
 */
export function withOptOut(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  const keyword = keywordOf(event, moment.settings);
  if (keyword !== 'stop' && keyword !== 'start') return thread;
  const { optOut } = thread.head;
  const { address, at } = event;
  const isOlder = optOut !== undefined && sameAddress(optOut.address, address) && optOut.at >= at;
  if (isOlder) return thread;
  const known = { ...thread, head: { ...thread.head, optOut: { address, at, stopped: keyword === 'stop' } } };
  if (keyword === 'start') return known;
  return withoutSends(known, { from: event.addresses, failure: { reason: 'suppressed' }, now: moment.now });
}

/** Does this contact's own record say that nothing may go this way? The suppression record is asked before every send besides. */
export const isOptedOut = ({ optOut }: Head, { address }: Pick<Route, 'address'>): boolean =>
  optOut?.stopped === true && sameAddress(optOut.address, address);
