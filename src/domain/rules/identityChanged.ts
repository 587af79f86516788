import { isAmong, sameKind, type ContactAddress } from '../contact';
import type { IdentityChanged } from '../event';
import type { Head } from '../head';
import { routeNow } from '../routeNow';
import { withConversation, type Thread } from '../thread';
import { withoutSends } from './waitingSends';

/**
 * The customer has a new phone or user id, by the provider's word: the same person goes on, and answers go to the new
 * address. What waits to go to the one they left is taken back: somebody else may be there now. Of somebody we do not know,
 * or told again, it changes nothing; each project is told by a number of its own, and may find the contact changed already.
 */
export function onIdentityChanged(thread: Thread, change: IdentityChanged, now: number): Thread {
  if (![...change.was, ...change.now].some((address) => isAmong(thread.contact.addresses, address))) return thread;
  const gone = change.was.filter((address) => !isAmong(change.now, address));
  const known = stillStopped(withAddresses(withUser(thread, change), gone, change), gone, change);
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

function withAddresses(thread: Thread, gone: Gone, { now }: IdentityChanged): Thread {
  const { contact } = thread;
  const fresh = now.filter((address) => !isAmong(contact.addresses, address));
  const left = contact.addresses.filter((address) => !isAmong(gone, address));
  if (fresh.length === 0 && left.length === contact.addresses.length) return thread;
  return { ...thread, contact: { ...contact, addresses: [...left, ...fresh] } };
}

/** Who said STOP has said it, whatever the address is now. */
function stillStopped(thread: Thread, gone: Gone, { now }: IdentityChanged): Thread {
  const { optOut } = thread.head;
  const address = optOut && isAmong(gone, optOut.address) ? sameKind(optOut.address, now) : undefined;
  if (!optOut || !address) return thread;
  const head: Head = { ...thread.head, optOut: { ...optOut, address } };
  return { ...thread, head };
}
