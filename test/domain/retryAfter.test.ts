import { retryAfter } from '../../src/domain/retryAfter';

test.each([
  [{ 'retry-after': '30' }, 30],
  [{ 'retry-after': ' 1.2 ' }, 1.2],
  [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:30 GMT', date: 'Sat, 21 Nov 2026 09:00:00 GMT' }, 30],
  [{ 'retry-after': 'Sat, 21 Nov 2026 08:59:30 GMT', date: 'Sat, 21 Nov 2026 09:00:00 GMT' }, 0],
  [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:30 GMT' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{ 'retry-after': '-5' }, undefined],
  [{}, undefined],
])('an answer with %j asks to wait %p seconds', (headers, seconds) => {
  expect(retryAfter(headers)).toBe(seconds);
});
