import { isTimeZone } from './text/timeLine';

/** A moment as a clock and a calendar in a time zone show it. `day` from 1 (Monday) to 7, `date` as `YYYY-MM-DD`, `time` as `HH:MM`. */
export type LocalTime = { readonly day: number; readonly date: string; readonly time: string };

/** Summer time included. A zone this runtime does not know counts as UTC: no message and no rule waits for a time zone. */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: DAYS.indexOf(part('weekday').slice(0, 3)) + 1,
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** From `from` on until just before `to`; a range that ends before it begins goes over midnight. */
export const isBetween = (time: string, { from, to }: { readonly from: string; readonly to: string }): boolean =>
  from <= to ? from <= time && time < to : time >= from || time < to;
