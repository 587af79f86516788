import type { Effect } from '../effect';
import type { Moment } from '../moment';
import { conversationOf, isStarted, withConversation, withEffects, type Thread } from '../thread';

/**
 * X1: where nothing of the chat is copied to Jira, no performer is woken to find that out. What still belongs to the
 * description is copied as ever.
 */
export function withoutCopies(before: Thread, thread: Thread, { settings }: Moment): Thread {
  if (settings.copy !== 'off' || thread.head.lanes.jira === before.head.lanes.jira) return thread;
  const known = new Set(before.head.lanes.jira.queue.map(({ id }) => id));
  const idle = thread.head.lanes.jira.queue.filter(
    (effect) => effect.kind === 'mirror' && !known.has(effect.id) && !isStarted(thread, effect),
  );
  return idle.reduce((now, effect) => withoutCopy(now, effect, settings.description === 'first'), thread);
}

function withoutCopy(thread: Thread, effect: Effect, isDescribed: boolean): Thread {
  const conversation = conversationOf(thread, effect.conversation);
  if (!conversation || (conversation.copy.phase === 'description' && !isDescribed)) return thread;
  const left = withEffects(thread, 'jira', (one) => (one.id === effect.id ? undefined : one));
  return withConversation(left, { ...conversation, mirrored: conversation.messages });
}
