import type { Conversation } from './conversation';

/** The customer wrote: what nobody has looked at begins with the first message since somebody did. */
export const asUnread = (conversation: Conversation): Conversation =>
  conversation.unread
    ? conversation
    : { ...conversation, unread: true, unreadFrom: conversation.messages, noteDue: true };

/** Somebody looked, or answered. */
export const asSeen = ({
  unreadFrom: _unreadFrom,
  noteDue: _noteDue,
  ...conversation
}: Conversation): Conversation => ({
  ...conversation,
  unread: false,
});
