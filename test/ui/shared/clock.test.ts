import fc from 'fast-check';
import {
  calendarDay,
  dateAndTime,
  hoursAndMinutes,
  knownLocale,
  knownZone,
  longDay,
  moment,
} from '../../../src/ui/shared/clock';

const at = (iso: string): number => Date.parse(iso);
const reading = (now: number, zone: string, locale = 'en-GB') => ({ now, zone, locale });

test('midnight is 00:05, not 24:05', () => {
  expect(moment(at('2026-11-21T23:05:00Z'), reading(at('2026-11-21T23:50:00Z'), 'Europe/Berlin'))).toBe('00:05');
});

test('today is the day of the reader, not of the server', () => {
  const late = at('2026-11-21T23:30:00Z');
  expect(moment(late, reading(late + 3_600_000, 'UTC'))).toBe('21 Nov, 23:30');
  expect(moment(late, reading(late + 3_600_000, 'Europe/Berlin'))).toBe('00:30');
});

test('another year is told', () => {
  expect(moment(at('2025-11-21T10:00:00Z'), reading(at('2026-11-21T10:00:00Z'), 'UTC'))).toBe('21 Nov 2025, 10:00');
  expect(dateAndTime(at('2026-11-21T10:00:00Z'), reading(0, 'UTC'))).toBe('21 Nov 2026, 10:00');
});

test('hours and minutes add up to the whole minutes of the span, and are never negative', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 200_000_000 }), (span) => {
      const { hours, minutes } = hoursAndMinutes(span);
      expect(minutes).toBeLessThan(60);
      expect(hours * 60 + minutes).toBe(Math.max(0, Math.floor(span / 60_000)));
    }),
  );
});

test('a zone the browser does not know becomes UTC', () => {
  expect([knownZone('Mars/Olympus'), knownZone('Europe/Berlin')]).toEqual(['UTC', 'Europe/Berlin']);
});

test('days and hours are written as the reader writes them', () => {
  const day = at('2026-11-20T13:05:00Z');
  const later = at('2026-11-21T10:00:00Z');
  expect(longDay(day, reading(later, 'UTC', 'de-DE'))).toBe('Freitag, 20. November');
  expect(longDay(day, reading(later, 'UTC', 'en-US'))).toBe('Friday, November 20');
  expect(moment(day, reading(day, 'UTC', 'en-US'))).toMatch(/^1:05\sPM$/);
});

test('a language the browser does not know becomes English', () => {
  expect([knownLocale('not a language'), knownLocale('pt_BR'), knownLocale(undefined)]).toEqual([
    'en-GB',
    'pt-BR',
    'en-GB',
  ]);
});

test('the day before is one less, also where the clocks go back in between', () => {
  const berlin = { zone: 'Europe/Berlin' };
  const early = calendarDay(at('2026-10-24T22:10:00Z'), berlin);
  expect(calendarDay(at('2026-10-25T22:50:00Z'), berlin)).toBe(early);
  expect(calendarDay(at('2026-10-25T23:10:00Z'), berlin)).toBe(early + 1);
});
