import { isAmong, sameKind, type ContactAddress } from '../contact';
import type { IdentityChanged } from '../event';
import type { Head } from '../head';
import { leftAfter, withAddresses, withoutAddresses } from '../leftAddresses';
import { routeNow } from '../routeNow';
import { withConversation, type Thread } from '../thread';
import { withoutSends } from './waitingSends';

/**
 * The customer has a new phone or user id, by the provider's word: the same person goes on, and answers go to the new
 * address. What waits to go to the one they left is taken back: somebody else may be there now. Of somebody we do not know,
 * told again, or of what changed again since, it changes nothing; each project is told by a number of its own, and may find the contact changed already.
 */
export function onIdentityChanged(thread: Thread, change: IdentityChanged, now: number): Thread {
  if (![...change.was, ...change.now].some((address) => isAmong(thread.contact.addresses, address))) return thread;
  if (change.now.some((address) => leftAfter(thread.contact, address, change.at))) return thread;
  const gone = change.was.filter((address) => !isAmong(change.now, address));
  const known = stillStopped(moved(withUser(thread, change), gone, change), gone, change);
  const led = Object.values(known.head.active).reduce((current, conversation) => {
    const route = isAmong(gone, conversation.route.address)
      ? routeNow(current.contact, conversation.route)
      : conversation.route;
    return route === conversation.route ? current : withConversation(current, { ...conversation, route });
  }, known);
  return withoutSends(led, { from: gone, failure: { reason: 'address-left' }, now });
}

type Gone = readonly ContactAddress[];

function withUser(thread: Thread, { number, now }: IdentityChanged): Thread {
  const user = now.find((address) => address.kind === 'whatsapp-user')?.userId;
  if (user === undefined || thread.head.users?.[number] === user) return thread;
  return { ...thread, head: { ...thread.head, users: { ...thread.head.users, [number]: user } } };
}

function moved(thread: Thread, gone: Gone, { now, at }: IdentityChanged): Thread {
  const contact = withAddresses(withoutAddresses(thread.contact, gone, at), now);
  return contact === thread.contact ? thread : { ...thread, contact };
}

/** Who said STOP has said it, whatever the address is now. */
function stillStopped(thread: Thread, gone: Gone, { now }: IdentityChanged): Thread {
  const { optOut } = thread.head;
  const address = optOut && isAmong(gone, optOut.address) ? sameKind(optOut.address, now) : undefined;
  if (!optOut || !address) return thread;
  const head: Head = { ...thread.head, optOut: { ...optOut, address } };
  return { ...thread, head };
}
