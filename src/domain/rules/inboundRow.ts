import { isUtterance } from '../content';
import type { Conversation } from '../conversation';
import type { ConversationRules } from '../conversationRules';
import type { CustomerMessage } from '../event';
import { keywordOf } from '../keywords';
import type { Moment } from '../moment';
import { withConversation, withEffect, withOrigin } from '../thread';
import { asUnread } from '../unread';
import { append, withCopying, withSync, type Added, type Scene } from './append';
import { withNoticing } from './noticing';
import { withSilence } from './silence';
import { released } from './triage';
import { withWindowClosing } from './windowClosing';

/** Reactions, edits, deletions and a bare STOP, START or HELP never open a request. */
export const opens = (
  message: Pick<CustomerMessage, 'channel' | 'content' | 'keyword'>,
  settings: Pick<ConversationRules, 'optOutWords'>,
): boolean => isUtterance(message.content) && !keywordOf(message, settings);

export const routeOf = ({ channel, number, address }: CustomerMessage): Conversation['route'] => ({
  channel,
  number,
  address,
});

/** The customer's message joins an active conversation: an agent's turn, and Jira's to be told. */
export function take(scene: Scene, event: CustomerMessage, moment: Moment): Scene {
  const { now } = moment;
  const added = withFile(addInboundRow(released(scene, moment.settings), event, now));
  if (!opens(event, moment.settings)) return event.content.kind === 'reaction' ? added : copied(added, now);
  const waiting: Conversation = {
    ...asUnread(added.conversation),
    route: routeOf(event),
    waitingOn: 'agent',
    ...(added.conversation.startedBy && { heard: true }),
  };
  const told = copied({ thread: withConversation(added.thread, waiting), conversation: waiting }, now);
  const noticed = withNoticing(told, scene.conversation, moment);
  const heard = { event, before: scene.conversation, moment };
  const timed = withWindowClosing({ ...noticed, thread: withSilence(noticed, moment) }, heard);
  return { ...noticed, thread: withSync(timed, noticed.conversation, now) };
}

/** A file is fetched at once: providers keep it, or its address, for a while only. */
export const withFile = (added: Added): Added => {
  const { message, conversation, thread } = added;
  if (message.content.kind !== 'media') return added;
  return { ...added, thread: withEffect(thread, conversation.id, { kind: 'attach', message: message.key }) };
};

const copied = ({ thread, conversation }: Scene, now: number): Scene => ({
  thread: withCopying(thread, conversation, now),
  conversation,
});

/** The customer's message as a row, and nothing else. */
export function addInboundRow(scene: Scene, event: CustomerMessage, now: number): Added {
  const added = append(scene, {
    direction: 'inbound',
    author: { kind: 'customer', ...(event.name !== undefined && { name: event.name }) },
    ...routeOf(event),
    content: event.content,
    ...(event.fullLength !== undefined && { fullLength: event.fullLength }),
    at: event.at,
    receivedAt: now,
    providerId: event.providerId,
    ...(event.quotes !== undefined && { quotes: event.quotes }),
    ...(event.referral && { referral: event.referral }),
  });
  return { ...added, thread: withOrigin(added.thread, event.origin, added.message.key) };
}
