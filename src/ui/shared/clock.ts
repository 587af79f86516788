/** Times as people read them. `at` and `now` are epoch milliseconds, `zone` an IANA name. */
const MINUTE = 60_000;

/** `14:05` */
export const timeOfDay = (at: number, zone: string): string => format(at, zone, { hour: '2-digit', minute: '2-digit' });

/** `20 Nov`, with the year where it is not this one. */
export function day(at: number, now: number, zone: string): string {
  const sameYear = format(at, zone, { year: 'numeric' }) === format(now, zone, { year: 'numeric' });
  return format(at, zone, { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) });
}

/** `14:05` today, `20 Nov, 14:05` before. */
export function moment(at: number, now: number, zone: string): string {
  const today = format(at, zone, DATE) === format(now, zone, DATE);
  return today ? timeOfDay(at, zone) : `${day(at, now, zone)}, ${timeOfDay(at, zone)}`;
}

/** `20 Nov 2026, 14:05`, where nobody tells what today is. */
export const dateAndTime = (at: number, zone: string): string =>
  `${format(at, zone, { day: 'numeric', month: 'short', year: 'numeric' })}, ${timeOfDay(at, zone)}`;

/** Whole hours and minutes of a span of milliseconds; never negative. */
export function hoursAndMinutes(span: number): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.max(0, Math.floor(span / MINUTE));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** The zone if this browser knows it, else UTC: a wrong setting must not break a screen. */
export function knownZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...(zone && { timeZone: zone }) }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'numeric', year: 'numeric' };

const format = (at: number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone, hourCycle: 'h23' }).format(at);
