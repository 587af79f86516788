import type { ConversationEvent } from '../domain/event';
import { messageOfOrigin, type Thread } from '../domain/thread';

/**
 * Those of a provider's events that the thread holds nothing of after their turn, by their kind alone: a reaction of somebody
 * without a conversation, what staff wrote where none is active, a report about a message that is not there.
 */
export const notKept = (thread: Thread, events: readonly ConversationEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === 'customer-message' || event.kind === 'staff-message')
      return messageOfOrigin(thread, event.origin) === undefined ? [`${event.kind} without a conversation`] : [];
    return event.kind === 'report' && !isOurs(thread, event) ? ['report without its message'] : [];
  });

function isOurs({ messages }: Thread, { message, number }: Extract<ConversationEvent, { kind: 'report' }>): boolean {
  const found = messages[message];
  return found?.direction === 'outbound' && found.number === number;
}
