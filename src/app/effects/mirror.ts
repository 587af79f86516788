import type { Conversation } from '../../domain/conversation';
import type { EffectResult } from '../../domain/event';
import type { IssueId } from '../../domain/ids';
import type { InboundMessage, Message, OutboundMessage } from '../../domain/message';
import { conversationOf } from '../../domain/thread';
import { isCopied, messagesAfter } from './copied';
import { mirrorAnswer } from './mirrorAnswer';
import { mirrorComment } from './mirrorComment';
import { mirrorDescription } from './mirrorDescription';
import type { Run } from './run';
import type { Task } from './task';

/** How long the outcome of a send is waited for before its place in Jira is looked at again. */
const OUTCOME_MS = 2_000;

/**
 * Brings Jira one step nearer to the conversation: one description, one customer comment or one agent comment a time, so
 * that every write is recorded before the next. The cursor `mirrored` says how far Jira is.
 */
export async function mirror(task: Task<'mirror'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  const issueId = conversation?.request?.issueId;
  if (!conversation || !issueId) return { kind: 'done' };
  const messages = await messagesAfter(task.app, conversation, conversation.mirrored);
  const first = messages.findIndex((message) => isCopied(message) || isPending(message));
  const next = messages[first];
  if (!next)
    return { kind: 'mirrored', upTo: messages.at(-1)?.sequence ?? conversation.messages, copy: conversation.copy };
  if (next.direction === 'outbound') return answerStep(task, { conversation, issueId, message: next });
  const run = { conversation, issueId, ...runFrom(next, messages.slice(first), conversation) };
  return inDescription(conversation, next) ? mirrorDescription(task, run) : mirrorComment(task, run);
}

/** A tab answer becomes a comment once its outcome is known, and only where it was not refused. */
const isPending = (message: Message): message is OutboundMessage =>
  message.direction === 'outbound' && message.via === 'tab' && message.delivery.status !== 'failed';

function answerStep(
  task: Task<'mirror'>,
  step: { conversation: Conversation; issueId: IssueId; message: OutboundMessage },
): Promise<EffectResult> | EffectResult {
  if (step.message.delivery.status !== 'queued') return mirrorAnswer(task, step);
  return { kind: 'later', at: task.app.ports.clock.now() + OUTCOME_MS, waiting: true };
}

const inDescription = (conversation: Conversation, message: Message): boolean =>
  conversation.copy.phase === 'description' && message.sequence < (conversation.answered ?? Infinity);

/** The customer's messages up to the next public answer; rows of ours in between (an auto-reply) do not break the run. */
function runFrom(
  first: InboundMessage,
  rest: readonly Message[],
  conversation: Conversation,
): Pick<Run, 'messages' | 'upTo'> {
  const end = rest.findIndex((message) => isAnswer(message) || endsDescription(message, first, conversation));
  const run = end === -1 ? rest : rest.slice(0, end);
  return { messages: [first, ...run.slice(1).filter(isCopied)], upTo: run.at(-1)?.sequence ?? first.sequence };
}

const isAnswer = (message: Message): boolean =>
  message.direction === 'outbound' &&
  message.via !== 'rule' &&
  (message.via === 'comment' || message.delivery.status !== 'failed');

const endsDescription = (message: Message, first: Message, { answered = Infinity }: Conversation): boolean =>
  first.sequence < answered && message.sequence >= answered;
