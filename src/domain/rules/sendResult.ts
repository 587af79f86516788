import type { Conversation } from '../conversation';
import { advance, type DeliveryStep, type SendFailure } from '../delivery';
import type { MessageKey } from '../ids';
import type { OutboundMessage } from '../message';
import { conversationOf, withConversation, withEffect, withMessage, type Thread } from '../thread';
import { reserved, withCopying, withSync } from './append';
import { withComment } from './passedOver';

/** The provider took the message: the agent's words may now stand in Jira. */
export function onSent(
  thread: Thread,
  key: MessageKey,
  sent: DeliveryStep & { providerId?: string; owner?: string },
): Thread {
  const message = outbound(thread, key);
  if (!message) return thread;
  const delivery = advance(message.delivery, sent);
  const providerId = message.providerId ?? sent.providerId;
  const known = withMessage(thread, { ...message, delivery, ...(providerId !== undefined && { providerId }) });
  return spoken(known, message, sent);
}

/** Nobody knows whether the message arrived: shown as such, resent only by a person. */
export function onSendUnknown(thread: Thread, key: MessageKey, { at, owner }: { at: number; owner?: string }): Thread {
  const message = outbound(thread, key);
  if (!message) return thread;
  const delivery = advance(message.delivery, { status: 'unknown', at });
  const known = withMessage(thread, { ...message, delivery });
  const noted = message.via === 'comment' ? withNote(known, message, { reason: 'no-answer' }) : known;
  return spoken(noted, message, { at, ...(owner !== undefined && { owner }) });
}

/**
 * The provider refused. Words that stand in Jira are followed by an internal note: a comment, or a tab answer that was
 * taken for perhaps sent. Any other tab answer is written nowhere.
 */
export function onSendRefused(thread: Thread, key: MessageKey, refused: { at: number; failure: SendFailure }): Thread {
  const message = outbound(thread, key);
  if (!message) return thread;
  const delivery = advance(message.delivery, { status: 'failed', ...refused });
  const known = unanswered(withMessage(thread, { ...message, delivery }), message, refused.at);
  const stands = message.via === 'comment' || (message.via === 'tab' && message.delivery.status === 'unknown');
  return stands ? withNote(known, message, refused.failure) : known;
}

/** Has agents told that words standing in Jira did not arrive. The provider's own words stay with the message: heads stay small. */
export function withNote(thread: Thread, message: OutboundMessage, { detail: _, ...failure }: SendFailure): Thread {
  return withEffect(thread, message.conversation, { kind: 'note', message: message.key, failure });
}

/** An accepted or unknown tab answer becomes a public comment: it ends the description phase. */
function spoken(thread: Thread, message: OutboundMessage, { at, owner }: { at: number; owner?: string }): Thread {
  const conversation = conversationOf(thread, message.conversation);
  if (!conversation || message.via !== 'tab') return thread;
  const answered = { ...conversation, answered: Math.min(conversation.answered ?? Infinity, message.sequence) };
  const copying = withComment(withCopying(withConversation(thread, answered), answered, at), message);
  return owner === undefined ? copying : reserved(copying, answered, { owner, now: at });
}

/** The customer still waits for an agent. A mirror that waited for the outcome of this send may go on. */
function unanswered(thread: Thread, message: OutboundMessage, now: number): Thread {
  const conversation = conversationOf(thread, message.conversation);
  if (!conversation || message.via === 'rule') return thread;
  const waiting: Conversation = { ...untold(conversation, message), waitingOn: 'agent' };
  return withSync(withCopying(withConversation(thread, waiting), waiting, now), waiting, now);
}

/** What never arrived was no first answer. */
function untold(conversation: Conversation, { receivedAt }: OutboundMessage): Conversation {
  const { firstAnswer, ...rest } = conversation;
  return firstAnswer?.at === receivedAt ? rest : conversation;
}

function outbound(thread: Thread, key: MessageKey): OutboundMessage | undefined {
  const message = thread.messages[key];
  return message?.direction === 'outbound' ? message : undefined;
}
