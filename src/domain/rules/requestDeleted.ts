import type { ConversationId } from '../ids';
import type { LastClosed } from '../head';
import type { Moment } from '../moment';
import { conversationOf, withConversation, withEffects, type Thread } from '../thread';
import { end } from './close';
import { lateMessages, openFollowUp } from './lateMessages';
import { withoutStatusNotice } from './statusNotice';

type Deletion = { readonly conversation: ConversationId; readonly at: number };

/**
 * The request is gone for good: the conversation ends, nothing more is written to it, no other is linked to it, and none of
 * the customer's messages may be kept where nobody can see them: what came after the deletion, before we heard of it,
 * begins the next conversation.
 */
export function onRequestDeleted(thread: Thread, { conversation: id, at }: Deletion, moment: Moment): Thread {
  const conversation = conversationOf(thread, id);
  if (!conversation) return thread;
  const { locked, ...open } = conversation;
  const isOpen = open.state !== 'closed';
  const ended = isOpen ? end(thread, open, { at, source: 'user', beside: true }) : thread;
  const free = untold(locked ? withConversation(ended, open) : ended, open.id);
  const gone = unlinked(withoutWork(free, open.id), open.id);
  const late = isOpen ? lateMessages(thread, conversation, { at, moment }) : [];
  return late.length > 0 ? openFollowUp(gone, late, moment) : gone;
}

/** Nobody is told of a request that is no more. */
function untold(thread: Thread, id: ConversationId): Thread {
  const conversation = conversationOf(thread, id);
  return conversation ? withoutStatusNotice(thread, conversation) : thread;
}

function withoutWork(thread: Thread, id: ConversationId): Thread {
  const isIts = (effect: { conversation: ConversationId }) => effect.conversation === id;
  if (!thread.head.lanes.jira.queue.some(isIts)) return thread;
  return withEffects(thread, 'jira', (effect) => (isIts(effect) ? undefined : effect));
}

function unlinked(thread: Thread, id: ConversationId): Thread {
  const { closed } = thread.head;
  if (!Object.values(closed).some((last) => last.id === id && (last.request ?? last.locked))) return thread;
  const known = Object.entries(closed).map(([slot, last]): [string, LastClosed] => [
    slot,
    last.id === id ? { id, at: last.at } : last,
  ]);
  return { ...thread, head: { ...thread.head, closed: Object.fromEntries(known) } };
}
