import type { ConversationRules } from '../conversationRules';
import type { Conversation } from '../conversation';
import type { Triage } from '../event';
import type { Moment } from '../moment';
import { conversationOf, withConversation, type Thread } from '../thread';
import { isOfAnother } from './agentStart';
import { withCopying, withSync, type Scene } from './append';
import { withFilesHurried } from './files';
import { withUnreadNote } from './noticing';

/** Why a decision cannot be followed. Closed list: each has a sentence in static/locales. */
export type TriageRefusal = 'not-found' | 'other-customer';

/**
 * X19: a person decides that a waiting conversation becomes a request of its own, or goes on in one that is there
 * (S4-05). What is refused, or was decided before, changes nothing: the caller asks `triageRefusal` why.
 */
export function onTriage(thread: Thread, event: Triage, { now, settings }: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || triageRefusal(thread, event)) return thread;
  const decided = withoutWaiting(conversation);
  const { request, customer } = event;
  if (!request) return withCopying(withConversation(thread, decided), decided, now);
  const { follows: _, ...kept } = decided;
  const unread = kept.unread && ({ noteDue: true } as const);
  const attached: Conversation = { ...kept, ...unread, request, linkedAt: now, copy: { phase: 'comments' } };
  const linked = customer ? withCustomer(thread, customer) : thread;
  const hurried = withFilesHurried(withConversation(linked, attached), attached.id, now);
  const copied = { thread: withCopying(hurried, attached, now), conversation: attached };
  const noted = withUnreadNote(copied, settings);
  return withSync(noted.thread, noted.conversation, now);
}

export function triageRefusal(thread: Thread, event: Triage): TriageRefusal | undefined {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || !isWaiting(conversation)) return 'not-found';
  return event.customer && isOfAnother(thread.contact.customer, event.customer) ? 'other-customer' : undefined;
}

/** Does it wait for somebody to say whether it becomes a request? */
export const isWaiting = ({ untriaged, state }: Conversation): boolean => untriaged === true && state !== 'closed';

/** Where the rules ask for no triage any more, the customer's next message raises the request. */
export function released({ thread, conversation }: Scene, { createRequest }: ConversationRules): Scene {
  if (!conversation.untriaged || createRequest === 'on-triage') return { thread, conversation };
  const free = withoutWaiting(conversation);
  return { thread: withConversation(thread, free), conversation: free };
}

const withoutWaiting = ({ untriaged: _, ...decided }: Conversation): Conversation => decided;

const withCustomer = (thread: Thread, accountId: NonNullable<Triage['customer']>): Thread => ({
  ...thread,
  contact: { ...thread.contact, customer: { kind: 'account', accountId, linked: true } },
});
