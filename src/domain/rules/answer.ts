import type { Conversation } from '../conversation';
import type { SendFailure } from '../delivery';
import type { AgentAnswer, AgentComment } from '../event';
import type { Author } from '../message';
import type { Moment } from '../moment';
import { conversationOf, messageOfOrigin, type Thread } from '../thread';
import { signedText } from '../text/signedText';
import { commentParts, filesRefusal, tabParts, type AnswerContent } from './answerParts';
import type { Scene } from './append';
import { blockRefusal } from './block';
import {
  additionOf,
  correctionOf,
  onCommentChanged,
  repetitionOf,
  toldRefusal,
  withCorrected,
  withFilesAdded,
  withRepeated,
} from './commentChanged';
import { startLane } from './lanes';
import { ownerRefusal } from './newOwner';
import { quietRefusal } from './quietHours';
import { refusal, textRefusal, wayRefusal } from './refusal';
import { speak, type Answer } from './speak';
import { writtenBefore, writtenJustBefore } from './writtenBefore';

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
  const { agent, origin, way, signed, quotes } = event;
  const author: Author = { kind: 'agent', accountId: agent };
  const written = { ...(way && { way }), ...(signed && { signed }), ...quoted(quotes) };
  const answer: Answer = {
    ...written,
    author,
    via: 'tab',
    origin,
    ...correctionOf(thread, event),
    ...repetitionOf(thread, event),
    ...additionOf(thread, event),
  };
  const parts = tabParts(answerContent({ thread, conversation }, event, moment));
  const sent = speak({ thread, conversation }, { answer, parts }, moment);
  const told = withFilesAdded(withRepeated(withCorrected(sent, event, moment.now), event), event);
  return startLane(told, { ...event, lane: 'phone' }, moment.now);
}

/** Why an answer from the tab is refused; undefined when it is not. Asked with the way it would go. */
export function answerRefusal(scene: Scene, event: AgentAnswer, moment: Moment): SendFailure | undefined {
  const { thread, conversation } = scene;
  const { carriage, way = conversation.route, files = [] } = event;
  const text = signedText({ text: event.text, channel: way.channel, signed: event.signed });
  const there = { head: thread.head, conversation: { ...conversation, route: way }, carriage };
  const asked = { text, isTemplate: event.template !== undefined, hasFiles: files.length > 0 };
  const cannotQuote: SendFailure | undefined = event.quotes && !carriage.quotes ? { reason: 'quote-gone' } : undefined;
  const barred = refusal({ ...moment, ...there, ...asked }) ?? cannotQuote ?? toldRefusal(thread, event);
  return barred ?? filesRefusal(answerContent(scene, event, moment));
}

const quoted = (quote: AgentAnswer['quotes']): Pick<Answer, 'quotes' | 'quotedText'> =>
  quote ? { quotes: quote.providerId, quotedText: quote.text } : {};

function answerContent(
  { conversation }: Scene,
  event: AgentAnswer | AgentComment,
  { settings }: Moment,
): AnswerContent {
  const { text = '', files = [], signed, carriage } = event;
  const isAnswer = event.kind === 'agent-answer';
  const { channel } = (isAnswer ? event.way : undefined) ?? conversation.route;
  const template = isAnswer ? event.template : undefined;
  return { text, files, carriage, channel, settings, ...(signed && { signed }), ...(template && { template }) };
}

/** A public comment of a person. What cannot go becomes a row *not delivered* and an internal note at once. */
export function onAgentComment(thread: Thread, event: AgentComment, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation) return thread;
  if (messageOfOrigin(thread, event.origin))
    return onCommentChanged(thread, { ...event, ...EDITED, fileCount: event.files?.length ?? 0, at: event.publicAt });
  if (writtenBefore(conversation, event.createdAt)) return thread;
  const { agent, origin, commentId, publicAt: at, automated, signed } = event;
  const author: Author = { kind: automated ? 'automation' : 'agent', accountId: agent };
  const written = { origin, commentId, at, fileCount: event.files?.length ?? 0, ...(signed && { signed }) };
  const answer: Answer = { author, via: 'comment', ...written };
  const scene = { thread, conversation };
  const failure = commentRefusal(scene, event, moment);
  const parts = commentParts(answerContent(scene, event, moment));
  return speak(scene, { answer, parts: failure ? parts.map((part) => ({ ...part, failure })) : parts }, moment);
}

const EDITED = { kind: 'comment-changed', change: 'edited' } as const;

function commentRefusal({ thread, conversation }: Scene, event: AgentComment, moment: Moment): SendFailure | undefined {
  const { publicAt, carriage, failure, text = '', files = [], signed } = event;
  const { channel } = conversation.route;
  const barred = blockRefusal(thread.head) ?? ownerRefusal(thread.head, conversation.id);
  if (barred) return barred;
  if (writtenJustBefore(conversation, event.createdAt)) return { reason: 'written-before-start' };
  if (conversation.locked) return { reason: 'conversation-locked', at: conversation.locked.at };
  const { closed } = conversation;
  const doneAt = closed?.at ?? doneSince(conversation, event);
  if (closed?.beside && publicAt > closed.at) return { reason: 'conversation-closed', at: closed.at };
  if (doneAt !== undefined && publicAt > doneAt + TRANSITION_MS) return { reason: 'written-after-close', at: doneAt };
  if (conversation.state === 'paused') return { reason: 'conversation-paused' };
  if (moment.now - publicAt > COMMENT_LIFE_MS) return { reason: 'comment-too-old', at: publicAt };
  const said = { text: signedText({ text, channel, signed }), hasFiles: files.length > 0 };
  const attempt = { ...moment, head: thread.head, conversation, carriage, ...said };
  return failure ?? quietRefusal(conversation, moment) ?? wayRefusal(attempt) ?? textRefusal(attempt);
}

/** A Done that the conversation has been reopened after counts no more, although the request may still be on its way out of it. */
const doneSince = ({ openAt }: Conversation, { doneAt }: AgentComment): number | undefined =>
  doneAt !== undefined && doneAt <= (openAt ?? -Infinity) ? undefined : doneAt;
