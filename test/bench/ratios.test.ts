import { ratiosOf, tooDear } from '../../bench/ratios';

const row = (what: string, [read, written, points]: readonly [string, string, number]) => ({
  what,
  'KB read': read,
  'KB written': written,
  points,
});

test('message 10,000 is compared with message 10 of the same way to write', () => {
  const rows = [
    row('inbound message 10', ['2.0', '4.0', 5]),
    row('tab answer after 10', ['1.0', '1.0', 1]),
    row('inbound message 10000', ['2.2', '4.0', 6]),
  ];
  const ratios = ratiosOf(rows);
  expect(ratios).toEqual([
    { what: 'inbound message 10000 : 10', 'KB read': '1.10', 'KB written': '1.00', points: '1.20' },
  ]);
  expect(tooDear(ratios)).toEqual(['inbound message 10000 : 10: points is 1.20 times as much, the most is 1.1']);
});

test('what costs nothing at message 10 and at message 10,000 costs the same; what costs nothing at message 10 alone is too dear', () => {
  const rows = [row('message 10', ['0.0', '0.0', 0]), row('message 10000', ['0.0', '0.1', 0])];
  expect(ratiosOf(rows)).toMatchObject([{ 'KB read': '1.00', points: '1.00' }]);
  expect(tooDear(ratiosOf(rows))).toEqual([expect.stringContaining('KB written is Infinity times as much')]);
});

test.each([
  ['nothing of message 10,000', [row('message 10', ['1.0', '1.0', 1])]],
  ['nothing of message 10', [row('message 10000', ['1.0', '1.0', 1])]],
])('a bench that measured %s proves nothing, and says so', (_, rows) => {
  expect(() => ratiosOf(rows)).toThrow('no row');
});
