import fc from 'fast-check';
import { chatText } from '../../../src/domain/text/chatText';
import { anyDocument } from '../../support/adfArbitrary';

type Node = Record<string, unknown>;
const doc = (...content: Node[]): Node => ({ type: 'doc', version: 1, content });
const block = (type: string, ...content: Node[]): Node => ({ type, content });
const p = (...content: Node[]) => block('paragraph', ...content);
const text = (words: string, ...marks: (string | Node)[]): Node => ({
  type: 'text',
  text: words,
  marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
});
const link = (href: string): Node => ({ type: 'link', attrs: { href } });
const leaf = (type: string, attrs: Node = {}): Node => ({ type, attrs });
const item = (...content: Node[]) => block('listItem', ...content);
const br = leaf('hardBreak');

const on = (channel: 'whatsapp' | 'sms', ...content: Node[]) => {
  const result = chatText(doc(...content), channel);
  return result.ok ? result.value : result.failure;
};

describe('marks', () => {
  test.each([
    ['bold', [text('x', 'strong')], '*x*'],
    ['italic', [text('x', 'em')], '_x_'],
    ['struck out', [text('x', 'strike')], '~x~'],
    ['code', [text('a*b', 'code')], '`a*b`'],
    ['bold and italic', [text('x', 'strong', 'em')], '*_x_*'],
    ['one mark over several nodes', [text('a ', 'strong'), text('b', 'em', 'strong')], '*a _b_*'],
    ['marks hug words', [text('a'), text(' b ', 'strong'), text('c')], 'a *b* c'],
    [
      'marks end at line ends',
      [text('a', 'strong'), { ...br, marks: [{ type: 'strong' }] }, text('b', 'strong')],
      '*a*\n*b*',
    ],
    ['no mark within a word', [text('un'), text('believ', 'strong'), text('able')], 'unbelievable'],
    ['no mark around its own sign', [text('2*3', 'strong')], '2*3'],
    ['no mark around nothing', [text('a'), text('  ', 'strong'), text('b')], 'a  b'],
    ['no word for underlines and colours', [text('x', 'underline', 'textColor', 'subsup')], 'x'],
    ['a mark right after punctuation', [text('('), text('x', 'strong'), text(')')], '(*x*)'],
  ])('%s', (_, content, expected) => {
    expect(on('whatsapp', p(...content))).toBe(expected);
  });

  test('SMS has none', () => {
    expect(on('sms', p(text('a', 'strong'), text(' b', 'em'), text(' c', 'code', 'strike')))).toBe('a b c');
  });
});

describe('links', () => {
  test.each([
    ['a named link tells both', [text('our page', link('https://a.example/b'))], 'our page (https://a.example/b)'],
    [
      'an address is not told twice',
      [text('https://a.example/b', link('https://a.example/b/'))],
      'https://a.example/b/',
    ],
    ['a bare domain becomes its address', [text('a.example', link('https://a.example'))], 'https://a.example'],
    ['an e-mail address is the address alone', [text('x@a.example', link('mailto:x@a.example'))], 'x@a.example'],
    ['a named phone number tells the number', [text('call us', link('tel:+123456'))], 'call us (+123456)'],
    ['what nobody outside can follow is its text', [text('SUP-1', link('/browse/SUP-1'))], 'SUP-1'],
    [
      'one link over several nodes is told once',
      [text('our ', link('https://a.example')), text('page', link('https://a.example'))],
      'our page (https://a.example)',
    ],
    [
      'space after a link stays outside',
      [text('page ', link('https://a.example')), text('now')],
      'page (https://a.example) now',
    ],
  ])('%s', (_, content, expected) => {
    expect(on('sms', p(...content))).toBe(expected);
  });

  test('a marked link keeps its mark around the text', () => {
    expect(on('whatsapp', p(text('see ', 'strong'), text('this', 'strong', link('https://a.example'))))).toBe(
      '*see* *this* (https://a.example)',
    );
  });
});

describe('inline nodes', () => {
  test.each([
    ['a mention is its text', leaf('mention', { id: 'u1', text: '@Ben' }), '@Ben'],
    ['a mention without a text names no account', leaf('mention', { id: 'u1' }), '@unknown'],
    ['an emoji is its character', leaf('emoji', { shortName: ':smile:', text: '😄' }), '😄'],
    ['an emoji without one is its name', leaf('emoji', { shortName: ':partyparrot:' }), ':partyparrot:'],
    ['a date is told as a day', leaf('date', { timestamp: '1795219200000' }), '21 Nov 2026'],
    ['a date that is none is told as it is', leaf('date', { timestamp: 'soon' }), 'soon'],
    ['a status is told in brackets', leaf('status', { text: 'Done', color: 'green' }), '[DONE]'],
    ['a card is its address', leaf('inlineCard', { url: 'https://a.example' }), 'https://a.example'],
    ['a card of data is its address', leaf('inlineCard', { data: { url: 'https://a.example' } }), 'https://a.example'],
  ])('%s', (_, node, expected) => {
    expect(on('whatsapp', p(node))).toBe(expected);
  });
});

describe('blocks', () => {
  test('paragraphs are parted by a blank line on WhatsApp and by none on SMS', () => {
    const content = [p(text('one')), p(), p(text('two'), br, text('three'))];
    expect(on('whatsapp', ...content)).toBe('one\n\ntwo\nthree');
    expect(on('sms', ...content)).toBe('one\ntwo\nthree');
  });

  test('a heading is bold once, whatever is marked in it', () => {
    const heading = block('heading', text('The '), text('plan', 'strong'));
    expect(on('whatsapp', heading)).toBe('*The plan*');
    expect(on('sms', heading)).toBe('The plan');
  });

  test('lists nest by two spaces and count from their order', () => {
    const inner = block('bulletList', item(p(text('inner'))), item(p(text('second'))));
    const list = {
      ...block('orderedList', item(p(text('one')), inner), item(p(text('two'), br, text('more')))),
      attrs: { order: 3 },
    };
    expect(on('whatsapp', list)).toBe('3. one\n  - inner\n  - second\n4. two\n  more');
  });

  test('tasks show whether they are done', () => {
    const task = (state: string, words: string) => ({ ...block('taskItem', text(words)), attrs: { state } });
    const tasks = block(
      'taskList',
      task('DONE', 'pack'),
      task('TODO', 'send'),
      block('taskList', task('TODO', 'label')),
    );
    expect(on('sms', tasks)).toBe('[x] pack\n[ ] send\n  [ ] label');
  });

  test('code is fenced on WhatsApp only', () => {
    const code = block('codeBlock', text('let a = 1;\nlet b;'));
    expect(on('whatsapp', code)).toBe('```\nlet a = 1;\nlet b;\n```');
    expect(on('sms', code)).toBe('let a = 1;\nlet b;');
  });

  test('a quotation is marked on every line', () => {
    expect(on('whatsapp', block('blockquote', p(text('a'), br, text('b'))))).toBe('> a\n> b');
  });

  test('an expand tells its title first, a panel its content', () => {
    const expand = { ...block('expand', p(text('inside'))), attrs: { title: 'More' } };
    expect(on('whatsapp', expand, block('panel', p(text('note'))))).toBe('More\ninside\n\nnote');
  });

  test('a table is one line per row', () => {
    const row = (...cells: string[]) => block('tableRow', ...cells.map((cell) => block('tableCell', p(text(cell)))));
    expect(on('whatsapp', block('table', row('a', 'b'), row('1', '2')))).toBe('a | b\n1 | 2');
  });

  test('a rule is drawn, a card told', () => {
    expect(on('sms', leaf('rule'), leaf('embedCard', { url: 'https://a.example' }))).toBe('---\nhttps://a.example');
  });

  test('what we do not know is told by what it holds', () => {
    expect(on('whatsapp', block('bodiedExtension', p(text('kept'))), leaf('extension'))).toBe('kept');
  });
});

test.each(['media', 'mediaInline'])('a %s is no part of the text, and alone an empty one', (type) => {
  const file = block('mediaSingle', leaf(type, { type: 'file', id: 'm1' }));
  expect(on('whatsapp', p(text('see')), block('panel', file))).toBe('see');
  expect(chatText(doc(file), 'sms')).toEqual({ ok: true, value: '' });
});

test.each([[[]], [[p()]], [[p(text(' \u200B\u00A0'))]]])('a comment that says nothing is refused: %j', (content) => {
  expect(on('sms', ...content)).toBe('empty');
});

test('the spaces Jira’s editor leaves are plain spaces on a phone', () => {
  expect(on('sms', p(text('a\u00A0b\u200Bc  ')))).toBe('a bc');
});

test.each([null, undefined, 7, 'text', [], {}, { content: 'x' }])('%j is no document and says nothing', (raw) => {
  expect(chatText(raw, 'sms')).toEqual({ ok: false, failure: 'empty' });
});

test('a document nested without end does not exhaust us', () => {
  let node: Node = p(text('deep'));
  for (let depth = 0; depth < 5_000; depth += 1) node = block('panel', node);
  expect(on('whatsapp', p(text('top')), node)).toBe('top');
});

test('chat text of any document never throws, and is clean', () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom('whatsapp' as const, 'sms' as const), (any, channel) => {
      const result = chatText(any, channel);
      if (result.ok) {
        expect(result.value).toBe(result.value.trimEnd());
        expect(result.value).not.toMatch(/\n{3}|\p{Surrogate}/u);
      }
    }),
  );
});

test('an SMS says exactly what the paragraphs say, word for word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), { minLength: 1 }),
      (paragraphs) => {
        const marked = paragraphs.map((words) =>
          p(...words.map((word, index) => text(`${word} `, index % 2 ? 'strong' : 'em'))),
        );
        expect(on('sms', ...marked)).toBe(paragraphs.map((words) => words.join(' ')).join('\n'));
      },
    ),
  );
});
