import type { Conversation } from '../conversation';
import type { RequestFound } from '../event';
import { conversationOf, findEffect, isStarted, withConversation, withEffects, type Thread } from '../thread';
import { withCopying, withSync, type Scene } from './append';
import { healed } from './deadLetters';
import { withFilesHurried } from './files';
import { once } from './once';
import { withRequestOfClosed } from './requestMoved';

/** A request appeared that carries our intent: the creation still in the lane is done. */
export function onRequestFound(thread: Thread, event: RequestFound, now: number): Thread {
  const found = { ...event, adopted: true } as const;
  const creation = findEffect(thread, event.conversation, 'create-request');
  if (!creation || isStarted(thread, creation)) return onRequest(thread, found, now);
  const done = withEffects(thread, 'jira', (effect) => (effect.id === creation.id ? undefined : effect));
  return onRequest(done, found, now);
}

/** `adopted`: made earlier, by a call whose answer was lost. People may have written on it meanwhile. */
type Created = Omit<RequestFound, 'kind'> & { readonly adopted?: true };

/** The request exists: what came meanwhile is copied next. Also adopts a request found by its event, once. */
export function onRequest(thread: Thread, created: Created, now: number): Thread {
  const conversation = conversationOf(thread, created.conversation);
  if (!conversation) return thread;
  if (conversation.request) return onTwin({ thread, conversation }, created, now);
  return attach({ thread, conversation }, created, now);
}

function attach({ thread, conversation }: Scene, created: Created, now: number): Thread {
  const { request, upTo, copy, facts } = created;
  const attached: Conversation = { ...conversation, request, mirrored: upTo, copy, synced: facts };
  const known = withConversation(thread, healed(attached, { kind: 'create-request' }));
  const hurried = withFilesHurried(known, conversation.id, now);
  const caughtUp = created.adopted ? once(hurried, conversation.id, { kind: 'catch-up' }) : hurried;
  return withSync(withCopying(caughtUp, attached, now), attached, now);
}

/**
 * Two requests were made with one intent: an answer of Jira was lost for longer than anybody looks. The one with the lower
 * id stays, whichever was heard of first; what it does not have yet is copied, and the other one is told to agents.
 */
function onTwin({ thread, conversation }: Scene, created: Created, now: number): Thread {
  const known = conversation.request;
  const { request } = created;
  if (!known || known.issueId === request.issueId) return thread;
  const isElder = Number(request.issueId) < Number(known.issueId);
  const attached = isElder ? attach({ thread, conversation }, { ...created, adopted: true }, now) : thread;
  const kept = isElder ? withRequestOfClosed(attached, conversation.id, request) : attached;
  return once(kept, conversation.id, { kind: 'retire-request', issueId: (isElder ? known : request).issueId });
}
