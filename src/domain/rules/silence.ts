import type { Moment } from '../moment';
import type { Thread } from '../thread';
import type { Timer } from '../timer';
import type { Scene } from './append';
import { close } from './close';
import { withTimer } from './timers';

const DAY_MS = 24 * 3_600_000;

/** Somebody spoke: from now on the conversation may be silent for so many days (X8, 0 = for ever). */
export function withSilence({ thread, conversation: { id, state } }: Scene, { now, settings }: Moment): Thread {
  if (settings.closeAfterDays === 0 || state !== 'active') return thread;
  return withTimer(thread, { kind: 'silence', conversation: id, at: now + settings.closeAfterDays * DAY_MS });
}

/** Nobody spoke for the days of the setting as it is now: the conversation closes by itself. */
export function onSilence({ thread, conversation }: Scene, { at }: Timer, moment: Moment): Thread {
  if (conversation.state !== 'active' || moment.settings.closeAfterDays === 0) return thread;
  return close({ thread, conversation }, { at, source: 'time', beside: true }, moment);
}
