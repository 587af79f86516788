import fc from 'fast-check';
import { appended, docOf, readDoc, sizeOf } from '../../src/jira/adf';
import { plainText } from '../../src/jira/adfText';
import { cleanText } from '../../src/domain/text/cleanText';
import type { Paragraph } from '../../src/domain/text/timeLine';
import { adfErrors } from '../support/adfSchema';

const said = (text: string): Paragraph => ({ kind: 'message', text });
const textNode = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const linkTo = (href: string) => ({ type: 'link', attrs: { href } });
const blocks = (text: string) => docOf([said(text)]).content;

test('a line break stays within the paragraph, a blank line begins another', () => {
  expect(blocks('one\ntwo\n \n\nthree\n')).toEqual([
    { type: 'paragraph', content: [textNode('one'), { type: 'hardBreak' }, textNode('two')] },
    { type: 'paragraph', content: [textNode('three')] },
  ]);
});

test('each message, time line and header is a paragraph; the last two are marked', () => {
  const paragraphs: Paragraph[] = [
    { kind: 'header', text: 'Ana (SMS)' },
    said('a'),
    { kind: 'time', text: '14:05' },
    said('b'),
  ];
  expect(docOf(paragraphs).content).toEqual([
    { type: 'paragraph', content: [textNode('Ana (SMS)', { type: 'strong' })] },
    { type: 'paragraph', content: [textNode('a')] },
    { type: 'paragraph', content: [textNode('14:05', { type: 'em' })] },
    { type: 'paragraph', content: [textNode('b')] },
  ]);
});

test('what looks like markup is text', () => {
  const typed = '*bold* {code} [link|x] h1. @Ben !image.png!';
  expect(blocks(typed)).toEqual([{ type: 'paragraph', content: [textNode(typed)] }]);
});

test.each([
  ['see https://a.example/b?c=1#d now', 'https://a.example/b?c=1#d'],
  ['(https://a.example/b).', 'https://a.example/b'],
  ['https://a.example/wiki/A_(b)', 'https://a.example/wiki/A_(b)'],
  ['HTTP://A.EXAMPLE!', 'HTTP://A.EXAMPLE'],
  ['*https://a.example*', 'https://a.example'],
])('the address in %j is a link', (text, href) => {
  const content = (blocks(text)[0] as { content: { marks?: unknown }[] }).content;
  expect(content.filter(({ marks }) => marks)).toEqual([textNode(href, linkTo(href))]);
  expect(plainText(docOf([said(text)]))).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'https://',
  'http://.',
  'ftp://a.example',
  'mailto:x@a.example',
  `https://a.example/${'x'.repeat(2_000)}`,
])('there is no link in %j', (text) => {
  expect(blocks(text)).toEqual([{ type: 'paragraph', content: [textNode(text)] }]);
});

test.each([[[]], [[said('')]], [[said(' \n\n ')]], [[said('\u0000\uD800')]]])(
  'nothing to say is still a document: %j',
  (paragraphs) => {
    expect(plainText(docOf(paragraphs))).toBe('(no text)');
  },
);

test('whatever people write becomes a valid document that says all of it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      const doc = docOf([said('first'), ...texts.map(said)]);
      const words = (text: string) => text.replace(/\s+/g, '');
      expect(adfErrors(doc)).toEqual([]);
      expect(words(plainText(doc))).toBe(words(cleanText(['first', ...texts].join(''))));
    }),
    { examples: [[['a\n\n\n\nb', '\u0000', 'https://x.example https://y.example', '\uD83D']]] },
  );
});

test('what a document holds is kept as it is when more is added', () => {
  const mention = { type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'u1', text: '@Ben' } }] };
  const doc = readDoc({ type: 'doc', version: 1, content: [mention] });
  const longer = appended(doc!, [said('more')]);
  expect(longer.content).toEqual([mention, { type: 'paragraph', content: [textNode('more')] }]);
  expect(adfErrors(longer)).toEqual([]);
});

test.each([[null], ['wiki'], [{ type: 'doc', version: 2, content: [] }], [{ type: 'paragraph' }]])(
  '%j is no document',
  (raw) => {
    expect(readDoc(raw)).toBeUndefined();
  },
);

test('the size is that of the JSON', () => {
  expect(sizeOf({ type: 'doc', version: 1, content: [] })).toBe('{"type":"doc","version":1,"content":[]}'.length);
});

// A pattern that backtracks would run into the time limit of the tests here.
test('a hostile text of a million dots or blanks is read like any other', () => {
  expect(plainText(docOf([said(`https://a.example/${'.'.repeat(200_000)}`)]))).toHaveLength(200_018);
  expect(plainText(docOf([said(`a${' '.repeat(1_000_000)}b`)]))).toHaveLength(1_000_002);
});
