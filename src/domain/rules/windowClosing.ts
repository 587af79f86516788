import type { Conversation } from '../conversation';
import type { CustomerMessage } from '../event';
import type { Moment } from '../moment';
import { serviceWindow, WINDOW_MS } from '../serviceWindow';
import { isAutomatic } from '../text/automatic';
import type { Thread } from '../thread';
import type { Timer } from '../timer';
import type { Scene } from './append';
import { withReply } from './autoReply';
import { withoutTimer, withTimer } from './timers';

type Heard = { readonly event: CustomerMessage; readonly before: Conversation; readonly moment: Moment };

/**
 * X15, S1-12: the customer wrote and waits. Before the window of those words closes they are invited to write again. An
 * automatic message deserves no invitation, and leaves that of the customer's own words where it is, though the window moves:
 * a machine that writes on would put it off for ever. Words that have been answered deserve none; the machine does not bring it back.
 */
export function withWindowClosing({ thread, conversation }: Scene, { event, before, moment }: Heard): Thread {
  const id = { kind: 'window-closing', conversation: conversation.id } as const;
  if (isAutomatic(event.content)) return before.waitingOn === 'customer' ? withoutTimer(thread, id) : thread;
  if (moment.settings.windowClosing.text === '' || event.channel !== 'whatsapp') return thread;
  const known = thread.head.timers.find(({ kind, conversation: of }) => kind === id.kind && of === id.conversation);
  const since = Math.max(event.at, known?.since ?? 0);
  return withTimer(thread, { ...id, at: dueAt(since, moment), since });
}

/** Only who still waits for an agent is told, and only while a message can go out: outside the window there is no invitation. */
export function onWindowClosing({ thread, conversation }: Scene, timer: Timer, moment: Moment): Thread {
  const { text } = moment.settings.windowClosing;
  const until = serviceWindow(thread.head, conversation.route, moment.now)?.until;
  if (until === undefined || conversation.state !== 'active' || conversation.waitingOn !== 'agent') return thread;
  const since = timer.since ?? until - WINDOW_MS;
  const at = dueAt(since, moment);
  if (text !== '' && at > moment.now) return withTimer(thread, { ...timer, at, since });
  return withReply({ thread, conversation }, { kind: 'window-closing', text }, moment);
}

const dueAt = (since: number, { settings }: Moment): number =>
  since + WINDOW_MS - settings.windowClosing.minutesBefore * 60_000;
