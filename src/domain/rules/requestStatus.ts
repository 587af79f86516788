import { tallyOf, type Conversation } from '../conversation';
import type { RequestStatus } from '../event';
import { messageKey, type ConversationId } from '../ids';
import type { InboundMessage } from '../message';
import type { Moment } from '../moment';
import { activeFor } from '../slot';
import { activate, rivalOf } from './activate';
import { isFarewell, reopens } from './afterClose';
import { conversationOf, withConversation, withEffects, withMessage, type Thread } from '../thread';
import { append, withCopying, type Scene } from './append';
import { once } from './once';
import { close, closes, end } from './close';
import { withAutoReply } from './autoReply';
import { opens } from './inboundRow';
import { openConversation } from './openConversation';
import { reopen } from './reopen';
import { withoutStatusNotice } from './statusNotice';

/** So many newest messages are looked at for ones that came after the request was Done. */
export const LATE_MESSAGES = 10;

/** The request entered or left a closing status. Entering closes the conversation; leaving may activate it again (X9). */
export function onRequestStatus(thread: Thread, event: RequestStatus, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (conversation?.request?.issueId !== event.issueId) return thread;
  const isClosing = closes(moment.settings, event.status);
  if (conversation.closed && isClosing) return entered(thread, conversation);
  if ((conversation.closed?.at ?? conversation.openAt ?? -Infinity) >= event.at) return thread;
  if (isClosing) return onDone({ thread, conversation }, event, moment);
  if (conversation.closed) return onLeft({ thread, conversation }, moment);
  return withConversation(thread, { ...conversation, openAt: event.at });
}

/** The request followed its conversation into a closing status: from now on there is one to leave. */
function entered(thread: Thread, conversation: Conversation): Thread {
  if (!conversation.closed?.beside) return thread;
  const { beside: _, ...closed } = conversation.closed;
  return withConversation(thread, { ...conversation, closed });
}

/**
 * The request is gone for good: the conversation ends, nothing more is written to it, no other is linked to it, and none of
 * the customer's messages may be kept where nobody can see them.
 */
export function onRequestDeleted(thread: Thread, conversation: Conversation, at: number): Thread {
  const { locked, ...open } = conversation;
  const ended = open.state === 'closed' ? thread : end(thread, open, { at, source: 'user', beside: true });
  const free = untold(locked ? withConversation(ended, open) : ended, open.id);
  const gone = (effect: { conversation: string }) => effect.conversation === open.id;
  const idle = free.head.lanes.jira.queue.some(gone)
    ? withEffects(free, 'jira', (effect) => (gone(effect) ? undefined : effect))
    : free;
  const last = idle.head.closed[open.slot];
  if (last?.id !== open.id || !last.request) return idle;
  const unlinked = { id: last.id, at: last.at };
  return { ...idle, head: { ...idle.head, closed: { ...idle.head.closed, [open.slot]: unlinked } } };
}

/** Nobody is told of a request that is no more. */
function untold(thread: Thread, id: ConversationId): Thread {
  const conversation = conversationOf(thread, id);
  return conversation ? withoutStatusNotice(thread, conversation) : thread;
}

/** What the customer wrote after the Done, before we heard of it, is what they would have written to a closed conversation. */
function onDone({ thread, conversation }: Scene, event: RequestStatus, moment: Moment): Thread {
  const { at, source, by } = event;
  const how = { at, source, ...(by && { by }) };
  const late = lateMessages(thread, conversation, { at, moment });
  const comesBack = late.length > 0 && reopens(at, moment) && !rivalOf(thread, conversation, moment);
  if (comesBack) return reopen({ thread, conversation: { ...conversation, closed: how } }, moment).thread;
  const closed = close({ thread, conversation }, how, moment);
  return late.length > 0 ? follow(closed, late, moment) : closed;
}

/** The request left the closing status. Where the conversation stays closed all the same, its agents are told why, once. */
function onLeft({ thread, conversation }: Scene, moment: Moment): Thread {
  const { closed, ...open } = conversation;
  if (!closed || closed.beside) return thread;
  const rival = rivalOf(thread, conversation, moment);
  const isFree = moment.settings.reactivateOn !== 'button' && !conversation.locked && !thread.head.blocked && !rival;
  if (isFree) return activate({ thread, conversation }, moment).thread;
  const told = withReason(thread, conversation, { rival, moment });
  return withConversation(told, { ...open, closed: { ...closed, beside: true } });
}

type Why = { readonly rival: Conversation | undefined; readonly moment: Moment };

/** Where the rules leave reopening to the button, a person who moved the request expects nothing else. */
function withReason(thread: Thread, { id, locked }: Conversation, { rival, moment }: Why): Thread {
  if (moment.settings.reactivateOn === 'button') return thread;
  if (locked) return once(thread, id, { kind: 'remark', remark: 'locked' });
  if (thread.head.blocked) return once(thread, id, { kind: 'remark', remark: 'contact-blocked' });
  return rival ? once(thread, id, { kind: 'remark', remark: 'another-active' }) : thread;
}

type Done = { readonly at: number; readonly moment: Moment };

/**
 * Inbound messages at the end of the conversation that arrived after the request was Done: nobody has answered them.
 * From the first one that asks for something: a reaction, a bare STOP or thanks before it stay rows of the closed conversation.
 */
function lateMessages(thread: Thread, conversation: Conversation, { at, moment }: Done): readonly InboundMessage[] {
  const late: InboundMessage[] = [];
  for (let sequence = conversation.messages; sequence > 0; sequence -= 1) {
    const message = thread.messages[messageKey(conversation.id, sequence)];
    if (message?.direction !== 'inbound' || message.receivedAt <= at) break;
    late.unshift(message);
  }
  const first = late.findIndex((message) => opens(message, moment.settings) && !isFarewell(message, at, moment));
  return first === -1 ? [] : late.slice(first);
}

/** Opens the follow-up conversation with the late messages; in the closed one they say where they went. */
function follow(thread: Thread, late: readonly InboundMessage[], moment: Moment): Thread {
  const last = late.findLast((message) => opens(message, moment.settings));
  if (!last) return thread;
  const route = { channel: last.channel, number: last.number, address: last.address };
  if (activeFor(thread.head, moment.settings.scope, route)) return thread;
  const moved = late.reduce(moveOne, openConversation(uncounted(thread, late), route, moment));
  return withAutoReply({ ...moved, thread: withCopying(moved.thread, moved.conversation, moment.now) }, moment);
}

/** They count where they went. */
function uncounted(thread: Thread, late: readonly InboundMessage[]): Thread {
  const conversation = late[0] && conversationOf(thread, late[0].conversation);
  if (!conversation) return thread;
  const tally = tallyOf(conversation);
  const inbound = Math.max(0, tally.inbound - late.length);
  return withConversation(thread, { ...conversation, tally: { ...tally, inbound } });
}

function moveOne(into: Scene, message: InboundMessage): Scene {
  const { version: _v, rev: _r, key: _k, conversation: _c, sequence: _s, ...draft } = message;
  const added = append(into, draft);
  const left = withMessage(added.thread, { ...message, movedTo: added.message.key });
  return { thread: left, conversation: added.conversation };
}
