import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { NOW, webhookRequest } from '../webhookRequest';
import { birdCredentials, birdGateway, signedByBird } from './birdPlatformCase';

const gateway = birdGateway();
const good = signedByBird('{"type":"sms.sent"}');
const signature = good.headers['webhook-signature'] ?? '';
const withHeaders = (headers: Readonly<Record<string, string>>) => ({
  ...good,
  headers: { ...good.headers, ...headers },
});

test('the verdict is that of the library, whatever is in the body, the id and the secret', () => {
  const real = Math.floor(Date.now() / 1_000);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), fc.boolean(), (body, id, isForged) => {
      const signer = new Webhook(
        isForged ? 'whsec_bm90IHRoZSBzZWNyZXQgb2YgdGhpcyBvbmU=' : birdCredentials.webhookSecret,
      );
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(real),
        'webhook-signature': signer.sign(id, new Date(real * 1_000), body),
      };
      const verdict = gateway.verify(webhookRequest({ body, headers }), new Date(real * 1_000));
      expect(verdict.ok).toBe(libraryAccepts(body, headers));
    }),
  );
});

function libraryAccepts(body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(birdCredentials.webhookSecret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

test.each([-301, -3_600, 301, 86_400])('a webhook signed %i seconds away from now is stale', (seconds) => {
  const at = new Date(NOW.getTime() + seconds * 1_000);
  expect(gateway.verify(signedByBird('{}', birdCredentials, at), NOW)).toEqual({ ok: false, reason: 'stale' });
});

test.each([-300, -1, 0, 300])('a webhook signed %i seconds away from now is fresh', (seconds) => {
  const at = new Date(NOW.getTime() + seconds * 1_000);
  expect(gateway.verify(signedByBird('{}', birdCredentials, at), NOW)).toEqual({ ok: true });
});

test('while Bird signs with the old and the new secret, either is enough', () => {
  const other = signedByBird(good.body, { webhookSecret: 'whsec_bm90IHRoZSBzZWNyZXQgb2YgdGhpcyBvbmU=' });
  const both = `${other.headers['webhook-signature']} ${signature} v1a,AAAA`;
  expect(gateway.verify(withHeaders({ 'webhook-signature': both }), NOW)).toEqual({ ok: true });
});

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('a webhook without %s is refused', (name) => {
  expect(gateway.verify(withHeaders({ [name]: '' }), NOW)).toEqual({ ok: false, reason: 'no-signature' });
});

test.each([
  ['webhook-id', 'wrong-signature'],
  ['webhook-timestamp', 'malformed-signature'],
  ['webhook-signature', 'malformed-signature'],
])('a webhook whose %s comes twice is refused', (name, reason) => {
  const twice = `${good.headers[name]}, ${good.headers[name]}`;
  expect(gateway.verify(withHeaders({ [name]: twice }), NOW)).toEqual({ ok: false, reason });
});

test.each([
  ['webhook-timestamp', '1763632800abc'],
  ['webhook-timestamp', '-1'],
  ['webhook-timestamp', '1e9'],
  ['webhook-timestamp', '999999999999999999'],
  ['webhook-signature', signature.replace('v1,', '')],
  ['webhook-signature', 'v1,'],
])('%s: %s is malformed', (name, value) => {
  expect(gateway.verify(withHeaders({ [name]: value }), NOW)).toEqual({ ok: false, reason: 'malformed-signature' });
});

test('a signature of another version is none of ours, even when its value is right', () => {
  const other = signature.replace('v1,', 'v2,');
  expect(gateway.verify(withHeaders({ 'webhook-signature': other }), NOW)).toEqual({
    ok: false,
    reason: 'wrong-signature',
  });
});

test('another id or another time makes the signature wrong', () => {
  const time = String(Number(good.headers['webhook-timestamp']) + 1);
  for (const headers of [{ 'webhook-id': 'msg_2' }, { 'webhook-timestamp': time }])
    expect(gateway.verify(withHeaders(headers), NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
});

test('while no secret is entered every webhook is refused, also one signed with an empty secret', () => {
  const without = birdGateway({ ...birdCredentials, webhookSecret: '' });
  expect(without.verify(good, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  const signature = createHmac('sha256', '').update(`msg_1.${good.headers['webhook-timestamp']}.${good.body}`);
  const forged = withHeaders({ 'webhook-signature': `v1,${signature.digest('base64')}` });
  expect(without.verify(forged, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
});
