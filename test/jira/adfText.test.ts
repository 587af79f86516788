import { docOf } from '../../src/jira/adf';
import { plainText, textHash } from '../../src/jira/adfText';
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

test('any document has a hash of 32 hex characters', () => {
  fc.assert(fc.property(anyDocument, (doc) => expect(textHash(doc)).toMatch(/^[0-9a-f]{32}$/)));
});
