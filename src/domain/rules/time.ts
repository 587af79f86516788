import type { Moment } from '../moment';
import { rulesFor } from '../settings';
import { conversationOf, type Thread } from '../thread';
import type { Timer, TimerKind } from '../timer';
import type { Scene } from './append';
import { onSilence } from './silence';
import { onStatusNotice } from './statusNotice';
import { withoutTimer } from './timers';
import { onWindowClosing } from './windowClosing';

type TimeRule = (scene: Scene, timer: Timer, moment: Moment) => Thread;

/** What happens when a timer of a kind is due. Each rule looks first whether its reason still holds. */
const RULES: Readonly<Record<TimerKind, TimeRule>> = {
  silence: onSilence,
  'status-notice': onStatusNotice,
  'window-closing': onWindowClosing,
};

/** Runs every timer that is due, earliest first. One whose conversation is gone is dropped. */
export function onTime(thread: Thread, moment: Moment): Thread {
  const due = thread.head.timers.filter(({ at }) => at <= moment.now).toSorted((one, other) => one.at - other.at);
  return due.reduce((current, timer) => run(withoutTimer(current, timer), timer, moment), thread);
}

function run(thread: Thread, timer: Timer, moment: Moment): Thread {
  const conversation = conversationOf(thread, timer.conversation);
  if (!conversation) return thread;
  const settings = rulesFor(moment.settings, conversation.route.number);
  return RULES[timer.kind]({ thread, conversation }, timer, { ...moment, settings });
}
