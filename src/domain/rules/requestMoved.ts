import type { RequestRef } from '../conversation';
import type { RequestMoved } from '../event';
import type { LastClosed } from '../head';
import type { Moment } from '../moment';
import { conversationOf, withConversation, type Thread } from '../thread';
import { close } from './close';
import { once } from './once';

/**
 * Where the request is now. It takes its conversation along, whatever its new key and project; the rules stay those of the
 * project in which the customer wrote. Outside service projects nobody could answer: there the conversation ends, and its
 * agents are told.
 */
export function onRequestMoved(thread: Thread, event: RequestMoved, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (conversation?.request?.issueId !== event.request.issueId) return thread;
  const known = withKey(thread, event);
  const moved = conversationOf(known, event.conversation);
  if (!moved || event.inServiceProject || moved.state === 'closed') return known;
  const { source, by } = event;
  const closed = { at: moment.now, source, ...(by && { by }), beside: true } as const;
  const told = once(known, moved.id, { kind: 'remark', remark: 'left-service' });
  return close({ thread: told, conversation: moved }, closed, moment);
}

function withKey(thread: Thread, { conversation: id, request }: RequestMoved): Thread {
  const conversation = conversationOf(thread, id);
  if (!conversation || conversation.request?.issueKey === request.issueKey) return thread;
  return withRequestOfClosed(withConversation(thread, { ...conversation, request }), id, request);
}

/** The head names the request of the conversation that closed last, for the next one to be linked to. */
export function withRequestOfClosed(thread: Thread, id: string, request: RequestRef): Thread {
  const { closed } = thread.head;
  if (!Object.values(closed).some((last) => last.id === id && last.request)) return thread;
  const known = Object.entries(closed).map(([slot, last]): [string, LastClosed] => [
    slot,
    last.id === id ? { ...last, request } : last,
  ]);
  return { ...thread, head: { ...thread.head, closed: Object.fromEntries(known) } };
}
