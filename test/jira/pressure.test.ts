import { retryAfterSeconds } from '../../src/jira/pressure';

const date = 'Sat, 21 Nov 2026 10:00:00 GMT';

test.each([
  ['seconds', { 'retry-after': '42' }, 42],
  ['a date, against the answer’s own', { 'retry-after': 'Sat, 21 Nov 2026 10:01:30 GMT', date }, 90],
  ['the reset time where there is no more', { 'x-ratelimit-reset': '2026-11-21T10:05:00Z', date }, 300],
  ['a time already over', { 'x-ratelimit-reset': '2026-11-21T09:00:00Z', date }, 1],
  ['a wait of nothing', { 'retry-after': '0' }, 1],
  ['a wait beyond the hour', { 'retry-after': '99999' }, 3_600],
  ['nonsense', { 'retry-after': 'soon', date }, 30],
  ['nothing', {}, 30],
  ['nothing, with the quota used up', { 'ratelimit-reason': 'jira-quota-tenant-based' }, 900],
])('%s', (_, headers, seconds) => {
  expect(retryAfterSeconds(headers)).toBe(seconds);
});
