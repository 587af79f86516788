import { sameAddress, type Contact, type ContactAddress } from '../contact';
import type { SendFailure } from '../delivery';
import type { CustomerMessage } from '../event';
import type { Head } from '../head';
import { ordinalOf, type ConversationId } from '../ids';
import { hasLeft, leftAfter } from '../leftAddresses';
import type { Moment } from '../moment';
import type { Thread } from '../thread';
import { close } from './close';
import { once } from './once';

/**
 * WhatsApp names another user at a phone than this business number knew there: the phone was handed on to a stranger, and
 * nobody told us. Whatever was said before is another person's: it ends, nothing of it is followed, linked, opened again or
 * sent any more, and name, customer and consent are forgotten. User ids are compared per business number, for each
 * portfolio of numbers has its own for the same person (Meta, business-scoped user ids, read 2026-11). An id that the contact has
 * left is nobody else's: what comes late from there is theirs.
 */
export function withOwner(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  const user = event.addresses.find(isUser);
  if (!user) return thread;
  const known = thread.head.users?.[event.number];
  if (known === user.userId || leftAfter(thread.contact, user, event.at)) return thread;
  const isTheirs = known === undefined || hasLeft(thread.contact, user);
  const mine = isTheirs ? thread : handedOn(thread, user, moment);
  const users = { ...mine.head.users, [event.number]: user.userId };
  return { ...mine, head: { ...mine.head, users } };
}

/**
 * Another project's number was shown that the phone was handed on, and the contact is one for all projects: whatever was said
 * here before is of a former owner, too.
 */
export function withOwnerElsewhere(thread: Thread, moment: Moment): Thread {
  return isOfFormer(thread) ? ended(thread, moment) : thread;
}

/** Heads that ended by themselves before they counted owners have ended. */
export const isOfFormer = ({ head, contact }: Pick<Thread, 'head' | 'contact'>): boolean =>
  (contact.owner ?? 0) > (head.owner ?? 0) && (head.owner !== undefined || head.former === undefined);

/** Why nothing goes out in a conversation whose customer does not have the phone any more. */
export function ownerRefusal({ former = 0 }: Head, conversation: ConversationId): SendFailure | undefined {
  return ordinalOf(conversation) <= former ? { reason: 'other-owner' } : undefined;
}

type User = Extract<ContactAddress, { kind: 'whatsapp-user' }>;
const isUser = (address: ContactAddress): address is User => address.kind === 'whatsapp-user';

function handedOn(thread: Thread, user: User, moment: Moment): Thread {
  const contact = strangerOf(thread.contact, user);
  return ended({ ...thread, contact }, moment);
}

/** What was said before is another person's. */
function ended(thread: Thread, moment: Moment): Thread {
  const closed = { at: moment.now, source: 'provider', beside: true } as const;
  const quiet = Object.values(thread.head.active).reduce((current, conversation) => {
    const told = once(current, conversation.id, { kind: 'remark', remark: 'other-owner' });
    return close({ thread: told, conversation }, closed, moment);
  }, thread);
  const { optOut: _o, blocked: _b, users: _u, ...head } = quiet.head;
  const former = head.counter.conversations;
  const { owner = 0 } = thread.contact;
  return { ...quiet, head: { ...head, former, owner, closed: {}, parked: [], lines: {} } };
}

/** A contact that knows the user already was told of the new owner in another project. */
function strangerOf(contact: Contact, user: User): Contact {
  if (contact.addresses.some((address) => sameAddress(address, user))) return contact;
  const { version, rev, id, owner = 0 } = contact;
  return { version, rev, id, owner: owner + 1, addresses: [] };
}
