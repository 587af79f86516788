import type { Content } from '../content';
import type { Conversation, Copy, Route } from '../conversation';
import { queuedAt, type Delivery, type SendFailure } from '../delivery';
import type { MessageKey } from '../ids';
import type { Author, Via } from '../message';
import type { Moment } from '../moment';
import { routeNow } from '../routeNow';
import { conversationOf, withConversation, withEffect, withOrigin, type Thread } from '../thread';
import { asSeen } from '../unread';
import type { Part } from './answerParts';
import { append, withSync, type Added, type Scene } from './append';
import { withSilence } from './silence';

/** Who answers, and where it is written. */
export type Answer = {
  readonly author: Author;
  readonly via: Via;
  readonly origin: string;
  readonly commentId?: string;
  readonly at?: number;
  readonly way?: Route;
  readonly quotes?: string;
  readonly quotedText?: string;
  readonly corrects?: MessageKey;
  readonly fileCount?: number;
  readonly signed?: string;
};

/** An answer is one message or several: the first bears its origin, and one note tells of all that cannot go. */
export function speak(
  scene: Scene,
  { answer, parts }: { answer: Answer; parts: readonly Part[] },
  moment: Moment,
): Thread {
  const firstRefused = parts.find(({ failure }) => failure);
  return parts.reduce((thread, part) => {
    const conversation = conversationOf(thread, scene.conversation.id) ?? scene.conversation;
    const { origin: _o, quotes: _q, quotedText: _t, corrects: _c, fileCount: _f, ...further } = answer;
    const message = part === parts[0] ? answer : further;
    const there = { thread, conversation };
    if (!part.failure) return send(there, { ...message, content: part.content }, moment);
    const refused = { ...message, content: part.content, failure: part.failure };
    return refuse(there, refused, { now: moment.now, isNoted: part === firstRefused });
  }, scene.thread);
}

type Written = Omit<Answer, 'origin'> & { readonly origin?: string; readonly content: Content };

function send(scene: Scene, answer: Written, moment: Moment): Thread {
  const { now } = moment;
  const added = addAnswer(scene, answer, { now, delivery: queuedAt(now) });
  const answered: Conversation = { ...asSeen(added.conversation), waitingOn: 'customer', answeredAt: now };
  const known = withSilence({ thread: withConversation(added.thread, answered), conversation: answered }, moment);
  const queued = withEffect(known, answered.id, { kind: 'send-message', message: added.message.key });
  return withSync(queued, answered, now);
}

type Refusing = { readonly now: number; readonly isNoted: boolean };

function refuse(scene: Scene, answer: Written & { failure: SendFailure }, { now, isNoted }: Refusing): Thread {
  const { failure } = answer;
  const delivery: Delivery = { status: 'failed', history: [{ status: 'failed', at: now }], failure };
  const { thread, conversation, message } = addAnswer(scene, answer, { now, delivery });
  return isNoted ? withEffect(thread, conversation.id, { kind: 'note', message: message.key, failure }) : thread;
}

function addAnswer(scene: Scene, answer: Written, { now, delivery }: { now: number; delivery: Delivery }): Added {
  const { origin, content, via, author } = answer;
  const added = append(scene, {
    direction: 'outbound',
    via,
    author,
    ...routeNow(scene.thread.contact, answer.way ?? scene.conversation.route),
    content,
    at: Math.min(answer.at ?? now, now),
    receivedAt: now,
    delivery,
    ...detailsOf(answer),
  });
  const { message } = added;
  const conversation = via === 'comment' ? spokenInComments(added.conversation, message.sequence) : added.conversation;
  const thread = withConversation(added.thread, conversation);
  return { thread: origin === undefined ? thread : withOrigin(thread, origin, message.key), conversation, message };
}

function detailsOf({ commentId, quotes, quotedText, corrects, fileCount, signed }: Written) {
  return {
    ...(commentId !== undefined && { commentId }),
    ...(quotes !== undefined && { quotes }),
    ...(quotedText !== undefined && { quotedText }),
    ...(corrects && { corrects }),
    ...(fileCount !== undefined && { fileCount }),
    ...(signed !== undefined && { signed }),
  };
}

/** A public comment stands in Jira: it ends the description phase and the run of the last customer comment. */
function spokenInComments(conversation: Conversation, sequence: number): Conversation {
  const { comment } = conversation.copy;
  const copy: Copy = comment ? { ...conversation.copy, comment: { ...comment, over: true } } : conversation.copy;
  return { ...conversation, answered: conversation.answered ?? sequence, copy };
}
