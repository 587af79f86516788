import { isOnItsWay, isUtterance } from '../../domain/content';
import type { Conversation } from '../../domain/conversation';
import type { EffectResult } from '../../domain/effectResult';
import type { InboundMessage, Message, OutboundMessage } from '../../domain/message';
import { rulesFor, type ProjectSettings } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import { loadSettings } from '../../storage/settings';
import { isCopied, messagesAfter } from './copied';
import { mirrorAnswer } from './mirrorAnswer';
import { mirrorComment } from './mirrorComment';
import { mirrorDescription } from './mirrorDescription';
import type { Run } from './run';
import type { Task } from './task';

/** How long the outcome of a send is waited for before its place in Jira is looked at again: at first so long, then twice as long each time. */
const OUTCOME_MS = 2_000;
/** A send ends within ten seconds of its start. What waits longer has not begun: the customer's words do not wait for it. */
const PATIENCE_MS = 30_000;
/** How long the copy of a message waits for its file; the file's arrival wakes it. What comes later follows in a comment of its own. */
const AWAITED_MS = 60_000;
const FILE_MS = 10_000;

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
  const upTo = messages.at(-1)?.sequence ?? conversation.messages;
  if (!next) return { kind: 'mirrored', upTo, copy: conversation.copy };
  const rules = rulesFor(await loadSettings(task.app.ports.store, task.thread.head.project), conversation.route.number);
  const describes = inDescription(conversation, next, rules);
  if (rules.copy === 'off' && !describes) return { kind: 'mirrored', upTo, copy: { phase: 'comments' } };
  if (next.direction === 'outbound') return answerStep(task, { conversation, issueId, rules, message: next });
  if (isAwaited(task, next)) return { kind: 'later', at: task.app.ports.clock.now() + FILE_MS, waiting: true };
  const run = { conversation, issueId, rules, ...runFrom(next, messages.slice(first), { conversation, rules }) };
  return describes ? mirrorDescription(task, run) : mirrorComment(task, run);
}

/** A tab answer becomes a comment once its outcome is known, and only where it was not refused; what staff wrote elsewhere at once. */
const isPending = (message: Message): message is OutboundMessage =>
  message.direction === 'outbound' &&
  (message.via === 'tab' || message.via === 'phone') &&
  isUtterance(message.content) &&
  message.delivery.status !== 'failed';

/** Its file is being fetched, and not for too long yet: the copy shows both together. */
const isAwaited = ({ app }: Task<'mirror'>, { content, receivedAt }: Message): boolean =>
  isOnItsWay(content) && app.ports.clock.now() < receivedAt + AWAITED_MS;

type Step = Pick<Run, 'conversation' | 'issueId' | 'rules'> & { readonly message: OutboundMessage };

function answerStep(task: Task<'mirror'>, step: Step): Promise<EffectResult> | EffectResult {
  const { delivery, key, receivedAt } = step.message;
  if (delivery.status !== 'queued') return mirrorAnswer(task, step);
  const now = task.app.ports.clock.now();
  const age = now - receivedAt;
  if (age >= PATIENCE_MS) return { kind: 'passed-over', message: key };
  return { kind: 'later', at: Math.min(now + Math.max(OUTCOME_MS, age), receivedAt + PATIENCE_MS), waiting: true };
}

const inDescription = (conversation: Conversation, message: Message, rules: ProjectSettings): boolean =>
  rules.description === 'aggregate-until-reply' &&
  message.direction === 'inbound' &&
  conversation.copy.phase === 'description' &&
  message.sequence < (conversation.answered ?? Infinity);

type Bounds = { readonly conversation: Conversation; readonly rules: ProjectSettings };

/** The customer's messages up to the next public answer; rows of ours in between (an auto-reply) do not break the run. */
function runFrom(
  first: InboundMessage,
  rest: readonly Message[],
  { conversation, rules }: Bounds,
): Pick<Run, 'messages' | 'upTo'> {
  const end = rest.findIndex(
    (message, index) =>
      isAnswer(message) ||
      isOnItsWay(message.content) ||
      endsDescription(message, first, conversation) ||
      (!inDescription(conversation, first, rules) && isApart(rest[index - 1], message, rules)),
  );
  const run = end === -1 ? rest : rest.slice(0, end);
  return { messages: [first, ...run.slice(1).filter(isCopied)], upTo: run.at(-1)?.sequence ?? first.sequence };
}

const isAnswer = (message: Message): boolean =>
  message.direction === 'outbound' &&
  message.via !== 'rule' &&
  (message.via === 'comment' || message.delivery.status !== 'failed');

const endsDescription = (message: Message, first: Message, { answered = Infinity }: Conversation): boolean =>
  first.sequence < answered && message.sequence >= answered;

/** X5 by time: what was said later than the coalescing seconds after the message before it is a comment of its own. */
const isApart = (before: Pick<Message, 'at'> | undefined, { at }: Message, rules: ProjectSettings): boolean =>
  before !== undefined && rules.joinComments === 'by-time' && at - before.at > rules.coalesceSeconds * 1_000;
