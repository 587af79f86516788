import fc from 'fast-check';
import { log } from '../../src/forge/log';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const method of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation(((line: string) => void lines.push(line)) as () => void);
});
afterEach(() => jest.restoreAllMocks());

test('an event is one JSON line with its facts', () => {
  log.info('webhook accepted', { connection: '3f0c', events: 3, fresh: true });

  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { level: 'info', event: 'webhook accepted', connection: '3f0c', events: 3, fresh: true },
  ]);
});

test.each([
  ['a phone number', '+4915117607506'],
  ['a phone number with spaces', 'to +49 151 1760 7506'],
  ['a phone number without its plus sign', '4915117607506'],
  ['an e-mail address', 'ana@example.com'],
  ['what somebody wrote', 'The printer is on fire'],
  ['what somebody wrote in small letters', 'i am at home, please call me back today'],
  ['a long text', 'x'.repeat(201)],
])('%s is withheld', (_what, value) => {
  log.warn('send failed', { fact: value });

  expect(lines).toEqual(['{"level":"warn","event":"send failed","fact":"[withheld]"}']);
});

test.each([
  ['a conversation id', '10000.0123456789abcdef0123456789abcdef.1'],
  ['a message key', '10000.0123456789abcdef0123456789abcdef.1:000012'],
  ['an issue id', '10042'],
  ['an account id', '557058:1f2e3d4c-0000-4000-8000-123456789012'],
  ['a code of a few words', 'group message'],
])('%s is a fact', (_what, value) => {
  log.info('seen', { fact: value });

  expect(JSON.parse(lines[0]!)).toMatchObject({ fact: value });
});

test('our own sentence about a failure is told, unless it holds a phone number', () => {
  log.error('turn failed', { error: 'conversation 10000.ab.1 has no record' });
  log.error('turn failed', { error: 'no route to +4915117607506' });

  expect(lines.map((line) => (JSON.parse(line) as { error: string }).error)).toEqual([
    'conversation 10000.ab.1 has no record',
    '[withheld]',
  ]);
});

test('no phone number in E.164 ever passes, wherever it stands in a fact', () => {
  const phone = fc.stringMatching(/^\+[1-9]\d{6,14}$/);

  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), phone, fc.string({ maxLength: 80 }), (before, number, after) => {
      lines.length = 0;
      log.error('failed', { error: `${before}${number}${after}`, id: `${before}${number}${after}` });
      return !lines.join().includes(number);
    }),
  );
});
