import fc from 'fast-check';
import { smsMeter } from '../../../src/domain/text/smsMeter';
import { smsParts } from '../../../src/domain/text/smsParts';

test.each([
  ['nothing yet', '', { parts: 1, used: 0, size: 160, total: 0, room: 1071 }],
  ['one part', 'a'.repeat(160), { parts: 1, used: 160, size: 160, total: 160, room: 1071 }],
  ['one character more', 'a'.repeat(161), { parts: 2, used: 8, size: 153, total: 161, room: 1071 }],
  ['the euro sign counts twice', '€€', { parts: 1, used: 4, size: 160, total: 4, room: 1071 }],
  ['S2-27 195 units of Cyrillic', 'ж'.repeat(195), { parts: 3, used: 61, size: 67, total: 195, room: 469 }],
])('%s', (_, text, expected) => {
  expect(smsMeter(text, 7)).toEqual(expected);
});

test('where one part is all there may be, it is not cut short by a header', () => {
  expect(smsMeter('hello', 1)).toMatchObject({ size: 160, room: 160 });
});

test('it counts the parts that the engine counts, and the last one is never over-full', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
      const { parts, used, size } = smsMeter(text, 7);
      expect(parts).toBe(smsParts(text).parts);
      expect(used).toBeLessThanOrEqual(size);
    }),
  );
});
