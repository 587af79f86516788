import type { Moment } from '../moment';
import { serviceWindow } from '../serviceWindow';
import type { Thread } from '../thread';
import type { Timer } from '../timer';
import type { Scene } from './append';
import { withReply } from './autoReply';
import { withTimer } from './timers';

/** X15, S1-12: the customer wrote and waits. Before the window closes they are invited to write again. */
export function withWindowClosing({ thread, conversation }: Scene, moment: Moment): Thread {
  const at = dueAt(thread, conversation.route, moment);
  if (at === undefined || conversation.state !== 'active') return thread;
  return withTimer(thread, { kind: 'window-closing', conversation: conversation.id, at });
}

/** Only who still waits for an agent is told, and only while a message can go out: outside the window there is no invitation. */
export function onWindowClosing(scene: Scene, _timer: Timer, moment: Moment): Thread {
  const { thread, conversation } = scene;
  const at = dueAt(thread, conversation.route, moment);
  if (at === undefined || conversation.state !== 'active' || conversation.waitingOn !== 'agent') return thread;
  if (at > moment.now) return withWindowClosing(scene, moment);
  return withReply(scene, { kind: 'window-closing', text: moment.settings.windowClosing.text }, moment);
}

function dueAt({ head }: Thread, route: Scene['conversation']['route'], { now, settings }: Moment): number | undefined {
  const { text, minutesBefore } = settings.windowClosing;
  const until = text === '' ? undefined : serviceWindow(head, route, now)?.until;
  return until === undefined ? undefined : until - minutesBefore * 60_000;
}
