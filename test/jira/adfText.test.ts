import { docOf } from '../../src/jira/adf';
import { isExtended, plainText, textHash } from '../../src/jira/adfText';
import { compose } from '../../src/jira/compose';
import fc from 'fast-check';
import { anyDocument } from '../support/adfArbitrary';

const ours = docOf([
  { kind: 'message', text: 'See https://a.example/b\nand call' },
  { kind: 'time', text: '14:05' },
  { kind: 'message', text: 'Thanks' },
]);

test('a document reads line by line', () => {
  expect(plainText(ours)).toBe('See https://a.example/b\nand call\n14:05\nThanks');
});

test('the same text in another form is the same to us', () => {
  const stored = {
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        attrs: { localId: 'x' },
        content: [
          { type: 'text', text: 'See ' },
          { type: 'inlineCard', attrs: { url: 'https://a.example/b' } },
          { type: 'hardBreak', attrs: { text: '\n' } },
          { type: 'text', text: 'and ' },
          { type: 'text', text: 'call' },
        ],
      },
      { type: 'paragraph', content: [] },
      { type: 'paragraph', content: [{ type: 'text', text: '14:05' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Thanks' }] },
    ],
  };
  expect(textHash(stored)).toBe(textHash(ours));
});

test.each([
  ['another word', docOf([{ kind: 'message', text: 'Thank' }])],
  [
    'a file added',
    { ...ours, content: [...ours.content, { type: 'mediaGroup', content: [{ type: 'media', attrs: { id: 'f' } }] }] },
  ],
  ['nothing', null],
])('%s is another text', (_, other) => {
  expect(textHash(other)).not.toBe(textHash(ours));
});

const noon = Date.parse('2026-11-21T12:00:00Z');
const written = (texts: readonly [string, ...string[]], gapMs: number) => {
  const existing = { doc: ours, lastAt: noon };
  const [first, ...rest] = texts.map((text, index) => ({ text, at: noon + (index + 1) * gapMs }));
  return compose([first!, ...rest], { timeZone: 'UTC', existing }).doc;
};

test.each([
  ['right after', 60_000],
  ['after hours', 7_200_000],
  ['on other days', 100_000_000],
])('messages that an earlier edit of ours added %s are recognised', (_, gapMs) => {
  const texts = ['One\nmore', 'at 12:30'] as const;
  expect(isExtended(written(texts, gapMs), textHash(ours), texts)).toBe(true);
});

test.each([
  ['a word changed by somebody', docOf([{ kind: 'message', text: 'See it and call 14:05 Thanks One' }])],
  [
    'something added by somebody',
    { ...written(['One'], 60_000), content: [...written(['One'], 60_000).content, ...ours.content] },
  ],
  ['nothing added', ours],
  ['another message added', written(['Two'], 60_000)],
])('%s is not our edit', (_, doc) => {
  expect(isExtended(doc, textHash(ours), ['One'])).toBe(false);
});

test('whatever people write, an edit of ours is recognised and its half is not the whole', () => {
  const words = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `w${text}`);
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 200_000_000 }), (one, two, gapMs) => {
      const doc = written([one, two], gapMs);
      expect(isExtended(doc, textHash(ours), [one, two])).toBe(true);
      expect(isExtended(written([one], gapMs), textHash(ours), [one, two])).toBe(false);
    }),
  );
});

test('any document has a hash of 32 hex characters', () => {
  fc.assert(fc.property(anyDocument, (doc) => expect(textHash(doc)).toMatch(/^[0-9a-f]{32}$/)));
});
