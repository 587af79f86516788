import { isTimeZone, paragraphsOf, timeLineBetween } from '../../../src/domain/text/timeLine';

const at = (text: string) => Date.parse(text);
const noon = at('2026-11-21T12:00:00Z');

test('the first message of an aggregate has no time line', () => {
  expect(timeLineBetween(undefined, noon, 'UTC')).toBeUndefined();
});

test('within an hour of the same day there is none', () => {
  expect(timeLineBetween(noon, at('2026-11-21T12:59:59.999Z'), 'UTC')).toBeUndefined();
});

test('after an hour the time is told, in the given zone', () => {
  expect(timeLineBetween(noon, at('2026-11-21T13:05:00Z'), 'Europe/Berlin')).toBe('14:05');
});

test('S0-08 a new day is told with its date, however short the gap', () => {
  expect(timeLineBetween(at('2026-11-20T22:59:00Z'), at('2026-11-20T23:12:00Z'), 'Europe/Berlin')).toBe(
    '21 Nov 2026, 00:12',
  );
});

test('the day is that of the zone, not of UTC', () => {
  expect(timeLineBetween(at('2026-11-20T23:30:00Z'), at('2026-11-21T00:10:00Z'), 'Europe/Berlin')).toBeUndefined();
});

test('a message that arrives late, from another day, is told with its day', () => {
  expect(timeLineBetween(noon, at('2026-11-19T09:12:00Z'), 'UTC')).toBe('19 Nov 2026, 09:12');
});

test('a zone nobody knows is told in UTC', () => {
  expect(timeLineBetween(noon, at('2026-11-21T14:05:00Z'), 'Mars/Olympus')).toBe('14:05');
});

test('time zones are known by their IANA names', () => {
  expect(['Europe/Zagreb', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});

test('a single message is the bare text', () => {
  expect(paragraphsOf([{ text: 'Hello', at: noon }], 'UTC')).toEqual([{ kind: 'message', text: 'Hello' }]);
});

test('each message is a paragraph, and gaps are told between them', () => {
  const messages = [
    { text: 'one', at: noon },
    { text: 'two', at: noon + 60_000 },
    { text: 'three', at: noon + 4_000_000 },
  ];
  expect(paragraphsOf(messages, 'UTC')).toEqual([
    { kind: 'message', text: 'one' },
    { kind: 'message', text: 'two' },
    { kind: 'time', text: '13:06' },
    { kind: 'message', text: 'three' },
  ]);
});

test('an addition to an earlier text is told against the newest message in it', () => {
  expect(paragraphsOf([{ text: 'later', at: noon }], 'UTC', noon - 7_200_000)).toEqual([
    { kind: 'time', text: '12:00' },
    { kind: 'message', text: 'later' },
  ]);
});
