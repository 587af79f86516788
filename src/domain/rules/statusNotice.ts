import type { Conversation } from '../conversation';
import type { StatusNotice } from '../conversationRules';
import type { RequestStatus } from '../event';
import type { Moment } from '../moment';
import type { ProjectSettings } from '../settings';
import { isStatus, type StatusNow } from '../statusNow';
import { personal } from '../text/personal';
import { textIn } from '../text/textIn';
import { conversationOf, withConversation, type Thread } from '../thread';
import type { Timer } from '../timer';
import type { Scene } from './append';
import { withAutomaticText } from './automaticText';
import { quietRefusal } from './quietHours';
import { maySay, withSaid } from './saidToday';
import { withoutTimer, withTimer } from './timers';

/** A storm of changes is over when nothing has changed for so long: only the last status is told. */
export const STORM_MS = 8_000;

/**
 * The request entered a status that customers are told of (X3): once the storm is over and only if it is still there. Once
 * per episode, from activation to close; a change after the close is told no more, except the close's own.
 */
export function withStatusNoticed(before: Thread, thread: Thread, { event, moment }: Told): Thread {
  const known = conversationOf(before, event.conversation);
  const conversation = conversationOf(thread, event.conversation);
  if (!known || !conversation || !concerns(event, known, moment)) return thread;
  const { toTell, told = [] } = conversation;
  const notice = noticeOf(moment.settings, event.status);
  if (!notice || told.includes(nameOf(notice))) return withoutStatusNotice(thread, conversation);
  if (toTell?.name === event.status.name) return thread;
  const waiting = withConversation(thread, { ...conversation, toTell: event.status });
  return withTimer(waiting, { kind: 'status-notice', conversation: conversation.id, at: moment.now + STORM_MS });
}

type Told = { readonly event: RequestStatus; readonly moment: Moment };

/** Is this news of an episode that goes on, or of the storm or the button that ended it? */
function concerns({ issueId, status, at }: RequestStatus, conversation: Conversation, { settings }: Moment): boolean {
  const { request, closed, openAt = -Infinity, toTell } = conversation;
  if (request?.issueId !== issueId) return false;
  if (!closed) return at > openAt;
  const isOwnMove = closed.beside && closed.source === 'user' && isStatus(status, settings.closeTransition.status);
  return isOwnMove ? at >= closed.at : at > closed.at && toTell !== undefined;
}

/** What waited to be told is not true any more. */
export function withoutStatusNotice(thread: Thread, conversation: Conversation): Thread {
  const { toTell, ...rest } = conversation;
  if (!toTell) return thread;
  const quiet = withoutTimer(thread, { kind: 'status-notice', conversation: rest.id });
  return withConversation(quiet, rest);
}

/** The storm is over. Nobody is told anything in a locked conversation, nor while blocked; in quiet hours it waits for their end (X6). */
export function onStatusNotice({ thread, conversation }: Scene, timer: Timer, moment: Moment): Thread {
  const { toTell, ...rest } = conversation;
  if (!toTell) return thread;
  const quiet = quietRefusal(conversation, moment);
  if (quiet?.at !== undefined) return withTimer(thread, { ...timer, at: quiet.at });
  const { told = [], locked } = rest;
  const notice = noticeOf(moment.settings, toTell);
  const isOver = locked !== undefined || thread.head.blocked !== undefined || !maySay(thread.head, 'notice', moment);
  if (!notice || isOver || told.includes(nameOf(notice))) return withConversation(thread, rest);
  const teller = { ...rest, told: [...told, nameOf(notice)] };
  const scene = { thread: withConversation(withSaid(thread, 'notice', moment.now), teller), conversation: teller };
  return withAutomaticText(scene, { author: 'notice', text: textOf(notice, scene, toTell, moment) }, moment.now);
}

/** The notice on the very status goes before the one on its category. */
function noticeOf({ statusNotices }: ProjectSettings, status: StatusNow): StatusNotice | undefined {
  return (
    statusNotices.find(({ on }) => 'status' in on && isStatus(status, on.status)) ??
    statusNotices.find(({ on }) => 'category' in on && on.category === status.category)
  );
}

const nameOf = ({ on }: StatusNotice): string =>
  'status' in on ? `status ${on.status.trim().toLowerCase()}` : `category ${on.category}`;

// oxlint-disable-next-line max-params -- the notice, whose, of what, by which rules
function textOf(notice: StatusNotice, { thread, conversation }: Scene, status: StatusNow, { settings }: Moment) {
  const values = { name: thread.contact.name, key: conversation.request?.issueKey, status: status.name };
  return personal(textIn(notice.text, settings.language), values);
}
