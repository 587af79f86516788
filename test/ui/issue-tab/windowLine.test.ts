import '../support/fakeBridge';
import { windowLine } from '../../../src/ui/issue-tab/windowLine';
import { english } from '../support/english';

const line = (until: string, now: string, open = true) =>
  windowLine({ open, until }, { now: Date.parse(now), zone: 'Europe/Berlin', locale: 'en-GB' }, english);

test.each([
  ['2026-11-21T13:05:00Z', '2026-11-21T09:53:00Z', 'You can answer until 14:05 (3 h 12 min)'],
  ['2026-11-22T09:53:00Z', '2026-11-21T09:53:30Z', 'You can answer until 10:53 (23 h 59 min)'],
  ['2026-11-21T10:05:00Z', '2026-11-21T09:53:00Z', 'You can answer until 11:05 (12 min)'],
  ['2026-11-21T10:05:00Z', '2026-11-21T10:04:01Z', 'You can answer until 11:05 (less than a minute)'],
  ['2026-11-21T13:05:00Z', '2026-11-21T13:05:00Z', closedAt('14:05')],
  ['2026-11-21T23:05:00Z', '2026-11-22T01:00:00Z', closedAt('00:05')],
  ['2026-11-20T13:05:00Z', '2026-11-21T09:53:00Z', closedAt('14:05 on 20 Nov')],
  ['2025-11-20T13:05:00Z', '2026-11-21T09:53:00Z', closedAt('14:05 on 20 Nov 2025')],
])('a window until %s seen at %s', (until, now, words) => {
  expect(line(until, now)).toBe(words);
});

test('a window closed by the server is closed whatever its time says', () => {
  expect(windowLine({ open: false }, { now: 0, zone: 'UTC', locale: 'en-GB' }, english)).toBeUndefined();
  expect(line('2026-11-21T13:05:00Z', '2026-11-21T13:00:00Z', false)).toBe(closedAt('14:05'));
});

function closedAt(at: string): string {
  return `The 24-hour window closed at ${at}. The customer can reopen it by writing.`;
}
