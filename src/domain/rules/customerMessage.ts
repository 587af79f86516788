import type { Contact, ContactAddress } from '../contact';
import { sameAddress } from '../contact';
import { isUtterance } from '../content';
import type { Conversation } from '../conversation';
import { queuedAt } from '../delivery';
import type { CustomerMessage } from '../event';
import { conversationId } from '../ids';
import { bareKeyword } from '../keywords';
import { lineKey, serviceWindow, withInbound } from '../serviceWindow';
import type { Moment } from '../moment';
import { CUSTOMER_SLOT } from '../settings';
import { conversationOf, messageOfOrigin, withConversation, withEffect, withOrigin, type Thread } from '../thread';
import { append, withCopying, withSync, type Added, type Scene } from './append';

/** The customer wrote. A repeated event changes nothing; an utterance without an active conversation opens one. */
export function onCustomerMessage(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  if (messageOfOrigin(thread, event.origin)) return thread;
  const known = withLine(withLearned(thread, event), event);
  const active = known.head.active[CUSTOMER_SLOT];
  if (active) return take({ thread: known, conversation: active }, event, moment.now);
  if (opens(event))
    return withAutoReply(take(openConversation(known, routeOf(event), moment.now), event, moment.now), moment);
  const closed = known.head.lastClosed && conversationOf(known, known.head.lastClosed.id);
  return closed ? addRow({ thread: known, conversation: closed }, event, moment.now).thread : known;
}

/** Reactions, edits, deletions and a bare STOP, START or HELP never open a request. */
export const opens = ({ content, keyword }: Pick<CustomerMessage, 'content' | 'keyword'>): boolean =>
  isUtterance(content) && !bareKeyword(content, keyword);

const routeOf = ({ channel, number, address }: CustomerMessage): Conversation['route'] => ({
  channel,
  number,
  address,
});

function take(scene: Scene, event: CustomerMessage, now: number): Thread {
  const added = addRow(scene, event, now);
  if (!opens(event))
    return event.content.kind === 'reaction' ? added.thread : withCopying(added.thread, added.conversation, now);
  const waiting: Conversation = { ...added.conversation, route: routeOf(event), waitingOn: 'agent', unread: true };
  return withSync(withCopying(withConversation(added.thread, waiting), waiting, now), waiting, now);
}

function addRow(scene: Scene, event: CustomerMessage, now: number): Added {
  const added = append(scene, {
    direction: 'inbound',
    author: { kind: 'customer', ...(event.name !== undefined && { name: event.name }) },
    ...routeOf(event),
    content: event.content,
    at: event.at,
    receivedAt: now,
    providerId: event.providerId,
    ...(event.quotes !== undefined && { quotes: event.quotes }),
  });
  return { ...added, thread: withOrigin(added.thread, event.origin, added.message.key) };
}

/** A new active conversation in the customer's slot. It follows the last closed one, whose request will be linked. */
export function openConversation(thread: Thread, route: Conversation['route'], now: number): Scene {
  const { head } = thread;
  const ordinal = head.counter.conversations + 1;
  const follows = head.lastClosed?.request;
  const conversation: Conversation = {
    version: 1,
    id: conversationId(head.project, head.contact, ordinal),
    slot: CUSTOMER_SLOT,
    state: 'active',
    openedAt: now,
    route,
    ...(follows && { follows }),
    messages: 0,
    mirrored: 0,
    copy: { phase: 'description' },
    waitingOn: 'agent',
    unread: true,
    dead: [],
  };
  const counted = { ...thread, head: { ...head, counter: { ...head.counter, conversations: ordinal } } };
  return { thread: withConversation(counted, conversation), conversation };
}

/** The first message of a conversation gets the administrator's text, if there is one and it can still reach the customer. */
export function withAutoReply(thread: Thread, { now, settings: { autoReply: text } }: Moment): Thread {
  const conversation = thread.head.active[CUSTOMER_SLOT];
  if (!conversation || !text) return thread;
  if (serviceWindow(thread.head, conversation.route, now)?.open === false) return thread;
  const added = append(
    { thread, conversation },
    {
      direction: 'outbound',
      via: 'rule',
      author: { kind: 'auto-reply' },
      ...conversation.route,
      content: { kind: 'text', text },
      at: now,
      receivedAt: now,
      delivery: queuedAt(now),
    },
  );
  return withEffect(added.thread, conversation.id, { kind: 'send-message', message: added.message.key });
}

function withLine(thread: Thread, event: CustomerMessage): Thread {
  if (event.channel !== 'whatsapp' || !isUtterance(event.content)) return thread;
  const line = lineKey(event.channel, event.number);
  if ((thread.head.lines[line] ?? 0) >= event.at) return thread;
  return { ...thread, head: { ...thread.head, lines: withInbound(thread.head.lines, line, event.at) } };
}

/** Adds addresses the payload shows for the first time, and the newest name. Unchanged otherwise: an unchanged contact is not written. */
function withLearned(thread: Thread, event: CustomerMessage): Thread {
  const { contact } = thread;
  const isNew = (address: ContactAddress) => !contact.addresses.some((known) => sameAddress(known, address));
  const fresh = event.addresses.filter(isNew);
  const renamed = event.name !== undefined && event.name !== contact.name;
  if (fresh.length === 0 && !renamed) return thread;
  const known: Contact = {
    ...contact,
    addresses: [...contact.addresses, ...fresh],
    ...(event.name !== undefined && { name: event.name }),
  };
  return { ...thread, contact: known };
}
