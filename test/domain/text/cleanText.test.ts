import fc from 'fast-check';
import { cleanText, shorten } from '../../../src/domain/text/cleanText';

test('line ends of every kind become one', () => {
  expect(cleanText('a\r\nb\rc\u2028d\u2029e')).toBe('a\nb\nc\nd\ne');
});

test('control characters and lone surrogates are gone, tabs and emoji stay', () => {
  expect(cleanText('a\u0000\u0007b\uD83Dc\uDE00\td\u{1F600}\uFFFF')).toBe('abc\td\u{1F600}');
});

test('cleaned text is well formed and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const text = cleanText(raw);
      expect(() => encodeURIComponent(text)).not.toThrow();
      expect(cleanText(text)).toBe(text);
    }),
    { examples: [['\uD800']] },
  );
});

test('a text within the limit stays, a longer one ends in an ellipsis', () => {
  expect([shorten('abc', 3), shorten('abcd', 3)]).toEqual(['abc', 'ab…']);
});

test('shortening never cuts a character in two', () => {
  expect(shorten('a\u{1F600}\u{1F600}', 4)).toBe('a\u{1F600}…');
  expect(shorten('a\u{1F600}\u{1F600}', 3)).toBe('a…');
});
