import type { SendFailure } from '../delivery';
import type { ContactBlock, CustomerMessage } from '../event';
import type { Head } from '../head';
import type { ConversationId } from '../ids';
import type { Moment } from '../moment';
import { lastClosedFor } from '../slot';
import { conversationOf, withConversation, type Thread } from '../thread';
import { close } from './close';
import { unwanted } from './files';
import { addInboundRow } from './inboundRow';
import { ownerRefusal } from './newOwner';

/**
 * An agent blocks the contact in this project, or takes that back. Blocking ends every conversation in which the contact could
 * write, as if the agent had closed it; unblocking opens none again. Nobody is blocked by a
 * conversation that is not known, or of the phone's former owner.
 */
export function onContactBlock(thread: Thread, event: ContactBlock, moment: Moment): Thread {
  const { blocked, ...free } = thread.head;
  const here = conversationOf(thread, event.conversation);
  if (!here || ownerRefusal(thread.head, here.id)) return thread;
  if (event.blocked === (blocked !== undefined)) return thread;
  if (!event.blocked) return { ...thread, head: free };
  const at = moment.now;
  const head: Head = { ...free, blocked: { at, by: event.agent, count: 0 } };
  const open = Object.values(thread.head.active).filter(({ id }) => id !== here.id);
  return [...open, ...(here.state === 'closed' ? [] : [here])].reduce(
    (current, conversation) =>
      close({ thread: current, conversation }, { at, source: 'user', by: event.agent, beside: true }, moment),
    { ...thread, head },
  );
}

/** Why nothing goes to a blocked contact, whatever else stands against it. */
export const blockRefusal = ({ blocked }: Head): SendFailure | undefined =>
  blocked && { reason: 'contact-blocked', at: blocked.at };

/** What a blocked contact writes is kept where the thread ended, and counted: no request, no word to Jira, no answer. */
export function onBlockedMessage(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  const { blocked } = thread.head;
  if (!blocked) return thread;
  const counted = { ...thread, head: { ...thread.head, blocked: { ...blocked, count: blocked.count + 1 } } };
  const id = closedForBlocked(thread.head, event, moment);
  const conversation = id && conversationOf(counted, id);
  if (!conversation) return counted;
  const added = addInboundRow({ thread: counted, conversation }, unwanted(event), moment.now);
  // Nothing is owed to Jira for it: were the conversation reopened some day, the copy goes on after it.
  const isCopied = conversation.mirrored === conversation.messages;
  return isCopied
    ? withConversation(added.thread, { ...added.conversation, mirrored: added.conversation.messages })
    : added.thread;
}

/** The conversation that closed last where the message would belong, or else anywhere. */
export function closedForBlocked(
  head: Head,
  event: CustomerMessage,
  { settings }: Pick<Moment, 'settings'>,
): ConversationId | undefined {
  if (!head.blocked) return undefined;
  const newest = Object.values(head.closed).toSorted((one, other) => other.at - one.at)[0];
  return (lastClosedFor(head, settings.scope, event) ?? newest)?.id;
}
