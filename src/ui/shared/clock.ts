/** Times as people read them, each in their own language and time zone. `at` and `now` are epoch milliseconds. */

/** `zone` is an IANA name, `locale` a BCP 47 one. */
export type Reader = { readonly zone: string; readonly locale: string };
/** The server's time, and who reads. */
export type Time = Reader & { readonly now: number };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** `14:05` */
export const timeOfDay = (at: number, reader: Reader): string => format(at, reader, { timeStyle: 'short' });

/** `20 Nov`, with the year where it is not this one. */
export const day = (at: number, time: Time): string =>
  format(at, time, { day: 'numeric', month: 'short', ...yearIn(at, time) });

/** `Friday, 20 November`, with the year where it is not this one. */
export const longDay = (at: number, time: Time): string =>
  format(at, time, { weekday: 'long', day: 'numeric', month: 'long', ...yearIn(at, time) });

/** Days since 1970 on the reader's calendar: the day before is one less, however many hours it had. */
export const calendarDay = (at: number, { zone }: Pick<Reader, 'zone'>): number =>
  Date.parse(format(at, { zone, locale: ISO }, DATE)) / DAY;

/** `14:05` today, `20 Nov, 14:05` before. */
export const moment = (at: number, time: Time): string =>
  calendarDay(at, time) === calendarDay(time.now, time)
    ? timeOfDay(at, time)
    : `${day(at, time)}, ${timeOfDay(at, time)}`;

/** `20 Nov 2026, 14:05`, where nobody tells what today is. */
export const dateAndTime = (at: number, reader: Reader): string =>
  `${format(at, reader, { day: 'numeric', month: 'short', year: 'numeric' })}, ${timeOfDay(at, reader)}`;

/** Whole hours and minutes of a span of milliseconds; never negative. */
export function hoursAndMinutes(span: number): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.max(0, Math.floor(span / MINUTE));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** The zone if this browser knows it, else UTC: a wrong setting must not break a screen. */
export function knownZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat(ENGLISH, { ...(zone && { timeZone: zone }) }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}

/** The language if this browser knows it, else English. Jira spells some with an underscore. */
export function knownLocale(locale: string | undefined): string {
  try {
    return new Intl.DateTimeFormat(locale?.replaceAll('_', '-') ?? ENGLISH).resolvedOptions().locale;
  } catch (error) {
    if (error instanceof RangeError) return ENGLISH;
    throw error;
  }
}

const ENGLISH = 'en-GB';
/** Swedes write days as ISO 8601 does. */
const ISO = 'sv-SE';
const DATE: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' };

function yearIn(at: number, time: Time): Intl.DateTimeFormatOptions {
  const year = (of: number): string => format(of, time, { year: 'numeric' });
  return year(at) === year(time.now) ? {} : { year: 'numeric' };
}

const format = (at: number, { zone, locale }: Reader, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at);
