import type { Conversation } from '../conversation';
import type { RequestStatus } from '../event';
import type { Moment } from '../moment';
import { activate, rivalOf } from './activate';
import { reopens } from './afterClose';
import { conversationOf, withConversation, type Thread } from '../thread';
import type { Scene } from './append';
import { once } from './once';
import { close, closes } from './close';
import { lateMessages, openFollowUp } from './lateMessages';
import { ownerRefusal } from './newOwner';
import { reopen } from './reopen';

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

/** What the customer wrote after the Done, before we heard of it, is what they would have written to a closed conversation. */
function onDone({ thread, conversation }: Scene, event: RequestStatus, moment: Moment): Thread {
  const { at, source, by } = event;
  const how = { at, source, ...(by && { by }) };
  const late = lateMessages(thread, conversation, { at, moment });
  const comesBack = late.length > 0 && reopens(at, moment) && !rivalOf(thread, conversation, moment);
  if (comesBack) return reopen({ thread, conversation: { ...conversation, closed: how } }, moment).thread;
  const closed = close({ thread, conversation }, how, moment);
  return late.length > 0 ? openFollowUp(closed, late, moment) : closed;
}

/** The request left the closing status. Where the conversation stays closed all the same, its agents are told why, once. */
function onLeft({ thread, conversation }: Scene, moment: Moment): Thread {
  const { closed, ...open } = conversation;
  if (!closed || closed.beside) return thread;
  const rival = rivalOf(thread, conversation, moment);
  const barred = thread.head.blocked ?? ownerRefusal(thread.head, conversation.id);
  const isFree = moment.settings.reactivateOn !== 'button' && !conversation.locked && !barred && !rival;
  if (isFree) return activate({ thread, conversation }, moment).thread;
  const told = withReason(thread, conversation, { rival, moment });
  return withConversation(told, { ...open, closed: { ...closed, beside: true } });
}

type Why = { readonly rival: Conversation | undefined; readonly moment: Moment };

/** Where the rules leave reopening to the button, a person who moved the request expects nothing else. */
function withReason(thread: Thread, { id, locked }: Conversation, { rival, moment }: Why): Thread {
  if (moment.settings.reactivateOn === 'button') return thread;
  if (locked) return once(thread, id, { kind: 'remark', remark: 'locked' });
  if (ownerRefusal(thread.head, id)) return once(thread, id, { kind: 'remark', remark: 'other-owner' });
  if (thread.head.blocked) return once(thread, id, { kind: 'remark', remark: 'contact-blocked' });
  return rival ? once(thread, id, { kind: 'remark', remark: 'another-active' }) : thread;
}
