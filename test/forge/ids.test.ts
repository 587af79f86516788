import fc from 'fast-check';
import { ids } from '../../src/forge/ids';

test('an id has 128 random bits, in hex', () => {
  const made = Array.from({ length: 1_000 }, () => ids.next());

  expect(made.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(made).size).toBe(1_000);
});

test('a number below a limit is one, whatever the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (limit) => {
      const number = ids.below(limit);
      return Number.isInteger(number) && number >= 0 && number < limit;
    }),
  );
});
