import { day, hoursAndMinutes, timeOfDay, type Time } from '../shared/clock';
import type { Say } from '../shared/useSay';

const HOUR = 3_600_000;

export type ServiceWindow = { readonly open: boolean; readonly until?: string };

/** Whether free text may still go out. The clock runs on after the view was made, so an open window closes by itself. */
export const isOpen = (window: ServiceWindow | undefined, now: number): boolean =>
  !window || (window.open && (!window.until || Date.parse(window.until) > now));

/** The line about the 24-hour window of WhatsApp; nothing where the customer never opened one. */
export function windowLine(window: ServiceWindow, at: Time, say: Say): string | undefined {
  if (!window.until) return undefined;
  const until = Date.parse(window.until);
  const time = timeOfDay(until, at);
  if (isOpen(window, at.now)) return say('window.open', { time, left: timeLeft(until - at.now, say) });
  // A bare clock time is clear for half a day; after that the day is told too.
  if (at.now - until < 12 * HOUR) return say('window.closed', { time });
  return say('window.closed-earlier', { time, day: day(until, at) });
}

function timeLeft(span: number, say: Say): string {
  const { hours, minutes } = hoursAndMinutes(span);
  if (hours > 0) return say('window.hours-minutes', { hours, minutes });
  return minutes > 0 ? say('window.minutes', { minutes }) : say('window.less-than-a-minute');
}
