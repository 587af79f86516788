import type { MediaRef } from '../content';
import type { Effect } from '../effect';
import type { CustomerMessage } from '../event';
import type { ConversationId, MessageKey } from '../ids';
import type { Message } from '../message';
import { conversationOf, isStarted, waiting, withEffect, withEffects, withMessage, type Thread } from '../thread';

type FileOutcome = Pick<MediaRef, 'file' | 'missing'> & { readonly message: MessageKey; readonly now: number };

/** A file in a message that nobody waits for is not fetched: its row says so, and an agent may ask for it. */
export function unwanted(event: CustomerMessage): CustomerMessage {
  const { content } = event;
  if (content.kind !== 'media') return event;
  return { ...event, content: { ...content, media: { ...content.media, missing: 'unwanted' } } };
}

/** A customer's file is on the request now, or cannot be had; Jira's copy, which waited for it, goes on. */
export function onFile(thread: Thread, { message: key, now, ...outcome }: FileOutcome): Thread {
  const message = thread.messages[key];
  if (message?.content.kind !== 'media' || message.content.media.file) return thread;
  const { missing: _, ...media } = message.content.media;
  const known: Message = { ...message, content: { ...message.content, media: { ...media, ...outcome } } };
  return outcome.file ? shown(withMessage(thread, known), known, now) : hurried(withMessage(thread, known), known, now);
}

/** The copy that waits for this file need not wait any longer. A customer's that went on without it is followed by the file. */
function shown(thread: Thread, message: Message, now: number): Thread {
  const conversation = conversationOf(thread, message.conversation);
  if (!conversation || conversation.mirrored < message.sequence || message.direction === 'outbound')
    return hurried(thread, message, now);
  return withEffect(thread, message.conversation, { kind: 'show-file', message: message.key });
}

const hurried = (thread: Thread, message: Message, now: number): Thread =>
  withEffects(thread, 'jira', (effect) =>
    waitsFor(effect, message) && !isStarted(thread, effect) ? { ...effect, notBefore: now } : effect,
  );

const waitsFor = (effect: Effect, message: Message): boolean =>
  effect.kind === 'mirror' && effect.conversation === message.conversation && effect.reservedFor === undefined;

/** The request is there: what waited for it to be attached need not wait any longer. */
export const withFilesHurried = (thread: Thread, conversation: ConversationId, now: number): Thread =>
  withEffects(thread, 'media', (effect) => {
    if (effect.conversation !== conversation || isStarted(thread, effect)) return effect;
    const { awaits: _, ...free } = effect;
    return { ...free, notBefore: now };
  });

/** A file cannot be attached before there is a request; where a person decided that there will be none, it is not fetched. */
export function untilRequest(thread: Thread, effect: Effect): Effect | undefined {
  const conversation = conversationOf(thread, effect.conversation);
  if (effect.kind !== 'attach' || !conversation || conversation.request) return effect;
  if (conversation.untriaged && conversation.state === 'closed') return undefined;
  const { notBefore: _, ...waiting } = effect;
  return { ...waiting, awaits: 'request' };
}

/** Its conversation ended without a request: nobody waits for its files. */
export const withoutFiles = (thread: Thread, conversation: ConversationId): Thread =>
  withEffects(thread, 'media', (effect) =>
    effect.conversation === conversation && !isStarted(thread, effect) ? undefined : effect,
  );

/** Somebody asks for a file again that could not be had. */
export function onFetchAgain(thread: Thread, key: MessageKey): Thread {
  const message = thread.messages[key];
  const isWaiting = waiting(thread).some((effect) => effect.kind === 'attach' && effect.message === key);
  if (message?.content.kind !== 'media' || isWaiting) return thread;
  const { missing, ...media } = message.content.media;
  if (missing === undefined) return thread;
  const again = withMessage(thread, { ...message, content: { ...message.content, media } });
  return withEffect(again, message.conversation, { kind: 'attach', message: key });
}
