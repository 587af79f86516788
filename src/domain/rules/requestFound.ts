import type { Conversation } from '../conversation';
import type { RequestFound } from '../event';
import { conversationOf, findEffect, isStarted, withConversation, withEffects, type Thread } from '../thread';
import { withCopying, withSync } from './append';
import { healed } from './deadLetters';

/** A request appeared that carries our intent: the creation still in the lane is done. */
export function onRequestFound(thread: Thread, event: RequestFound, now: number): Thread {
  const creation = findEffect(thread, event.conversation, 'create-request');
  if (!creation || isStarted(thread, creation)) return onRequest(thread, event, now);
  const done = withEffects(thread, 'jira', (effect) => (effect.id === creation.id ? undefined : effect));
  return onRequest(done, event, now);
}

/** The request exists: what came meanwhile is copied next. Also adopts a request found by its event, once. */
export function onRequest(thread: Thread, created: Omit<RequestFound, 'kind'>, now: number): Thread {
  const conversation = conversationOf(thread, created.conversation);
  if (!conversation || conversation.request) return thread;
  const { request, upTo, copy, facts } = created;
  const attached: Conversation = { ...conversation, request, mirrored: upTo, copy, synced: facts };
  const known = withConversation(thread, healed(attached, 'create-request'));
  return withSync(withCopying(known, attached, now), attached, now);
}
