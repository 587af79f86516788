import fc from 'fast-check';
import { isDocument, plainText } from '../../../../sandbox/jira/text/adf';
import { wikiToAdf } from '../../../../sandbox/jira/text/wiki';
import { escaped } from '../../../../src/jira/markup';

const text = (value: string, ...types: string[]) => ({
  type: 'text',
  text: value,
  ...(types.length > 0 && { marks: types.map((type) => ({ type })) }),
});
const inline = (markup: string) => wikiToAdf(markup).content?.[0]?.content;

test.each([
  ['plain words', [text('plain words')]],
  ['a *bold* word', [text('a '), text('bold', 'strong'), text(' word')]],
  ['_so *very* it_', [text('so ', 'em'), text('very', 'em', 'strong'), text(' it', 'em')]],
  ['2*3*4 and snake_case_name', [text('2*3*4 and snake_case_name')]],
  ['{{code *x*}}', [text('code *x*', 'code')]],
  ['one\ntwo', [text('one'), { type: 'hardBreak' }, text('two')]],
  ['see !secret.png! now', [text('see  now')]],
  ['a {color:red}red{color} b', [text('a red b')]],
  ['fine :)', [text('fine '), { type: 'emoji', attrs: { shortName: ':slight_smile:' } }]],
  [
    '[shop|https://shop.example.com] https://a.example.com/x_y_',
    [
      { ...text('shop'), marks: [{ type: 'link', attrs: { href: 'https://shop.example.com' } }] },
      text(' '),
      {
        ...text('https://a.example.com/x_y_'),
        marks: [{ type: 'link', attrs: { href: 'https://a.example.com/x_y_' } }],
      },
    ],
  ],
  ['\\*not bold\\* \\{code\\} \\[x\\] \\!y.png\\!', [text('*not bold* {code} [x] !y.png!')]],
])('wiki markup %j reads as Jira reads it', (markup, expected) => {
  expect(inline(markup)).toEqual(expected);
});

test.each([
  ['h1. Title', 'heading'],
  ['* one\n* two', 'bulletList'],
  ['# one\n# two', 'orderedList'],
  ['bq. said', 'blockquote'],
  ['----', 'rule'],
  ['|a|b|', 'table'],
  ['{code}\nx *y*\n{code}', 'codeBlock'],
])('the line %j starts a block', (markup, type) => {
  expect(wikiToAdf(markup).content?.map((node) => node.type)).toEqual([type]);
});

test('whatever is written, the result is a document Jira takes', () => {
  const signs = fc.constantFrom(
    '*',
    '_',
    '{',
    '}',
    '[',
    ']',
    '|',
    '!',
    '\\',
    '\n',
    '-',
    '#',
    'h1. ',
    ' ',
    'a',
    'ž',
    ':)',
    '{code}',
    'https://x.y',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
      const document = wikiToAdf(parts.join(''));
      expect(isDocument(document)).toBe(true);
    }),
  );
});

test('words without signs survive, line by line', () => {
  const word = fc.stringMatching(/^[a-zäž0-9]{1,8}$/);
  const lines = fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    { minLength: 1 },
  );
  fc.assert(fc.property(lines, (all) => expect(plainText(wikiToAdf(all.join('\n')))).toBe(all.join('\n'))));
});

test('what the app escapes comes out as it was written', () => {
  const signs = fc.constantFrom(
    ...'*_-+^~{}[]|!\\#?:;()&"\'/.,<>@ \nab1Dž'.split(''),
    'h1. ',
    'bq. ',
    ':D',
    '{code}',
    '!x.png!',
    '----',
    '||a||',
  );
  const written = fc.array(signs, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));
  const bare = (shown: string) =>
    shown
      .replace(/\u2060/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  fc.assert(
    fc.property(written, (words) => {
      const document = wikiToAdf(escaped(words));
      expect(bare(plainText(document))).toBe(bare(words));
      expect(JSON.stringify(document)).not.toContain('"marks"');
    }),
    { numRuns: 500 },
  );
});
