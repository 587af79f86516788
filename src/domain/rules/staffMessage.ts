import { isUtterance } from '../content';
import type { Conversation } from '../conversation';
import { messageKey, type MessageKey } from '../ids';
import type { Moment } from '../moment';
import { lineKey } from '../serviceWindow';
import { activeFor } from '../slot';
import type { StaffMessage } from '../staffMessage';
import { messageOfOrigin, withConversation, withOrigin, type Thread } from '../thread';
import { asSeen } from '../unread';
import { append, withCopying, withSync, type Added, type Scene } from './append';
import { withFile } from './inboundRow';
import { withSilence } from './silence';

/**
 * Staff answered in the provider's own app: a row of the active conversation, and an answer as any other. It opens none:
 * what the business says to somebody who is not waiting is no request.
 */
export function onStaffMessage(thread: Thread, event: StaffMessage, moment: Moment): Thread {
  if (messageOfOrigin(thread, event.origin)) return thread;
  const active = activeFor(thread.head, moment.settings.scope, event);
  if (!active || isOurs(thread, active, event)) return thread;
  const added = addStaffRow({ thread, conversation: active }, event, moment.now);
  return isUtterance(event.content) ? answered(withFile(added), event, moment) : added.thread;
}

/** So many rows back an echo is looked for: it comes while the message goes, or soon after. */
const ROWS = 10;

/** The rows that may be what a provider tells as written by staff. */
export const echoedRows = ({ id, messages }: Conversation): readonly MessageKey[] =>
  Array.from({ length: Math.min(ROWS, messages) }, (_, back) => messageKey(id, messages - back));

/**
 * Is it what OmniChat itself sent? Providers return a word of ours by which their webhooks leave that out; one that did not
 * would show every answer twice. Until the provider has named the message, its words tell.
 */
function isOurs({ messages }: Thread, active: Conversation, { providerId, number, content }: StaffMessage): boolean {
  return echoedRows(active).some((key) => {
    const message = messages[key];
    if (message?.direction !== 'outbound' || message.number !== number) return false;
    if (message.providerId !== undefined) return message.providerId === providerId;
    if (message.delivery.status === 'failed') return false;
    return content.kind === 'text' && message.content.kind === 'text' && message.content.text === content.text;
  });
}

function addStaffRow(scene: Scene, event: StaffMessage, now: number): Added {
  const { origin, providerId, channel, number, address, content, at } = event;
  const added = append(scene, {
    direction: 'outbound',
    via: 'phone',
    author: { kind: 'staff' },
    channel,
    number,
    address,
    content,
    at,
    receivedAt: now,
    providerId,
    delivery: { status: 'sent', history: [{ status: 'sent', at }] },
  });
  return { ...added, thread: withOrigin(added.thread, origin, added.message.key) };
}

/** Who wrote again after it, before we heard of it, still waits. */
function answered({ thread, conversation, message }: Added, event: StaffMessage, moment: Moment): Thread {
  const { now } = moment;
  const isNewest = event.at >= (thread.head.lines[lineKey(event.channel, event.number)] ?? -Infinity);
  const known: Conversation = {
    ...(isNewest ? { ...asSeen(conversation), waitingOn: 'customer' } : conversation),
    answered: Math.min(conversation.answered ?? Infinity, message.sequence),
    answeredAt: now,
  };
  const copying = withCopying(withConversation(thread, known), known, now);
  return withSync(withSilence({ thread: copying, conversation: known }, moment), known, now);
}
