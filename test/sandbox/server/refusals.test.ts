import { textWith } from '../../support/matchers';
import { ANAS_PHONE, sandboxClient } from '../../support/sandboxClient';

const api = '/sandbox/api';
const ben = { as: 'ben@example.com' };
const whatsapp = { channel: 'whatsapp', to: '+4930901820' };

test.each([
  { path: '/clock', body: { advance: '25 hours' }, sentence: 'ISO 8601 duration' },
  { path: '/clock', body: { advance: 'P9999D' }, sentence: 'a year at most' },
  { path: '/clock', body: {}, sentence: '{"advance": "PT25H"}' },
  { path: '/clock', body: '{"advance":', sentence: 'not JSON' },
  { path: '/faults', body: [{ at: 'kvs', kind: '500', times: 1 }], sentence: 'kvs.transact' },
  { path: '/faults', body: [{ at: 'kvs.get', kind: 'melt', times: 1 }], sentence: '0.kind' },
  { path: ANAS_PHONE, body: { ...whatsapp, channel: 'fax', text: 'x' }, sentence: 'channel' },
  { path: ANAS_PHONE, body: whatsapp, sentence: 'A message has' },
  { path: ANAS_PHONE, body: { ...whatsapp, to: '+4930901829', text: 'x' }, sentence: 'No business number' },
  { path: '/phones/12x/messages', body: { ...whatsapp, text: 'x' }, sentence: 'E.164' },
  { path: '/invoke', body: { as: 'nobody@example.com', module: 'settings', call: 'viewSettings' }, sentence: 'Nobody' },
  { path: '/invoke', body: { ...ben, module: 'inbox', call: 'viewSettings' }, sentence: 'no module inbox' },
  { path: '/invoke', body: { ...ben, module: 'settings', call: 'viewSettings' }, sentence: 'projectKey' },
  { path: '/invoke', body: { ...ben, module: 'issue-tab', issueKey: 'SUP-99', call: 'markSeen' }, sentence: '404' },
  {
    path: '/carriers/pigeon/messages',
    body: { from: '+4930901820', to: '+385991903327', text: 'Hello' },
    sentence: 'pigeon',
  },
  { path: '/carriers/meta/messages', body: { from: '+4930901820', to: 'Ana', text: 'Hello' }, sentence: 'E.164' },
  {
    path: '/carriers/twilio/messages',
    body: { from: '+385951006719', to: '+385991903327', text: 'Hello' },
    sentence: 'takes whatsapp messages',
  },
  {
    path: '/carriers/twilio/messages',
    body: { from: '+4930901820', to: '+385991903327', text: 'Hello' },
    sentence: 'Twilio has no number +4930901820.',
  },
  { path: '/idle?timeoutMs=-1', body: undefined, sentence: 'timeoutMs' },
])('POST $path with $body is refused with a sentence', async ({ path, body, sentence }) => {
  const { ask } = await sandboxClient();

  const { status, json } = await ask('POST', path.startsWith(api) ? path : api + path, { body });

  expect([400, 404]).toContain(status);
  expect(json).toEqual({ error: textWith(sentence) });
});

test.each([
  ['/sandbox/api/ledger?since=yesterday', 400, 'since'],
  ['/sandbox/api/carriers/pigeon/outbox', 404, 'pigeon'],
  ['/sandbox/api/nothing', 404, 'Nothing is served'],
] as const)('GET %s is refused with a sentence', async (path, status, sentence) => {
  const { ask } = await sandboxClient();

  expect(await ask('GET', path)).toEqual({ status, json: { error: textWith(sentence) } });
});

test('a call the app refuses is an answer, not an error of the sandbox', async () => {
  const { ask } = await sandboxClient();
  const body = {
    ...ben,
    module: 'settings',
    projectKey: 'SUP',
    call: 'saveRules',
    input: { rules: { autoReply: 'Hello' } },
  };

  const { status, json } = await ask('POST', '/sandbox/api/invoke', { body });

  expect({ status, json }).toMatchObject({ status: 200, json: { ok: false, error: { code: 'not-allowed' } } });
});
