import type { Conversation } from '../conversation';
import { queuedAt, type SendFailure } from '../delivery';
import type { AgentAnswer, AgentComment } from '../event';
import type { Message, Via } from '../message';
import type { ProjectSettings } from '../settings';
import { conversationOf, messageOfOrigin, withConversation, withEffect, withOrigin, type Thread } from '../thread';
import type { AccountId } from '../ids';
import { append, withSync } from './append';
import { startLane } from './lanes';
import { refusal, textRefusal, wayRefusal } from './refusal';

/** A public comment older than this is not sent any more: the event was lost for too long to be an answer. */
export const COMMENT_LIFE_MS = 3_600_000;

/** An answer from the tab. Refused ones change nothing: the caller asks `refusal` why. The same draft is one answer. */
export function onAgentAnswer(thread: Thread, event: AgentAnswer, settings: ProjectSettings, now: number): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || messageOfOrigin(thread, event.origin)) return thread;
  const attempt = { head: thread.head, conversation, carriage: event.carriage, settings, text: event.text, now };
  if (refusal(attempt)) return thread;
  const sent = send(
    thread,
    conversation,
    { text: event.text, agent: event.agent, via: 'tab', origin: event.origin },
    now,
  );
  return startLane(sent, { lane: 'phone', owner: event.owner, until: event.until }, now);
}

/** A public comment of a person. What cannot go becomes a row *not delivered* and an internal note at once. */
export function onAgentComment(thread: Thread, event: AgentComment, settings: ProjectSettings, now: number): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || messageOfOrigin(thread, event.origin)) return thread;
  if (event.createdAt < conversation.openedAt) return thread;
  const failure = commentRefusal(thread, conversation, event, settings, now);
  const answer: Answer = {
    text: event.text ?? '',
    agent: event.agent,
    via: 'comment',
    origin: event.origin,
    commentId: event.commentId,
    at: event.createdAt,
  };
  return failure ? refuse(thread, conversation, { ...answer, failure }, now) : send(thread, conversation, answer, now);
}

function commentRefusal(
  thread: Thread,
  conversation: Conversation,
  event: AgentComment,
  settings: ProjectSettings,
  now: number,
): SendFailure | undefined {
  const doneAt = conversation.closed?.at ?? event.doneAt;
  if (doneAt !== undefined && event.createdAt > doneAt) return { reason: 'written-after-close', at: doneAt };
  if (conversation.state === 'paused') return { reason: 'conversation-paused' };
  if (now - event.createdAt > COMMENT_LIFE_MS) return { reason: 'comment-too-old', at: event.createdAt };
  if (event.failure) return event.failure;
  return (
    wayRefusal(thread.head, conversation, event.carriage, now) ??
    textRefusal(conversation, event.carriage, settings, event.text ?? '')
  );
}

type Answer = {
  readonly text: string;
  readonly agent: AccountId;
  readonly via: Via;
  readonly origin: string;
  readonly commentId?: string;
  readonly at?: number;
};

function send(thread: Thread, conversation: Conversation, answer: Answer, now: number): Thread {
  const added = addAnswer(thread, conversation, answer, now);
  const spoken =
    answer.via === 'comment' ? spokenInComments(added.conversation, added.message.sequence) : added.conversation;
  const answered: Conversation = { ...spoken, waitingOn: 'customer', unread: false };
  const queued = withEffect(withConversation(added.thread, answered), conversation.id, {
    kind: 'send-message',
    message: added.message.key,
  });
  return withSync(queued, answered, now);
}

function refuse(
  thread: Thread,
  conversation: Conversation,
  answer: Answer & { failure: SendFailure },
  now: number,
): Thread {
  const added = addAnswer(thread, conversation, answer, now);
  const spoken = spokenInComments(added.conversation, added.message.sequence);
  const noted = withConversation(added.thread, spoken);
  return withEffect(noted, conversation.id, { kind: 'note', message: added.message.key, failure: answer.failure });
}

function addAnswer(
  thread: Thread,
  conversation: Conversation,
  answer: Answer & { failure?: SendFailure },
  now: number,
) {
  const added = append(thread, conversation, {
    direction: 'outbound',
    via: answer.via,
    author: { kind: 'agent', accountId: answer.agent },
    ...conversation.route,
    content: { kind: 'text', text: answer.text },
    at: Math.min(answer.at ?? now, now),
    receivedAt: now,
    delivery: answer.failure ? refusedAt(now, answer.failure) : queuedAt(now),
    ...(answer.commentId !== undefined && { commentId: answer.commentId }),
  });
  const thread2 = withOrigin(added.thread, answer.origin, added.message.key);
  return { thread: thread2, message: added.message satisfies Message, conversation: added.conversation };
}

const refusedAt = (at: number, failure: SendFailure) => ({
  status: 'failed' as const,
  history: [{ status: 'failed' as const, at }],
  failure,
});

/** A public comment stands in Jira: it ends the description phase and the run of the last customer comment. */
function spokenInComments(conversation: Conversation, sequence: number): Conversation {
  const { comment: _, ...copy } = conversation.copy;
  return { ...conversation, answered: conversation.answered ?? sequence, copy };
}
