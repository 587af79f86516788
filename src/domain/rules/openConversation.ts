import type { Conversation } from '../conversation';
import { conversationId } from '../ids';
import type { Moment } from '../moment';
import { lastClosedFor, slotOf } from '../slot';
import { withConversation, type Thread } from '../thread';
import type { Scene } from './append';

/**
 * A new active conversation in the slot of its route. It follows the last closed one there, whose request will be linked
 * where the rules want that (X7). Where they want triage (X19), it waits for a person before it has a request.
 */
export function openConversation(thread: Thread, route: Conversation['route'], { now, settings }: Moment): Scene {
  const { head } = thread;
  const ordinal = head.counter.conversations + 1;
  const slot = slotOf(settings.scope, route);
  const follows = settings.afterClose === 'new' ? undefined : lastClosedFor(head, settings.scope, route)?.request;
  const conversation: Conversation = {
    version: 1,
    id: conversationId(head.project, head.contact, ordinal),
    slot,
    state: 'active',
    openedAt: now,
    route,
    ...(settings.createRequest === 'on-triage' && { untriaged: true }),
    ...(follows && { follows }),
    messages: 0,
    mirrored: 0,
    copy: { phase: 'description' },
    waitingOn: 'agent',
    unread: true,
    dead: [],
  };
  const counted = { ...thread, head: { ...head, counter: { ...head.counter, conversations: ordinal } } };
  return { thread: withConversation(counted, conversation), conversation };
}
