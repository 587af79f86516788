import fc from 'fast-check';
import { dateAndTime, hoursAndMinutes, knownZone, moment } from '../../../src/ui/shared/clock';

const at = (iso: string): number => Date.parse(iso);

test('midnight is 00:05, not 24:05', () => {
  expect(moment(at('2026-11-21T23:05:00Z'), at('2026-11-21T23:50:00Z'), 'Europe/Berlin')).toBe('00:05');
});

test('today is the day of the reader, not of the server', () => {
  const late = at('2026-11-21T23:30:00Z');
  expect(moment(late, late + 3_600_000, 'UTC')).toBe('21 Nov, 23:30');
  expect(moment(late, late + 3_600_000, 'Europe/Berlin')).toBe('00:30');
});

test('another year is told', () => {
  expect(moment(at('2025-11-21T10:00:00Z'), at('2026-11-21T10:00:00Z'), 'UTC')).toBe('21 Nov 2025, 10:00');
  expect(dateAndTime(at('2026-11-21T10:00:00Z'), 'UTC')).toBe('21 Nov 2026, 10:00');
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
