import '../support/fakeBridge';
import fc from 'fast-check';
import { paragraphsOf } from '../../../src/ui/shared/PlainText';

test('a blank line parts paragraphs, a line break parts lines', () => {
  expect(paragraphsOf('Hello\r\nthere\n \n\nGeneral')).toEqual([['Hello', 'there'], ['General']]);
});

test('nothing that was typed is lost but blank lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '👍') }), (text) => {
      const typed = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
      expect(paragraphsOf(text).flat()).toEqual(typed);
    }),
  );
});
