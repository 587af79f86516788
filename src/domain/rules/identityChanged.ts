import { isAmong, sameKind, type ContactAddress } from '../contact';
import type { Conversation } from '../conversation';
import type { IdentityChanged } from '../event';
import type { Head } from '../head';
import { withConversation, type Thread } from '../thread';

/**
 * The customer has a new phone or user id, by the provider's word: the same person goes on, and answers go to the new
 * address. Of somebody we do not know, or told again, it changes nothing.
 */
export function onIdentityChanged(thread: Thread, { number, was, now }: IdentityChanged): Thread {
  const { contact } = thread;
  if (!was.some((address) => isAmong(contact.addresses, address))) return thread;
  const isGone = (address: ContactAddress) => isAmong(was, address) && !isAmong(now, address);
  const fresh = now.filter((address) => !isAmong(contact.addresses, address));
  const user = now.find((address) => address.kind === 'whatsapp-user')?.userId;
  const isKnown = user === undefined || thread.head.users?.[number] === user;
  if (fresh.length === 0 && isKnown && !contact.addresses.some(isGone)) return thread;
  const addresses = [...contact.addresses.filter((address) => !isGone(address)), ...fresh];
  const users = user === undefined ? {} : { users: { ...thread.head.users, [number]: user } };
  const head: Head = { ...thread.head, ...users, ...stillStopped(thread.head, isGone, now) };
  const known: Thread = { ...thread, contact: { ...contact, addresses }, head };
  const led = Object.values(known.head.active).filter(({ route }) => isGone(route.address));
  return led.reduce((current, conversation) => withConversation(current, leadTo(conversation, now)), known);
}

/** Who said STOP has said it, whatever the address is now. */
function stillStopped(
  { optOut }: Head,
  isGone: (address: ContactAddress) => boolean,
  now: readonly ContactAddress[],
): Pick<Head, 'optOut'> {
  const address = optOut && isGone(optOut.address) ? sameKind(optOut.address, now) : undefined;
  return optOut && address ? { optOut: { ...optOut, address } } : {};
}

function leadTo(conversation: Conversation, now: readonly ContactAddress[]): Conversation {
  const { route } = conversation;
  const address = sameKind(route.address, now);
  return address ? { ...conversation, route: { ...route, address } } : conversation;
}
