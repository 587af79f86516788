import type { HttpCall } from '../../../sandbox/doors';
import { jsonReply, type Script, testPlatform } from './testPlatform';

function online(reply = jsonReply(202, { ok: true })) {
  const seen: HttpCall[] = [];
  return { seen, ...testPlatform({ internet: async (call) => (seen.push(call), reply) }) };
}
const get =
  (url: string): Script =>
  ({ own }) =>
    own.fetch(url).then(({ status }) => status, messageOf);

test('a request to a declared host leaves with its method, headers and body', async () => {
  const { call, seen } = online();
  const answer = await call(async ({ fetch }) => {
    const response = await fetch('https://api.example.com/v1/send?a=b', {
      method: 'POST',
      body: 'To=1',
      headers: { Authorization: 'Basic x' },
    });
    return [response.status, (await response.json()) as unknown];
  });
  expect(answer).toEqual([202, { ok: true }]);
  expect(seen).toEqual([
    {
      method: 'POST',
      url: 'https://api.example.com/v1/send?a=b',
      headers: { authorization: 'Basic x', 'content-type': 'text/plain;charset=UTF-8' },
      body: new TextEncoder().encode('To=1'),
    },
  ]);
});

test.each([
  ['an undeclared host', 'https://evil.example'],
  ['the parent of a wildcard', 'https://example.net'],
  ['a host that only ends like one', 'https://api.example.com.evil.example'],
  ['plain http', 'http://api.example.com'],
  ['a port of its own', 'https://api.example.com:1234'],
])('%s is refused', async (_, url) => {
  const { call, seen } = online();
  expect(await call(get(url))).toContain('REQUEST_EGRESS_ALLOWLIST_ERR');
  expect(seen).toEqual([]);
});

test('a wildcard covers the names below it', async () => {
  expect(await online().call(get('https://eu.example.net/x'))).toBe(202);
});

test('a redirect to an undeclared host is refused, and a manual one is shown', async () => {
  const { call } = online({ status: 302, headers: { location: 'https://cdn.evil.example/x' }, body: '' });
  expect(await call(get('https://api.example.com/x'))).toContain('REQUEST_EGRESS_ALLOWLIST_ERR');
  expect(
    await call(({ own }) =>
      own.fetch('https://api.example.com/x', { redirect: 'manual' }).then(({ status }) => status),
    ),
  ).toBe(302);
});

test('an unreachable host fails as fetch does', async () => {
  const { call } = testPlatform({ internet: async () => Promise.reject(new Error('ENOTFOUND')) });
  expect(await call(get('https://api.example.com'))).toBe('fetch failed');
});

test('a resolver makes at most 100 requests', async () => {
  const { call } = online();
  const answer = await call(async ({ own }) => {
    for (let sent = 0; sent < 100; sent += 1) await own.fetch('https://api.example.com');
    return own.fetch('https://api.example.com').then(() => 'sent', messageOf);
  });
  expect(answer).toContain('at most 100 requests');
});

test('faults that answer are left to the carrier, silence and crashes strike on the way', async () => {
  const { call, breaks, seen, faults } = online();
  breaks({ at: 'carrier.send', kind: '429', times: 1 });
  const send: Script = ({ own }) =>
    own.fetch('https://api.example.com', { method: 'POST' }).then(({ status }) => status);
  expect(await call(send)).toBe(202);
  expect(faults.list()[0]?.times).toBe(1);
  breaks({ at: 'carrier.send', kind: 'crash-after', times: 1 });
  await expect(call(send)).rejects.toThrow('crashed');
  expect(seen).toHaveLength(2);
});

test('an aborted request rejects although it was done', async () => {
  const { call, breaks, seen } = online();
  breaks({ at: 'carrier.send', kind: 'timeout-after', times: 1 });
  const answer = await call(async ({ own }) => {
    const control = new own.AbortController();
    own.setTimeout(() => control.abort(), 10_000);
    const sent = own.fetch('https://api.example.com', { method: 'POST', signal: control.signal });
    return sent.then(() => 'answered', nameOf);
  });
  expect([answer, seen.length]).toEqual(['AbortError', 1]);
});

const nameOf = (error: unknown) => (error as Error).name;

const messageOf = (error: unknown) => (error as Error).message;
