import type { Conversation } from '../conversation';
import type { RequestStatus } from '../event';
import { messageKey } from '../ids';
import type { InboundMessage } from '../message';
import type { Moment } from '../moment';
import { activeFor } from '../slot';
import { conversationOf, withConversation, withEffects, withMessage, type Thread } from '../thread';
import { append, withCopying, withSync, type Scene } from './append';
import { close, closes } from './close';
import { openConversation, opens, withAutoReply } from './customerMessage';

/** So many newest messages are looked at for ones that came after the request was Done. */
export const LATE_MESSAGES = 10;

/** The request entered or left Done. Entering closes the conversation; leaving activates it again, unless another one is active. */
export function onRequestStatus(thread: Thread, event: RequestStatus, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (conversation?.request?.issueId !== event.issueId) return thread;
  if ((conversation.closed?.at ?? conversation.openAt ?? -Infinity) >= event.at) return thread;
  if (closes(moment.settings, event.status))
    return conversation.closed ? thread : onDone({ thread, conversation }, event, moment);
  const open: Conversation = { ...conversation, openAt: event.at };
  return conversation.closed ? reactivate(thread, open, moment.now) : withConversation(thread, open);
}

/** The request is gone for good: the conversation ends, nothing more is written to it and no other is linked to it. */
export function onRequestDeleted(thread: Thread, conversation: Conversation, at: number): Thread {
  const ended = conversation.state === 'closed' ? thread : close(thread, conversation, { at, source: 'user' });
  const gone = (effect: { conversation: string }) => effect.conversation === conversation.id;
  const idle = ended.head.lanes.jira.queue.some(gone)
    ? withEffects(ended, 'jira', (effect) => (gone(effect) ? undefined : effect))
    : ended;
  const last = idle.head.closed[conversation.slot];
  if (last?.id !== conversation.id || !last.request) return idle;
  const { request: _, ...unlinked } = last;
  return { ...idle, head: { ...idle.head, closed: { ...idle.head.closed, [conversation.slot]: unlinked } } };
}

function onDone({ thread, conversation }: Scene, event: RequestStatus, moment: Moment): Thread {
  const late = lateMessages(thread, conversation, event.at);
  const closed = close(thread, conversation, { at: event.at, source: event.byAutomation ? 'automation' : 'user' });
  const after = conversationOf(closed, conversation.id);
  const synced = after ? withSync(closed, after, moment.now) : closed;
  return late.length > 0 ? follow(synced, late, moment) : synced;
}

function reactivate(thread: Thread, conversation: Conversation, now: number): Thread {
  if (thread.head.active[conversation.slot]) return thread;
  const { closed: _, ...rest } = conversation;
  const active: Conversation = { ...rest, state: 'active' };
  const closed = Object.entries(thread.head.closed).filter(([, { id }]) => id !== conversation.id);
  const head = { ...thread.head, closed: Object.fromEntries(closed) };
  const opened = withConversation({ ...thread, head }, active);
  return withSync(withCopying(opened, active, now), active, now);
}

/**
 * Inbound messages at the end of the conversation that arrived after the request was Done: nobody has answered them.
 * From the first one that opens a request: a reaction or a bare STOP before it stays a row of the closed conversation.
 */
function lateMessages(thread: Thread, conversation: Conversation, doneAt: number): readonly InboundMessage[] {
  const late: InboundMessage[] = [];
  for (let sequence = conversation.messages; sequence > 0; sequence -= 1) {
    const message = thread.messages[messageKey(conversation.id, sequence)];
    if (message?.direction !== 'inbound' || message.receivedAt <= doneAt) break;
    late.unshift(message);
  }
  const first = late.findIndex(opens);
  return first === -1 ? [] : late.slice(first);
}

/** Opens the follow-up conversation with the late messages; in the closed one they say where they went. */
function follow(thread: Thread, late: readonly InboundMessage[], moment: Moment): Thread {
  const last = late.findLast(opens);
  if (!last) return thread;
  const route = { channel: last.channel, number: last.number, address: last.address };
  if (activeFor(thread.head, moment.settings.scope, route)) return thread;
  const moved = late.reduce(moveOne, openConversation(thread, route, moment));
  return withAutoReply({ ...moved, thread: withCopying(moved.thread, moved.conversation, moment.now) }, moment);
}

function moveOne(into: Scene, message: InboundMessage): Scene {
  const { version: _v, rev: _r, key: _k, conversation: _c, sequence: _s, ...draft } = message;
  const added = append(into, draft);
  const left = withMessage(added.thread, { ...message, movedTo: added.message.key });
  return { thread: left, conversation: added.conversation };
}
