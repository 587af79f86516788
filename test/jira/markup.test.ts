import fc from 'fast-check';
import { cleanText } from '../../src/domain/text/cleanText';
import { wikiToAdf } from '../../sandbox/jira/text/wiki';
import { plainText } from '../../src/jira/adfText';
import { escaped, wikiOf } from '../../src/jira/markup';

const J = '\u2060';

test.each([
  ['*bold* _it_ -gone- +new+', '\\*bold\\* \\_it\\_ \\-gone\\- \\+new\\+'],
  ['{code}x{code}', '\\{code\\}x\\{code\\}'],
  ['[~accountid:1] [a|http://x.example]', `\\[~accountid:1\\] \\[a\\|http://x.example${J}\\]`.replace('[~', '[\\~')],
  ['!image.png!', '\\!image.png\\!'],
  ['h1. Title\n bq. quote', `${J}h1. Title\n ${J}bq. quote`],
  ['well :) (y) :D', `well :\\) \\(y\\) :${J}D`],
  ['C:\\new\\*x*', `C:\\${J}new\\${J}\\*x\\*`],
  ['a\\\\b', `a\\${J}\\${J}b`],
  ['https://a.example/a_b_c?d=*e*.', `https://a.example/a_b_c?d=*e*${J}.`],
  ['http://a.example/{code}', `http://a.example/${J}\\{code\\}`],
  ['HTTP://a_b_ mailto:a_b_', `HTTP${J}://a\\_b\\_ mailto${J}:a\\_b\\_`],
  ['&lt; &#42;', `&${J}lt; &\\#42;`],
  ['----', '\\-\\-\\-\\-'],
  ['plain words, 24/7 at 5% & more', 'plain words, 24/7 at 5% & more'],
])('%j is written %j', (text, markup) => {
  expect(escaped(text)).toBe(markup);
});

test('time lines are the only formatting', () => {
  expect(
    wikiOf([
      { kind: 'message', text: '*a*' },
      { kind: 'time', text: '14:05' },
      { kind: 'message', text: 'b' },
    ]),
  ).toBe('\\*a\\*\n\n_14:05_\n\nb');
});

const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\\',
        '*',
        '_',
        '{',
        '}',
        '[',
        ']',
        '|',
        '!',
        '-',
        '#',
        '?',
        '~',
        '^',
        '+',
        '(',
        ')',
        ':',
        ';',
        '.',
        ' ',
        '\n',
      ),
      fc.constantFrom(
        'http://',
        'https://x.example/',
        'ftp://',
        'mailto:',
        'HTTPS://',
        'h1.',
        'bq.',
        '{code}',
        'D',
        'P',
        '&lt;',
        '&#42;',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  )
  .map((parts) => parts.join(''));

test('escaping never yields markup', () => {
  fc.assert(
    fc.property(tricky, (text) => expect(markupIn(escaped(text))).toEqual([])),
    { numRuns: 2_000 },
  );
});

test('a reader sees what was written, sign for sign', () => {
  fc.assert(
    fc.property(tricky, (text) => {
      const plain = cleanText(text).replaceAll(J, '');
      expect(shownAs(escaped(plain)).replaceAll(J, '')).toBe(plain);
    }),
    { numRuns: 2_000 },
  );
});

test('an entity typed inside an address is shown as typed', () => {
  expect(plainText(wikiToAdf(escaped('http://x.example/&#42;+'))).replaceAll('\u2060', '')).toBe(
    'http://x.example/&#42;+',
  );
});

test('what looks like an address in the middle of a word is no address, and its signs start nothing', () => {
  expect(plainText(wikiToAdf(escaped('ahttp://x.example/!+!'))).replaceAll('\u2060', '')).toBe('ahttp://x.example/!+!');
});

test('the sandbox’s reader of wiki markup shows what was typed', () => {
  const signs = fc.constantFrom(
    '\\',
    '*',
    '_',
    '{',
    '}',
    '[',
    ']',
    '|',
    '!',
    '-',
    '#',
    '?',
    '~',
    '^',
    '+',
    '(',
    ')',
    ':',
    ' ',
    'a',
    'http://x.example/',
    'h1. ',
    '&#42;',
  );
  fc.assert(
    fc.property(fc.array(signs), (parts) => {
      const typed = parts.join('');
      const shown = plainText(wikiToAdf(escaped(typed))).replaceAll('\u2060', '');
      expect(shown.trim()).toBe(cleanText(typed).trim());
    }),
    { numRuns: 1_000 },
  );
});

/**
 * Jira's parser in little: at each place it takes an address whole, an escape as its sign, and reports every sign that would
 * start markup. The lists are those of its own tokens (see markup.ts for the source).
 */
function markupIn(markup: string): string[] {
  const found: string[] = [];
  read(markup, { sign: (sign) => found.push(sign), text: () => undefined });
  return found;
}

function shownAs(markup: string): string {
  let shown = '';
  read(markup, { sign: (sign) => (shown += sign), text: (text) => (shown += text) });
  return shown;
}

type Reader = { sign: (sign: string) => unknown; text: (text: string) => unknown };

function read(markup: string, reader: Reader): void {
  for (let at = 0; at < markup.length;) at += readOne(markup, at, reader);
}

const ADDRESS = /^(?:(?:https?|ftps?):\/\/|irc:\/\/|mailto:)[\w?!~^/\\#$%&'()*+,\-.:;<=@]*[\w~^/\\#$%&'()*+,\-:;<=@]/i;
const LEADING = /^(h[1-6]\.|bq\.|-{2,5}\s|[*#]+ |- |\|)/;
const ESCAPED = /^\\[-#*_+?^~|%{}[\]()!@]/;

function readOne(markup: string, at: number, { sign, text }: Reader): number {
  const rest = markup.slice(at);
  const isLineStart = /(^|\n)[^\S\n]*$/.test(markup.slice(0, at));
  const leading = isLineStart && LEADING.exec(rest);
  if (leading) return report(sign, leading[0]);
  const address = /^(http|ftp|irc|mailto)/.test(rest)
    ? ADDRESS.exec(rest)?.[0].replace(/[.,>)\];}"'!]*$/, '')
    : undefined;
  if (address) {
    // An address with a backslash in it swallowed one that was ours.
    if (address.includes('\\') || !/^https?:/.test(address)) return report(sign, address);
    return report(text, address);
  }
  if (rest.startsWith('\\\\')) return report(sign, '\\\\');
  if (ESCAPED.test(rest) && markup[at - 1] !== '\\') {
    text(rest.charAt(1));
    return 2;
  }
  // A backslash before another sign takes it along unread.
  if (rest.startsWith('\\')) return report(text, rest.slice(0, 2));
  const emoticon = /^(:-?[()DPp]|;-?\)|\((y|n|i|x|on|off|flag|flagoff|[/!+\-?]|\*[yrgb]?)\))(?![A-Za-z0-9])/.exec(rest);
  if (emoticon) return report(sign, emoticon[0]);
  if (/^&[A-Za-z]\w*;|^&#\d+;/.test(rest)) return report(sign, '&');
  return report(/^[-*_+^~{[!|#?]/.test(rest) ? sign : text, rest.charAt(0));
}

function report(to: (part: string) => unknown, part: string): number {
  to(part);
  return part.length;
}
