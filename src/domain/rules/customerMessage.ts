import { isUtterance } from '../content';
import type { CustomerMessage } from '../event';
import type { Moment } from '../moment';
import { leftAfter, withAddresses } from '../leftAddresses';
import { lineKey, withInbound } from '../serviceWindow';
import { activeFor } from '../slot';
import { messageOfOrigin, type Thread } from '../thread';
import { onMessageAfterClose } from './afterClose';
import { withTurnReply } from './autoReply';
import { onBlockedMessage } from './block';
import { take } from './inboundRow';
import { withOwner } from './newOwner';
import { withOptOut } from './optOut';

/** The customer wrote. A repeated event changes nothing; the active conversation takes it, if there is one. */
export function onCustomerMessage(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  if (messageOfOrigin(thread, event.origin)) return thread;
  const theirs = withOwner(thread, event, moment);
  const known = withOptOut(withLine(withLearned(theirs, event), event), event, moment);
  if (known.head.blocked) return onBlockedMessage(known, event, moment);
  const active = activeFor(known.head, moment.settings.scope, event);
  if (active) {
    const taken = take({ thread: known, conversation: active }, event, moment);
    return withTurnReply({ ...taken, content: event.content }, active, moment);
  }
  return onMessageAfterClose(known, event, moment);
}

function withLine(thread: Thread, event: CustomerMessage): Thread {
  if (event.channel !== 'whatsapp' || !isUtterance(event.content)) return thread;
  const line = lineKey(event.channel, event.number);
  if ((thread.head.lines[line] ?? 0) >= event.at) return thread;
  return { ...thread, head: { ...thread.head, lines: withInbound(thread.head.lines, line, event.at) } };
}

/** Adds addresses the payload shows for the first time, but none that was left since, and the newest name. Unchanged otherwise: an unchanged contact is not written. */
function withLearned(thread: Thread, event: CustomerMessage): Thread {
  const { contact } = thread;
  const shown = event.addresses.filter((address) => !leftAfter(contact, address, event.at));
  const known = withAddresses(contact, shown);
  const renamed = event.name !== undefined && event.name !== contact.name;
  if (known === contact && !renamed) return thread;
  return { ...thread, contact: { ...known, ...(event.name !== undefined && { name: event.name }) } };
}
