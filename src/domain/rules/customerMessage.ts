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
import { activeFor, slotOf } from '../slot';
import { conversationOf, messageOfOrigin, withConversation, withEffect, withOrigin, type Thread } from '../thread';
import { append, withCopying, withSync, type Added, type Scene } from './append';
import { withSilence } from './silence';

/** The customer wrote. A repeated event changes nothing; an utterance without an active conversation opens one. */
export function onCustomerMessage(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  if (messageOfOrigin(thread, event.origin)) return thread;
  const known = withLine(withLearned(thread, event), event);
  const { scope } = moment.settings;
  const active = activeFor(known.head, scope, event);
  if (active) return take({ thread: known, conversation: active }, event, moment).thread;
  if (opens(event)) return withAutoReply(take(openConversation(known, routeOf(event), moment), event, moment), moment);
  const last = known.head.closed[slotOf(scope, event)];
  const closed = last && conversationOf(known, last.id);
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

function take(scene: Scene, event: CustomerMessage, moment: Moment): Scene {
  const { now } = moment;
  const added = addRow(scene, event, now);
  if (!opens(event)) return event.content.kind === 'reaction' ? added : copied(added, now);
  const waiting: Conversation = {
    ...added.conversation,
    route: routeOf(event),
    waitingOn: 'agent',
    unread: true,
    ...(added.conversation.startedBy && { heard: true }),
  };
  const { thread } = copied({ thread: withConversation(added.thread, waiting), conversation: waiting }, now);
  return {
    thread: withSync(withSilence({ thread, conversation: waiting }, moment), waiting, now),
    conversation: waiting,
  };
}

const copied = ({ thread, conversation }: Scene, now: number): Scene => ({
  thread: withCopying(thread, conversation, now),
  conversation,
});

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

/** A new active conversation in the slot of its route. It follows the last closed one there, whose request will be linked. */
export function openConversation(thread: Thread, route: Conversation['route'], { now, settings }: Moment): Scene {
  const { head } = thread;
  const ordinal = head.counter.conversations + 1;
  const slot = slotOf(settings.scope, route);
  const follows = head.closed[slot]?.request;
  const conversation: Conversation = {
    version: 1,
    id: conversationId(head.project, head.contact, ordinal),
    slot,
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
export function withAutoReply({ thread, conversation }: Scene, { now, settings: { autoReply: text } }: Moment): Thread {
  if (!text) return thread;
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
