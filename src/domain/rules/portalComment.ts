import type { Conversation } from '../conversation';
import type { PortalComment } from '../event';
import type { Moment } from '../moment';
import { conversationOf, messageOfOrigin, withConversation, withOrigin, type Thread } from '../thread';
import { asUnread } from '../unread';
import { append, withSync } from './append';
import { withSilence } from './silence';
import { writtenBefore } from './writtenBefore';

/**
 * The customer wrote in the portal or by e-mail: a row, and an agent's turn. Jira has the words already, no phone gets them,
 * and neither the service window nor the way back to the customer changes. A closed conversation stays closed: what a comment
 * means for a request that is done is Jira's own matter.
 */
export function onPortalComment(thread: Thread, event: PortalComment, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || messageOfOrigin(thread, event.origin) || writtenBefore(conversation, event.at)) return thread;
  const name = event.name ?? thread.contact.name;
  const added = append(
    { thread, conversation },
    {
      direction: 'inbound',
      via: 'portal',
      author: { kind: 'customer', ...(name !== undefined && { name }) },
      ...conversation.route,
      content: { kind: 'text', text: event.text },
      at: Math.min(event.at, moment.now),
      receivedAt: moment.now,
    },
  );
  const known = withOrigin(added.thread, event.origin, added.message.key);
  const told = isCopyUpToDate(conversation)
    ? { ...added.conversation, mirrored: added.message.sequence }
    : added.conversation;
  if (conversation.state === 'closed') return withConversation(known, told);
  const waiting: Conversation = { ...asUnread(told), waitingOn: 'agent' };
  const timed = withSilence({ thread: withConversation(known, waiting), conversation: waiting }, moment);
  return withSync(timed, waiting, moment.now);
}

/** Then there is nothing before the comment that the mirror would pass over. */
const isCopyUpToDate = ({ mirrored, messages }: Conversation): boolean => mirrored === messages;
