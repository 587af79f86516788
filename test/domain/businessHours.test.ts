import fc from 'fast-check';
import { isOpenAt } from '../../src/domain/businessHours';

const OFFICE = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', holidays: ['2026-12-25'] };
const NIGHT = { days: [5], from: '22:00', to: '06:00', holidays: [] as string[] };
const at = (iso: string) => Date.parse(iso);

test.each([
  ['2026-11-16T07:59Z', false],
  ['2026-11-16T08:00Z', true],
  ['2026-11-16T16:59Z', true],
  ['2026-11-16T17:00Z', false],
  ['2026-11-15T10:00Z', false],
  ['2026-12-25T10:00Z', false],
])('X15 an office is open on its days within its hours, and never on holidays: %s %s', (iso, open) => {
  expect(isOpenAt(OFFICE, at(iso), 'UTC')).toBe(open);
});

test('X15 the hours are those of the clock on the wall, summer time included', () => {
  expect(isOpenAt(OFFICE, at('2026-07-06T06:00Z'), 'Europe/Zagreb')).toBe(true);
  expect(isOpenAt(OFFICE, at('2026-11-16T06:30Z'), 'Europe/Zagreb')).toBe(false);
});

test('X15 hours over midnight belong to the day on which they began, with its holiday', () => {
  const friday = '2026-11-20';
  const open = (iso: string, hours = NIGHT) => isOpenAt(hours, at(iso), 'UTC');
  expect([open('2026-11-20T22:00Z'), open('2026-11-21T05:59Z')]).toEqual([true, true]);
  expect([open('2026-11-20T05:00Z'), open('2026-11-21T22:30Z'), open('2026-11-21T06:00Z')]).toEqual([
    false,
    false,
    false,
  ]);
  const holiday = { ...NIGHT, holidays: [friday] };
  expect([open('2026-11-20T23:00Z', holiday), open('2026-11-21T02:00Z', holiday)]).toEqual([false, false]);
  expect(isOpenAt({ ...NIGHT, days: [7] }, at('2026-11-16T02:00Z'), 'UTC')).toBe(true);
});

test('X15 hours that end when they begin are the whole day', () => {
  expect(isOpenAt({ ...OFFICE, from: '09:00', to: '09:00' }, at('2026-11-16T03:00Z'), 'UTC')).toBe(true);
});

test('a time zone nobody knows counts as UTC and throws nothing', () => {
  expect(isOpenAt(OFFICE, at('2026-11-16T09:00Z'), 'Europe/Atlantis')).toBe(true);
});

const clock = fc.integer({ min: 0, max: 1_439 }).map((m) => `${pad(Math.floor(m / 60))}:${pad(m % 60)}`);
const range = fc.record({ from: clock, to: clock });
const pad = (value: number) => String(value).padStart(2, '0');
const instant = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') });
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');

test('X15 whoever works every day is there in the hours or in those of the rest of the day, never in both', () => {
  fc.assert(
    fc.property(instant, range, zone, (when, { from, to }, timeZone) => {
      fc.pre(from !== to);
      const every = { days: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
      expect(isOpenAt({ ...every, from, to }, when, timeZone)).toBe(
        !isOpenAt({ ...every, from: to, to: from }, when, timeZone),
      );
    }),
  );
});

test('X15 whoever works on no day is never there', () => {
  fc.assert(
    fc.property(instant, range, zone, (when, { from, to }, timeZone) => {
      expect(isOpenAt({ days: [], holidays: [], from, to }, when, timeZone)).toBe(false);
    }),
  );
});
