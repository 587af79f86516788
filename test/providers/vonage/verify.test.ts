import { verifySignature } from '@vonage/jwt';
import fc from 'fast-check';
import { sign } from 'jsonwebtoken';
import { NOW, webhookRequest } from '../webhookRequest';
import { claimsFor, keys, signedByVonage, smsFromAna, vonageCredentials, vonageGateway, withToken } from './vonageCase';

const gateway = vonageGateway();
const { signatureSecret } = vonageCredentials;
const body = JSON.stringify(smsFromAna);
const seconds = NOW.getTime() / 1000;

/** A token with some claims replaced; an undefined one is left out. */
function tokenWith(claims: object, secret = signatureSecret) {
  const all = JSON.parse(JSON.stringify(claimsFor(body, claims))) as object;
  return sign(all, secret, { algorithm: 'HS256', noTimestamp: !('iat' in all) });
}
const verdictOn = (claims: object) => gateway.verify(withToken(tokenWith(claims), body), NOW);

test('a signature is good for us exactly when it is for the library of Vonage', () => {
  const secret = fc.constantFrom(signatureSecret, 'another-secret', `${signatureSecret} `);
  const place = fc.option(fc.nat(400), { nil: undefined });
  fc.assert(
    fc.property(secret, place, (used, changed) => {
      const good = tokenWith({}, used);
      const token = changed === undefined ? good : altered(good, changed % good.length);
      expect(gateway.verify(withToken(token, body), NOW).ok).toBe(verifySignature(token, signatureSecret));
    }),
  );
});

const altered = (token: string, place: number): string =>
  token.slice(0, place) + (token[place] === 'A' ? 'Q' : 'A') + token.slice(place + 1);

test.each([
  ['as old as may be', seconds - 300, { ok: true }],
  ['older', seconds - 301, { ok: false, reason: 'stale' }],
  ['as far ahead as clocks may differ', seconds + 300, { ok: true }],
  ['further ahead', seconds + 301, { ok: false, reason: 'stale' }],
  ['without a time', undefined, { ok: false, reason: 'stale' }],
])('a token that is %s is judged by its time', (_, iat, verdict) => {
  expect(verdictOn({ iat })).toEqual(verdict);
});

test('an expiry in the token changes nothing: its age decides', () => {
  expect(verdictOn({ exp: seconds - 1 })).toEqual({ ok: true });
});

test('a token for another application is refused although its signature is good', () => {
  const verdict = verdictOn({ application_id: '00000000-323d-4114-9c3d-d6f0d48968cf' });
  expect(verdict).toEqual({ ok: false, reason: 'wrong-account' });
});

test('a token of the account that names no application is accepted', () => {
  expect(verdictOn({ application_id: undefined })).toEqual({ ok: true });
});

test.each([undefined, '', 7])('a token whose hash of the body is %s vouches for none and is refused', (hash) => {
  expect(verdictOn({ payload_hash: hash })).toEqual({ ok: false, reason: 'wrong-signature' });
});

test('the hash covers the bytes as they came: the same JSON written otherwise is refused', () => {
  const { headers } = signedByVonage(body);
  const respelled = webhookRequest({ headers, body: JSON.stringify(smsFromAna, null, 1) });
  expect(gateway.verify(respelled, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
});

test('the token does not choose how it is checked', () => {
  const none = sign(claimsFor(body), null, { algorithm: 'none' });
  const longer = sign(claimsFor(body), signatureSecret, { algorithm: 'HS512' });
  const asymmetric = sign(claimsFor(body), keys.privateKey, { algorithm: 'RS256' });
  const verdicts = [none, longer, asymmetric].map((token) => gateway.verify(withToken(token, body), NOW));
  expect(verdicts.map((verdict) => !verdict.ok && verdict.reason)).toEqual([
    'malformed-signature',
    'wrong-signature',
    'wrong-signature',
  ]);
});

test.each(['Basic YTpi', 'Bearer', 'Bearer a.b', 'Bearer a.b.c.d', 'Bearer a b.c.d', 'Bearer x.y.z, Bearer x.y.z'])(
  'the header "%s" is no token',
  (authorization) => {
    const request = webhookRequest({ body, headers: { authorization } });
    expect(gateway.verify(request, NOW)).toEqual({ ok: false, reason: 'malformed-signature' });
  },
);

test('what may come again signed is asked for again, a forgery is not', () => {
  const reasons = ['no-signature', 'stale', 'malformed-signature', 'wrong-signature', 'wrong-account'] as const;
  expect(reasons.map((reason) => gateway.refusal?.(reason))).toEqual(
    [503, 503, 401, 401, 401].map((status) => ({ status, headers: {}, body: '' })),
  );
});
