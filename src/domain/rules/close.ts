import type { CloseRules } from '../closeRules';
import type { Conversation } from '../conversation';
import type { StatusNow } from '../event';
import { withConversation, type Thread } from '../thread';

type Closed = NonNullable<Conversation['closed']>;

/** Does a request in this status close its conversation? (X8) */
export function closes({ closeOn, closeStatuses }: CloseRules, { name, category }: StatusNow): boolean {
  if (closeOn === 'button') return false;
  if (closeOn === 'done-category') return category === 'done';
  return closeStatuses.some((status) => status.toLowerCase() === name.toLowerCase());
}

/** Ends a conversation: nothing is sent in it any more, the next message of the customer is another one's. */
export function close(thread: Thread, conversation: Conversation, closed: Closed): Thread {
  const { request, slot, id } = conversation;
  const ended = withConversation(thread, { ...conversation, state: 'closed', closed });
  const last = { id, at: closed.at, ...(request && { request }) };
  const parked = ended.head.parked.filter((one) => one !== id);
  return { ...ended, head: { ...ended.head, closed: { ...ended.head.closed, [slot]: last }, parked } };
}
