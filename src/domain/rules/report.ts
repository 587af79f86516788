import { advance, priced } from '../delivery';
import type { Conversation } from '../conversation';
import type { DeliveryReport } from '../event';
import { conversationOf, withConversation, withMessage, type Thread } from '../thread';
import { withSync } from './append';
import { withNote } from './sendResult';
import { pacedFrom } from './tooFast';

/** A provider tells how far a message came. A failure after the agent's words stand in Jira is followed by an internal note. */
export function onReport(thread: Thread, event: DeliveryReport, now: number): Thread {
  const message = thread.messages[event.message];
  if (message?.direction !== 'outbound' || message.number !== event.number) return thread;
  const delivery = priced(advance(message.delivery, event), event.price);
  if (delivery === message.delivery) return thread;
  const providerId = message.providerId ?? event.providerId;
  const told = withMessage(thread, { ...message, delivery, ...(providerId !== undefined && { providerId }) });
  const failedNow = delivery.status === 'failed' && message.delivery.status !== 'failed';
  const changed = failedNow && delivery.failure?.reason === 'too-fast' ? pacedFrom(told, event.at, now) : told;
  const conversation = conversationOf(thread, message.conversation);
  if (!failedNow || message.via === 'rule' || !conversation?.request) return changed;
  const noted = withNote(changed, message, delivery.failure ?? { reason: 'refused' });
  return conversation.state === 'active' ? withUnanswered(noted, conversation, event.at) : noted;
}

/** The customer did not get the answer: an agent's turn again. */
function withUnanswered(thread: Thread, conversation: Conversation, now: number): Thread {
  const waiting: Conversation = { ...conversation, waitingOn: 'agent' };
  return withSync(withConversation(thread, waiting), waiting, now);
}
