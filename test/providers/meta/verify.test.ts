import { NOW, webhookRequest } from '../webhookRequest';
import { metaGateway, signedByMeta } from './metaCase';

const gateway = metaGateway();
const verdictOf = (signature: string) =>
  gateway.verify(webhookRequest({ body: '{}', headers: { 'x-hub-signature-256': signature } }), NOW);

test("Meta's escaped spelling of a body is checked as it came", () => {
  const escaped = '{"text":"Gr\\u00fc\\u00dfe \\ud83d\\ude00 https:\\/\\/example.com"}';
  expect(gateway.verify(signedByMeta(escaped), NOW)).toEqual({ ok: true });
  const rewritten = JSON.stringify(JSON.parse(escaped));
  expect(gateway.verify({ ...signedByMeta(escaped), body: rewritten }, NOW)).toMatchObject({
    reason: 'wrong-signature',
  });
});

test.each([
  ['without its prefix', 'a'.repeat(64)],
  ['of the old algorithm', `sha1=${'a'.repeat(40)}`],
  ['cut off', `sha256=${'a'.repeat(40)}`],
  ['that is not hexadecimal', `sha256=${'z'.repeat(64)}`],
])('a signature %s is malformed', (_, signature) => {
  expect(verdictOf(signature)).toEqual({ ok: false, reason: 'malformed-signature' });
});

describe('the handshake', () => {
  const asked = (query: Readonly<Record<string, string>>) => {
    const url = `https://example.com/hook?${new URLSearchParams(query).toString()}`;
    const { status, body } = gateway.handshake!(webhookRequest({ method: 'GET', url }));
    return { status, body };
  };
  const good = { 'hub.mode': 'subscribe', 'hub.challenge': '00012345678901234567890', 'hub.verify_token': 'verify-me' };

  test('the challenge goes back exactly as it came', () => {
    expect(asked(good)).toEqual({ status: 200, body: '00012345678901234567890' });
  });

  test('another verify token or mode is forbidden and learns nothing', () => {
    expect(asked({ ...good, 'hub.verify_token': 'guess' })).toEqual({ status: 403, body: '' });
    expect(asked({ ...good, 'hub.mode': 'unsubscribe' })).toEqual({ status: 403, body: '' });
  });

  test('a visit without the parameters is a bad request', () => {
    expect(asked({})).toEqual({ status: 400, body: '' });
  });

  test('the challenge is plain text, so that no browser runs it', () => {
    const url = `https://example.com/hook?${new URLSearchParams({ ...good, 'hub.challenge': '<script>' }).toString()}`;
    expect(gateway.handshake!(webhookRequest({ method: 'GET', url })).headers).toEqual({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });
});
