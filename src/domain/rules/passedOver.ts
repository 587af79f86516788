import type { OutboundMessage } from '../message';
import { conversationOf, withConversation, withEffect, withMessage, type Thread } from '../thread';

/**
 * Jira's copy goes on without an answer that waits to be sent (decision 028). Its comment follows once it is out: at once
 * where that was settled in the same moment, never where it was refused.
 */
export function withPassedOver(thread: Thread, message: OutboundMessage): Thread {
  const { status } = message.delivery;
  const waiting: OutboundMessage = { ...message, passedOver: true };
  if (status === 'queued') return withoutDescription(withMessage(thread, waiting), message);
  return status === 'failed' ? thread : shown(thread, message);
}

/** The description ends here already: what follows would else stand in it, and again below the answer once that is out. */
function withoutDescription(thread: Thread, { conversation: id, sequence }: OutboundMessage): Thread {
  const conversation = conversationOf(thread, id);
  if (!conversation) return thread;
  return withConversation(thread, { ...conversation, answered: Math.min(conversation.answered ?? Infinity, sequence) });
}

/** An answer that was passed over went out, or may have: its comment stands where it went out. */
export function withComment(thread: Thread, { key }: OutboundMessage): Thread {
  const message = thread.messages[key];
  if (message?.direction !== 'outbound' || !message.passedOver) return thread;
  const { passedOver: _, ...known } = message;
  return shown(withMessage(thread, known), known);
}

const shown = (thread: Thread, { conversation, key }: OutboundMessage): Thread =>
  withEffect(thread, conversation, { kind: 'show-answer', message: key });
