import type { Conversation } from '../conversation';
import type { CustomerMessage } from '../event';
import type { Head, LastClosed } from '../head';
import { ordinalOf, type ConversationId } from '../ids';
import type { Moment } from '../moment';
import type { ProjectSettings } from '../settings';
import { lastClosedFor, takes } from '../slot';
import { isAutomatic } from '../text/automatic';
import { personal } from '../text/personal';
import { isSmallTalk } from '../text/smallTalk';
import { conversationOf, withConversation, type Thread } from '../thread';
import { asUnread } from '../unread';
import { withSync, type Scene } from './append';
import { withAutomaticText } from './automaticText';
import { withFirstReply, withTurnReply } from './autoReply';
import { unwanted } from './files';
import { addInboundRow, opens, routeOf, take } from './inboundRow';
import { openConversation } from './openConversation';
import { reopen } from './reopen';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Thanks come soon after the close; later the same words may begin something new. */
const SMALL_TALK_MS = DAY_MS;

/**
 * A message while no conversation is active (X7): a row of the closed or paused conversation where that is locked or nothing
 * is asked, the closed conversation again where the rules want that, else a new one. Nothing is dropped.
 */
export function onMessageAfterClose(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  const last = lastClosedFor(thread.head, moment.settings.scope, event);
  const closed = last && conversationOf(thread, last.id);
  const scene = closed && { thread, conversation: closed };
  if (scene && closed.locked) return inLocked(scene, event, moment);
  const paused = pausedSince(thread, last, { event, moment });
  if (!opens(event, moment.settings)) return withRow(thread, paused ?? closed, { event, moment });
  if (!scene || paused) return opened(thread, event, moment);
  if (isFarewell(event, last.at, moment)) return unreadRow(scene, event, moment);
  if (!last.request || !reopens(last.at, moment)) return opened(thread, event, moment);
  const back = take(reopen(scene, moment), event, moment);
  return withTurnReply({ ...back, content: event.content }, scene.conversation, moment);
}

type Written = { readonly event: CustomerMessage; readonly moment: Moment };

/** A paused conversation that began after the one that closed last: it is what the customer was in (S2-23). */
function pausedSince(
  thread: Thread,
  last: LastClosed | undefined,
  { event, moment }: Written,
): Conversation | undefined {
  const newest = newestParked(thread.head, last);
  const paused = newest && conversationOf(thread, newest);
  const isIts = paused?.state === 'paused' && takes(paused.slot, moment.settings.scope, event);
  return isIts ? paused : undefined;
}

function newestParked({ parked }: Head, last: LastClosed | undefined): ConversationId | undefined {
  const [newest] = parked.toSorted((one, other) => ordinalOf(other) - ordinalOf(one));
  return newest && ordinalOf(newest) > (last ? ordinalOf(last.id) : 0) ? newest : undefined;
}

const withRow = (thread: Thread, conversation: Conversation | undefined, { event, moment }: Written): Thread =>
  conversation ? addInboundRow({ thread, conversation }, event, moment.now).thread : thread;

function opened(thread: Thread, event: CustomerMessage, moment: Moment): Thread {
  const fresh = take(openConversation(thread, routeOf(event), moment), event, moment);
  return withFirstReply({ ...fresh, content: event.content }, moment);
}

/** The closed and the paused conversation whose records such a message may need. */
export function restingFor(head: Head, event: CustomerMessage, settings: ProjectSettings): readonly ConversationId[] {
  const last = lastClosedFor(head, settings.scope, event);
  const { afterClose, smallTalk } = settings;
  const isNeeded = !opens(event, settings) || afterClose === 'reopen' || (smallTalk && isSmallTalk(event.content));
  if (!isNeeded) return last?.locked ? [last.id] : [];
  const paused = newestParked(head, last);
  return [...(last ? [last.id] : []), ...(paused ? [paused] : [])];
}

/** Thanks and farewells after the close: nothing to answer. */
export function isFarewell({ content }: Pick<CustomerMessage, 'content'>, closedAt: number, moment: Moment): boolean {
  return moment.settings.smallTalk && moment.now - closedAt <= SMALL_TALK_MS && isSmallTalk(content);
}

/** Does a message now bring a conversation back that closed then? Its request must still be there. */
export const reopens = (closedAt: number, { now, settings }: Moment): boolean =>
  settings.afterClose === 'reopen' && now - closedAt <= settings.reopenDays * DAY_MS;

/** The customer speaks in a closed conversation: agents see it, nothing else happens. */
function unreadRow(scene: Scene, event: CustomerMessage, { now }: Moment): Thread {
  const added = addInboundRow(scene, unwanted(event), now);
  const unread = asUnread(added.conversation);
  return withSync(withConversation(added.thread, unread), unread, now);
}

/** The customer of a locked conversation is told once that nobody reads it: with the first message after which it can be said. */
function inLocked(scene: Scene, event: CustomerMessage, moment: Moment): Thread {
  const thread = opens(event, moment.settings)
    ? unreadRow(scene, event, moment)
    : addInboundRow(scene, event, moment.now).thread;
  const conversation = conversationOf(thread, scene.conversation.id);
  const { lockedText } = moment.settings;
  const isAsked = opens(event, moment.settings) && !isAutomatic(event.content);
  if (!conversation?.locked || conversation.locked.told || lockedText === '' || !isAsked) return thread;
  const told = { ...conversation, route: routeOf(event), locked: { ...conversation.locked, told: true } as const };
  const now = { thread: withConversation(thread, told), conversation: told };
  const values = { name: thread.contact.name, key: told.request?.issueKey, status: undefined };
  const said = withAutomaticText(now, { author: 'auto-reply', text: personal(lockedText, values) }, moment.now);
  return said === now.thread ? thread : said;
}
