import type { ConversationEvent } from '../domain/event';
import { messageKey, parseMessageKey, type ConversationId, type MessageKey } from '../domain/ids';
import { opens } from '../domain/rules/customerMessage';
import { LATE_MESSAGES } from '../domain/rules/requestStatus';
import { CUSTOMER_SLOT } from '../domain/settings';
import { conversationOf, type Thread } from '../domain/thread';
import type { Touched } from '../storage/threads';

/** The records a turn's events name, to be read with the head in one batch. */
export function touchedBy(events: readonly ConversationEvent[]): Touched {
  const messages = unique(events.flatMap(messagesOf));
  const conversations = unique([
    ...events.flatMap(conversationsOf),
    ...messages.flatMap((key) => parseMessageKey(key)?.conversation ?? []),
  ]);
  return { origins: unique(events.flatMap(originsOf)), conversations, messages };
}

/**
 * What only the head can tell: the closed conversation a reaction belongs to, the newest messages of one that ends, the
 * closed conversations whose effects wait in the lanes.
 */
export function neededBesides(thread: Thread, events: readonly ConversationEvent[]): Omit<Touched, 'origins'> {
  const { lastClosed } = thread.head;
  const rows =
    events.some((event) => event.kind === 'customer-message' && !opens(event)) && !thread.head.active[CUSTOMER_SLOT];
  const closed = rows && lastClosed && !thread.conversations[lastClosed.id] ? [lastClosed.id] : [];
  const performs = events.some(startsLane);
  return {
    conversations: unique([...closed, ...(performs ? waitingBesides(thread) : [])]),
    messages: [...events.flatMap((event) => lateMessages(thread, event)), ...(performs ? heldMessages(thread) : [])],
  };
}

const startsLane = ({ kind }: ConversationEvent): boolean =>
  kind === 'start' || kind === 'ended' || kind === 'agent-answer';

/** The message a phone lane's holder is sending: if its lease has run out, the send is unknown. */
function heldMessages({ head, messages }: Thread): readonly MessageKey[] {
  const { lease, queue } = head.lanes.phone;
  const effect = queue.find((one) => one.id === lease?.effect);
  return effect?.kind === 'send-message' && !messages[effect.message] ? [effect.message] : [];
}

/** A performer may start any of them next, so it must know their conversations. */
function waitingBesides(thread: Thread): readonly ConversationId[] {
  const { phone, jira } = thread.head.lanes;
  return [...phone.queue, ...jira.queue]
    .map(({ conversation }) => conversation)
    .filter((id) => !conversationOf(thread, id));
}

function lateMessages(thread: Thread, event: ConversationEvent): readonly MessageKey[] {
  if (event.kind !== 'request-status' || !event.done) return [];
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || conversation.state === 'closed') return [];
  const count = Math.min(LATE_MESSAGES, conversation.messages);
  return Array.from({ length: count }, (_, back) => messageKey(conversation.id, conversation.messages - back));
}

const originsOf = (event: ConversationEvent): readonly string[] => ('origin' in event ? [event.origin] : []);

const conversationsOf = (event: ConversationEvent): readonly ConversationId[] =>
  'conversation' in event ? [event.conversation] : [];

function messagesOf(event: ConversationEvent): readonly MessageKey[] {
  if (event.kind === 'report') return [event.message];
  return event.kind === 'ended' && 'message' in event.result ? [event.result.message] : [];
}

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
