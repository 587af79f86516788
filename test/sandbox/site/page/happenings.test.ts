import { happenings } from '../../../../sandbox/site/page/guide/happenings';

const at = '2026-11-02T09:00:00.000Z';
const jira = (method: string, path: string, status = 200) => ({ at, kind: 'jira' as const, method, path, status });
const words = (...args: Parameters<typeof happenings>) => happenings(...args).map((line) => line.text);

test('a webhook, a new request and a message are told in words, newest first', () => {
  const lines = happenings(
    [
      { at: '2026-11-02T09:00:01.000Z', kind: 'invocation', function: 'receive', ms: 12.4 },
      { ...jira('POST', '/rest/api/3/issue', 201), at: '2026-11-02T09:00:02.000Z' },
    ],
    [{ id: '1', side: 'customer', channel: 'whatsapp', from: '+1', to: '+2', text: 'Hi', at, owner: 'Ana' }],
  );
  expect(lines.map(({ actor, text }) => `${actor}: ${text}`)).toEqual([
    'Jira: request created',
    'OmniChat: took a webhook in, 12 ms',
    'Phone: Ana wrote on WhatsApp “Hi”',
  ]);
});

test('reads, storage and queue are left out', () => {
  expect(words([jira('GET', '/rest/api/3/issue/1'), { at, kind: 'kvs' }, { at, kind: 'queue' }], [])).toEqual([]);
});

test('a refused write says so', () => {
  expect(happenings([jira('PUT', '/rest/api/3/issue/1/properties/omnichat', 429)], [])).toEqual([
    { at, actor: 'Jira', text: 'OmniChat facts updated: refused with 429', isBad: true },
  ]);
});

test('what is asked of a provider is a message only when it is sent', () => {
  const asked = (method: string) => words([{ at, kind: 'carrier', method, provider: 'meta' }], []);
  expect(asked('POST')).toEqual(['was asked by OmniChat to send a message (meta)']);
  expect(asked('GET')).toEqual(['was asked by OmniChat for a file, a list or its state (meta)']);
});

test('of questions to providers in a row only the newest stands, whatever comes between others', () => {
  const asked = (second: number, provider: string) => ({
    at: `2026-11-02T09:00:0${second}.000Z`,
    kind: 'carrier' as const,
    method: 'GET',
    provider,
  });
  const comment = { ...jira('POST', '/rest/api/3/issue/1/comment', 201), at: '2026-11-02T09:00:02.500Z' };
  expect(words([asked(1, 'meta'), asked(2, 'meta'), comment, asked(3, 'meta'), asked(4, 'twilio')], [])).toEqual([
    'was asked by OmniChat for a file, a list or its state (twilio)',
    'comment written',
    'was asked by OmniChat for a file, a list or its state (meta)',
  ]);
});
