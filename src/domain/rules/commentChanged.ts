import type { Content } from '../content';
import type { SendFailure } from '../delivery';
import type { AgentAnswer, CommentChanged } from '../event';
import type { MessageKey } from '../ids';
import { isUntold, type ChangedComment, type Message, type OutboundMessage } from '../message';
import { unquoted } from '../quote';
import { isStarted, messageOfOrigin, withEffects, withMessage, withOrigin, type Thread } from '../thread';
import { onSendRefused } from './sendResult';

/**
 * A comment that the customer has as a message was edited, made internal or deleted: its row says so, nothing is sent. What
 * is still waiting to be sent is withdrawn. Edited back, the row says nothing any more.
 */
export function onCommentChanged(thread: Thread, event: CommentChanged): Thread {
  const key = messageOfOrigin(thread, event.origin);
  const message = key && thread.messages[key];
  if (message?.direction !== 'outbound') return thread;
  if (event.change === 'edited') return edited(thread, message, event);
  if (message.delivery.failure?.reason === 'withdrawn') return thread;
  return withdrawn(thread, message, event.at) ?? withChange(thread, message, event);
}

type Changed = Pick<CommentChanged, 'commentId'> & ChangedComment;

/** Told once: the time is that of the first change of its kind. */
function withChange(thread: Thread, message: OutboundMessage, { change, isFileAdded, commentId, at }: Changed): Thread {
  const { comment: told } = message;
  if (told?.change === change && told.isFileAdded === isFileAdded) return thread;
  const comment = { change, at: told?.change === change ? told.at : at, ...(isFileAdded && { isFileAdded }) };
  return withMessage(thread, { ...message, commentId, comment });
}

function edited(thread: Thread, message: OutboundMessage, event: CommentChanged): Thread {
  const { comment, ...plain } = message;
  const isFileAdded = (event.fileCount ?? 0) > filesSent(message);
  const now = event.text === undefined ? undefined : unquoted(event.text, message.quotedText);
  const isAsSent = textIn(message.content) === now;
  if (!isAsSent)
    return withChange(thread, message, { ...event, change: 'edited', ...(isFileAdded && { isFileAdded }) });
  if (isFileAdded) return withChange(thread, message, { ...event, change: 'file-added' });
  return comment ? withMessage(thread, plain) : thread;
}

/** Of a message stored before they were counted nobody knows. */
function filesSent({ via, fileCount, content }: OutboundMessage): number {
  const ofTab = content.kind === 'media' ? 1 : 0;
  return fileCount ?? (via === 'tab' ? ofTab : Infinity);
}

/** A comment of files alone says nothing. */
function textIn(content: Content): string | undefined {
  if (content.kind === 'media') return '';
  return content.kind === 'text' ? content.text : undefined;
}

/** Undefined where it may be on its way already. */
function withdrawn(thread: Thread, message: OutboundMessage, at: number): Thread | undefined {
  const effect = thread.head.lanes.phone.queue.find(
    (one) => one.kind === 'send-message' && one.message === message.key,
  );
  if (!effect || isStarted(thread, effect) || message.via !== 'comment') return undefined;
  const left = withEffects(thread, 'phone', (one) => (one.id === effect.id ? undefined : one));
  return onSendRefused(left, message.key, { at, failure: { reason: 'withdrawn', at } });
}

/** What became of a comment is told to the customer once, by whoever is first. */
export function toldRefusal(thread: Thread, { corrects, adds }: AgentAnswer): SendFailure | undefined {
  const told = corrects ?? adds;
  if (!told) return undefined;
  const old = thread.messages[told.message];
  const comment = old?.direction === 'outbound' ? old.comment : undefined;
  return isUntold(comment, corrects ? 'edited' : 'file-added') ? undefined : { reason: 'sent-meanwhile' };
}

type Correction = { readonly commentId?: string; readonly quotes?: string; readonly corrects?: MessageKey };

/** A correction stands in Jira already, as the comment that was edited; it quotes what it corrects. */
export function correctionOf(thread: Thread, { corrects }: AgentAnswer): Correction & { readonly via?: 'comment' } {
  const old = corrects && thread.messages[corrects.message];
  if (old?.direction !== 'outbound') return {};
  return {
    via: 'comment',
    corrects: old.key,
    ...(old.commentId !== undefined && { commentId: old.commentId }),
    ...(old.providerId !== undefined && { quotes: old.providerId }),
  };
}

/** The row that was edited says that the customer is told; from now on the comment is the correction's. Files are told by themselves. */
export function withCorrected(thread: Thread, { corrects, origin }: AgentAnswer, at: number): Thread {
  const old = corrects && thread.messages[corrects.message];
  const key = messageOfOrigin(thread, origin);
  if (!corrects || !key || old?.direction !== 'outbound') return thread;
  const { isFileAdded } = old.comment ?? {};
  const comment = { change: 'corrected' as const, at, ...(isFileAdded && { isFileAdded }) };
  const told = withMessage(thread, { ...old, comment });
  return withOrigin(told, corrects.origin, key);
}

/** A comment that is sent again stands in Jira already. */
export function repetitionOf(thread: Thread, { repeats }: AgentAnswer): ReturnType<typeof additionOf> {
  return standing(repeats && thread.messages[repeats.message]);
}

/** What becomes of the comment from now on is this answer's. */
export function withRepeated(thread: Thread, { repeats, origin }: AgentAnswer): Thread {
  const key = messageOfOrigin(thread, origin);
  const isComment = repeats !== undefined && thread.messages[repeats.message]?.direction === 'outbound';
  return isComment && key ? withOrigin(thread, repeats.origin, key) : thread;
}

/** Files that were added to a comment stand in Jira already. */
export function additionOf(thread: Thread, { adds }: AgentAnswer): Pick<Correction, 'commentId'> & { via?: 'comment' } {
  return standing(adds && thread.messages[adds.message]);
}

function standing(old: Message | undefined): Pick<Correction, 'commentId'> & { via?: 'comment' } {
  if (old?.direction !== 'outbound') return {};
  return { via: 'comment', ...(old.commentId !== undefined && { commentId: old.commentId }) };
}

/** The row that told of them tells nothing of them any more, and knows them. */
export function withFilesAdded(thread: Thread, { adds, files = [] }: AgentAnswer): Thread {
  const old = adds && thread.messages[adds.message];
  if (!adds || old?.direction !== 'outbound') return thread;
  const { comment, ...plain } = old;
  const left = comment?.isFileAdded && { comment: { change: comment.change, at: comment.at } };
  const addedFiles = [...(old.addedFiles ?? []), ...files.map(({ attachmentId }) => attachmentId)];
  return withMessage(thread, { ...plain, ...left, fileCount: adds.shown, addedFiles });
}
