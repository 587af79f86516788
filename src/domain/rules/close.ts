import type { CloseRules } from '../closeRules';
import type { Closed, Conversation } from '../conversation';
import type { StatusNow } from '../statusNow';
import type { Moment } from '../moment';
import { conversationOf, findEffect, withConversation, type Thread } from '../thread';
import { withSync, type Scene } from './append';
import { withoutFiles } from './files';
import { once } from './once';
import { withoutTimer } from './timers';

/** Does a request in this status close its conversation? (X8) */
export function closes({ closeOn, closeStatuses }: CloseRules, { name, category }: StatusNow): boolean {
  if (closeOn === 'button') return false;
  if (closeOn === 'done-category') return category === 'done';
  return closeStatuses.some((status) => status.toLowerCase() === name.toLowerCase());
}

/** Ends a conversation, whoever does it: nothing is sent in it any more, the next message of the customer is another one's. */
export function close({ thread, conversation }: Scene, closed: Closed, moment: Moment): Thread {
  if (conversation.untriaged) return withoutFiles(end(thread, conversation, closed), conversation.id);
  const ended = transcribed(
    unassigned(end(thread, conversation, closed), conversation, { closed, moment }),
    conversation,
    moment,
  );
  const after = conversationOf(ended, conversation.id);
  return after ? withSync(ended, after, moment.now) : ended;
}

type Closing = { readonly closed: Closed; readonly moment: Moment };

/** X20: what a person closes may lose its assignee; automation has rules of its own (S3-09). */
function unassigned(thread: Thread, { id }: Conversation, { closed, moment }: Closing): Thread {
  if (moment.settings.onClose !== 'unassign' || closed.source !== 'user') return thread;
  return once(thread, id, { kind: 'assign', because: 'closed' });
}

/** X1: the conversation as internal notes, as far as no earlier close has had it written. */
function transcribed(thread: Thread, conversation: Conversation, { settings }: Moment): Thread {
  const { id, messages, transcribed: upTo = 0 } = conversation;
  const isWaiting = findEffect(thread, id, 'transcript') !== undefined;
  if (settings.transcript === 'off' || messages <= upTo || isWaiting) return thread;
  return once(thread, id, { kind: 'transcript', from: upTo + 1, to: messages });
}

/** The same without a word to Jira: for a request that is gone. */
export function end(thread: Thread, conversation: Conversation, closed: Closed): Thread {
  const { request, slot, id } = conversation;
  const unwatched = withoutTimer(thread, { kind: 'window-closing', conversation: id });
  const quiet = withoutTimer(unwatched, { kind: 'silence', conversation: id });
  const ended = withConversation(quiet, { ...conversation, state: 'closed', closed });
  const known = ended.head.closed[slot];
  // Jira tells some closes late: the one that happened last counts.
  const isNewest = !known || known.id === id || known.at <= closed.at;
  const last = isNewest ? { id, at: closed.at, ...(request && { request }) } : known;
  const parked = ended.head.parked.filter((one) => one !== id);
  return { ...ended, head: { ...ended.head, closed: { ...ended.head.closed, [slot]: last }, parked } };
}
