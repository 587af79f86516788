import type { Content } from '../content';
import type { Conversation, Copy, Route } from '../conversation';
import { queuedAt, type Delivery, type SendFailure } from '../delivery';
import type { AgentAnswer, AgentComment } from '../event';
import type { MessageKey } from '../ids';
import type { Author, Via } from '../message';
import type { Moment } from '../moment';
import { conversationOf, messageOfOrigin, withConversation, withEffect, withOrigin, type Thread } from '../thread';
import type { SentTemplate } from '../template';
import { signedText } from '../text/signedText';
import { asSeen } from '../unread';
import { append, withSync, type Added, type Scene } from './append';
import { blockRefusal } from './block';
import { correctionOf, onCommentChanged, withCorrected } from './commentChanged';
import { startLane } from './lanes';
import { ownerRefusal } from './newOwner';
import { quietRefusal } from './quietHours';
import { withSilence } from './silence';
import { refusal, textRefusal, wayRefusal } from './refusal';

/** A public comment older than this is not sent any more: the event was lost for too long to be an answer. */
export const COMMENT_LIFE_MS = 3_600_000;

/**
 * Jira writes a comment of the Resolve screen and the change of status one after the other, each with its own time: well under
 * a second apart. Nobody opens the editor, writes and saves another comment within two.
 */
export const TRANSITION_MS = 2_000;

/** An answer from the tab. Refused ones change nothing: the caller asks `refusal` why. The same draft is one answer. */
export function onAgentAnswer(thread: Thread, event: AgentAnswer, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || messageOfOrigin(thread, event.origin)) return thread;
  if (answerRefusal({ thread, conversation }, event, moment)) return thread;
  const { text, template, agent, origin, way, signed } = event;
  const author: Author = { kind: 'agent', accountId: agent };
  const written = { text, ...(template && { template }), ...(way && { way }), ...(signed && { signed }) };
  const answer: Answer = { ...written, author, via: 'tab', origin, ...correctionOf(thread, event) };
  const sent = send({ thread, conversation }, answer, moment);
  return startLane(withCorrected(sent, event, moment.now), { ...event, lane: 'phone' }, moment.now);
}

/** Why an answer from the tab is refused; undefined when it is not. Asked with the way it would go. */
export function answerRefusal(scene: Scene, event: AgentAnswer, moment: Moment): SendFailure | undefined {
  const { thread, conversation } = scene;
  const { carriage, way = conversation.route } = event;
  const text = signedText({ text: event.text, channel: way.channel, signed: event.signed });
  const there = { head: thread.head, conversation: { ...conversation, route: way }, carriage };
  return refusal({ ...moment, ...there, text, isTemplate: event.template !== undefined });
}

/** A public comment of a person. What cannot go becomes a row *not delivered* and an internal note at once. */
export function onAgentComment(thread: Thread, event: AgentComment, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation) return thread;
  if (messageOfOrigin(thread, event.origin))
    return onCommentChanged(thread, { ...event, ...EDITED, at: event.publicAt });
  if (event.createdAt < conversation.openedAt) return thread;
  const { text = '', agent, origin, commentId, publicAt: at, automated, signed } = event;
  const author: Author = { kind: automated ? 'automation' : 'agent', accountId: agent };
  const answer: Answer = { text, author, via: 'comment', origin, commentId, at, ...(signed && { signed }) };
  const failure = commentRefusal({ thread, conversation }, event, moment);
  const scene = { thread, conversation };
  return failure ? refuse(scene, { ...answer, failure }, moment.now) : send(scene, answer, moment);
}

const EDITED = { kind: 'comment-changed', change: 'edited' } as const;

function commentRefusal({ thread, conversation }: Scene, event: AgentComment, moment: Moment): SendFailure | undefined {
  const { publicAt, carriage, failure, text = '', signed } = event;
  const { channel } = conversation.route;
  const barred = blockRefusal(thread.head) ?? ownerRefusal(thread.head, conversation.id);
  if (barred) return barred;
  if (conversation.locked) return { reason: 'conversation-locked', at: conversation.locked.at };
  const { closed } = conversation;
  const doneAt = closed?.at ?? doneSince(conversation, event);
  if (closed?.beside && publicAt > closed.at) return { reason: 'conversation-closed', at: closed.at };
  if (doneAt !== undefined && publicAt > doneAt + TRANSITION_MS) return { reason: 'written-after-close', at: doneAt };
  if (conversation.state === 'paused') return { reason: 'conversation-paused' };
  if (moment.now - publicAt > COMMENT_LIFE_MS) return { reason: 'comment-too-old', at: publicAt };
  const attempt = { ...moment, head: thread.head, conversation, carriage, text: signedText({ text, channel, signed }) };
  return failure ?? quietRefusal(conversation, moment) ?? wayRefusal(attempt) ?? textRefusal(attempt);
}

/** A Done that the conversation has been reopened after counts no more, although the request may still be on its way out of it. */
const doneSince = ({ openAt }: Conversation, { doneAt }: AgentComment): number | undefined =>
  doneAt !== undefined && doneAt <= (openAt ?? -Infinity) ? undefined : doneAt;

type Answer = {
  readonly text: string;
  readonly template?: SentTemplate;
  readonly author: Author;
  readonly via: Via;
  readonly origin: string;
  readonly commentId?: string;
  readonly at?: number;
  readonly way?: Route;
  readonly quotes?: string;
  readonly corrects?: MessageKey;
  readonly signed?: string;
};

function send(scene: Scene, answer: Answer, moment: Moment): Thread {
  const { now } = moment;
  const added = addAnswer(scene, answer, { now, delivery: queuedAt(now) });
  const answered: Conversation = { ...asSeen(added.conversation), waitingOn: 'customer', answeredAt: now };
  const known = withSilence({ thread: withConversation(added.thread, answered), conversation: answered }, moment);
  const queued = withEffect(known, answered.id, { kind: 'send-message', message: added.message.key });
  return withSync(queued, answered, now);
}

function refuse(scene: Scene, answer: Answer & { failure: SendFailure }, now: number): Thread {
  const { failure } = answer;
  const delivery: Delivery = { status: 'failed', history: [{ status: 'failed', at: now }], failure };
  const added = addAnswer(scene, answer, { now, delivery });
  return withEffect(added.thread, added.conversation.id, { kind: 'note', message: added.message.key, failure });
}

function addAnswer(scene: Scene, answer: Answer, { now, delivery }: { now: number; delivery: Delivery }): Added {
  const added = append(scene, {
    direction: 'outbound',
    via: answer.via,
    author: answer.author,
    ...(answer.way ?? scene.conversation.route),
    content: contentOf(answer),
    at: Math.min(answer.at ?? now, now),
    receivedAt: now,
    delivery,
    ...detailsOf(answer),
  });
  const { message } = added;
  const conversation =
    answer.via === 'comment' ? spokenInComments(added.conversation, message.sequence) : added.conversation;
  return {
    thread: withOrigin(withConversation(added.thread, conversation), answer.origin, message.key),
    conversation,
    message,
  };
}

const contentOf = ({ text, template }: Answer): Content =>
  template ? { kind: 'template', template, text } : { kind: 'text', text };

function detailsOf({ commentId, quotes, corrects, signed }: Answer) {
  return {
    ...(commentId !== undefined && { commentId }),
    ...(quotes !== undefined && { quotes }),
    ...(corrects && { corrects }),
    ...(signed !== undefined && { signed }),
  };
}

/** A public comment stands in Jira: it ends the description phase and the run of the last customer comment. */
function spokenInComments(conversation: Conversation, sequence: number): Conversation {
  const { comment } = conversation.copy;
  const copy: Copy = comment ? { ...conversation.copy, comment: { ...comment, over: true } } : conversation.copy;
  return { ...conversation, answered: conversation.answered ?? sequence, copy };
}
