import type { BusinessHours } from './conversationRules';
import { isBetween, localTime } from './localTime';

/**
 * Is somebody there at this time (epoch ms)? Hours that end before they begin go over midnight, and what is after midnight
 * belongs to the day on which they began: its weekday and its holiday count. Hours that end when they begin are the whole
 * day.
 */
export function isOpenAt(hours: BusinessHours, at: number, timeZone: string): boolean {
  const { day, date, time } = localTime(at, timeZone);
  const { from, to } = hours;
  const isToday = from === to || isBetween(time, hours);
  if (from <= to || time >= from) return isToday && isWorked(hours, { day, date });
  return isToday && isWorked(hours, { day: day === 1 ? 7 : day - 1, date: dayBefore(date) });
}

const isWorked = ({ days, holidays }: BusinessHours, { day, date }: { day: number; date: string }): boolean =>
  days.includes(day) && !holidays.includes(date);

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
