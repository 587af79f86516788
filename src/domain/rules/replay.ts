import type { Conversation } from '../conversation';
import type { ConversationId } from '../ids';
import { conversationOf, waiting, withConversation, withEffect, type Thread } from '../thread';
import { withCopying } from './append';
import { isSameWork, triedSince } from './deadLetters';

/** A person has a dead letter tried again, under its name: so what an earlier try of it left in Jira is found. */
export function onReplay(thread: Thread, event: { conversation: ConversationId; effect: string }, now: number): Thread {
  const conversation = conversationOf(thread, event.conversation);
  const letter = conversation?.dead.find((one) => one.effect.id === event.effect);
  if (!conversation || !letter) return thread;
  const risen: Conversation = { ...conversation, dead: conversation.dead.filter((one) => one !== letter) };
  const known = withConversation(thread, risen);
  const { effect } = letter;
  if (effect.kind === 'create-request' || effect.kind === 'mirror') return withCopying(known, conversation, now);
  const isWaiting = waiting(known).some((one) => one.conversation === risen.id && isSameWork(one, effect));
  if (isWaiting) return known;
  const { conversation: _c, attempts: _a, notBefore: _n, reservedFor: _r, ...work } = effect;
  return withEffect(known, risen.id, { ...work, ...triedSince(letter) });
}
