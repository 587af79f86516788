import fc from 'fast-check';
import { isBetween, localTime } from '../../src/domain/localTime';

test('a moment is told by the calendar of its time zone, summer time included', () => {
  expect(localTime(Date.parse('2026-07-05T22:30:00Z'), 'Europe/Zagreb')).toEqual({
    day: 1,
    date: '2026-07-06',
    time: '00:30',
  });
  expect(localTime(Date.parse('2026-12-06T22:30:00Z'), 'Europe/Zagreb')).toEqual({
    day: 7,
    date: '2026-12-06',
    time: '23:30',
  });
});

test('a time zone this runtime does not know counts as UTC', () => {
  expect(localTime(0, 'Europe/Atlantis')).toEqual(localTime(0, 'UTC'));
});

test('a range over midnight holds the night and not the day', () => {
  const night = { from: '21:00', to: '08:00' };
  expect(['21:00', '23:59', '00:00', '07:59'].every((time) => isBetween(time, night))).toBe(true);
  expect(['08:00', '20:59'].some((time) => isBetween(time, night))).toBe(false);
});

const time = fc.integer({ min: 0, max: 1_439 }).map((of) => `${pad(Math.floor(of / 60))}:${pad(of % 60)}`);
const pad = (value: number) => String(value).padStart(2, '0');

test('a time is in a range or in the rest of the day, never in both', () => {
  fc.assert(
    fc.property(time, time, time, (at, from, to) => {
      fc.pre(from !== to);
      expect(isBetween(at, { from, to })).toBe(!isBetween(at, { from: to, to: from }));
    }),
  );
});
