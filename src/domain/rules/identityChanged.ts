import { sameAddress, type ContactAddress } from '../contact';
import type { Conversation } from '../conversation';
import type { IdentityChanged } from '../event';
import { withConversation, type Thread } from '../thread';

/**
 * The customer has a new phone or user id, by the provider's word: the same person goes on, and answers go to the new
 * address. Of somebody we do not know, or told again, it changes nothing.
 */
export function onIdentityChanged(thread: Thread, { number, was, now }: IdentityChanged): Thread {
  const { contact } = thread;
  if (!was.some((address) => isIn(contact.addresses, address))) return thread;
  const isGone = (address: ContactAddress) => isIn(was, address) && !isIn(now, address);
  const fresh = now.filter((address) => !isIn(contact.addresses, address));
  const user = now.find((address) => address.kind === 'whatsapp-user')?.userId;
  const isKnown = user === undefined || thread.head.users?.[number] === user;
  if (fresh.length === 0 && isKnown && !contact.addresses.some(isGone)) return thread;
  const addresses = [...contact.addresses.filter((address) => !isGone(address)), ...fresh];
  const users = user === undefined ? {} : { users: { ...thread.head.users, [number]: user } };
  const known: Thread = { ...thread, contact: { ...contact, addresses }, head: { ...thread.head, ...users } };
  const led = Object.values(known.head.active).filter(({ route }) => isGone(route.address));
  return led.reduce((current, conversation) => withConversation(current, leadTo(conversation, now)), known);
}

const isIn = (addresses: readonly ContactAddress[], address: ContactAddress): boolean =>
  addresses.some((one) => sameAddress(one, address));

/** To the new address of the same kind, else to any. */
function leadTo(conversation: Conversation, now: readonly ContactAddress[]): Conversation {
  const { route } = conversation;
  const address = now.find(({ kind }) => kind === route.address.kind) ?? now[0];
  return address ? { ...conversation, route: { ...route, address } } : conversation;
}
