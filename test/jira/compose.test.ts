import fc from 'fast-check';
import { BUDGET, docOf, sizeOf } from '../../src/jira/adf';
import { plainText } from '../../src/jira/adfText';
import { compose } from '../../src/jira/compose';
import { adfErrors } from '../support/adfSchema';

const noon = Date.parse('2026-11-21T12:00:00Z');
const minutes = (count: number) => noon + count * 60_000;
const place = { timeZone: 'UTC' };

test('a single message is the bare text', () => {
  const { doc, taken, lastAt } = compose([{ text: 'Hello', at: noon }], place);
  expect([plainText(doc), taken, lastAt]).toEqual(['Hello', 1, noon]);
});

test('messages follow what is there, told against its newest', () => {
  const existing = { doc: docOf([{ kind: 'message', text: 'Hello' }]), lastAt: noon };
  const composed = compose(
    [
      { text: 'You there?', at: minutes(65) },
      { text: 'Hm', at: minutes(66) },
    ],
    { ...place, existing },
  );
  expect(plainText(composed.doc)).toBe('Hello\n13:05\nYou there?\nHm');
  expect(composed).toMatchObject({ taken: 2, lastAt: minutes(66) });
  expect(composed.paragraphs.map(({ text }) => text)).toEqual(['13:05', 'You there?', 'Hm']);
});

test('as many messages are taken as Jira’s limit holds', () => {
  const long = 'x'.repeat(BUDGET / 2.5);
  const messages = [
    { text: long, at: noon },
    { text: long, at: noon },
    { text: long, at: noon },
  ] as const;
  const { doc, taken } = compose([...messages], place);
  expect(taken).toBe(2);
  expect(sizeOf(doc)).toBeLessThanOrEqual(BUDGET);
});

test('what is full takes none and stays as it is', () => {
  const existing = { doc: docOf([{ kind: 'message', text: 'x'.repeat(BUDGET - 200) }]), lastAt: noon };
  const composed = compose([{ text: 'x'.repeat(300), at: minutes(70) }], { ...place, existing });
  expect(composed).toEqual({ doc: existing.doc, paragraphs: [], taken: 0, lastAt: noon });
});

test('a message longer than any comment is cut and says so', () => {
  const { doc, taken } = compose([{ text: '"'.repeat(100_000), at: noon }], place);
  expect(taken).toBe(1);
  expect(sizeOf(doc)).toBeLessThanOrEqual(BUDGET);
  expect(plainText(doc)).toMatch(/"\n\(The message is longer: all of it is in OmniChat\.\)$/);
});

test('a message of which OmniChat has only the beginning is not said to be there in full', () => {
  const { doc } = compose([{ text: '"'.repeat(30_000), at: noon, isShortened: true }], place);
  expect(sizeOf(doc)).toBeLessThanOrEqual(BUDGET);
  expect(plainText(doc)).toMatch(/"\n\(The message is longer: OmniChat kept its beginning\.\)$/);
});

test('taken one by one or at once, every message is told once, in order, within the budget', () => {
  const texts = fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 1, max: 900 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(texts, (many) => {
      let rest = many.map(([text, times], index) => ({
        text: `m${index} ${text.repeat(times)}`,
        at: minutes(index * 40),
      }));
      const told: string[] = [];
      while (rest[0]) {
        const { doc, taken } = compose([rest[0], ...rest.slice(1)], place);
        expect(sizeOf(doc)).toBeLessThanOrEqual(BUDGET);
        expect(adfErrors(doc)).toEqual([]);
        expect(taken).toBeGreaterThan(0);
        told.push(...rest.slice(0, taken).map(({ text }) => text.split(' ')[0] ?? ''));
        rest = rest.slice(taken);
      }
      expect(told).toEqual(many.map((_, index) => `m${index}`));
    }),
    { numRuns: 40 },
  );
});
