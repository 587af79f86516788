import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks';
import { spellings } from '../../../src/providers/twilio/signedUrl';
import { ADDRESS, NOW, webhookRequest } from '../webhookRequest';
import { fixture, formText, signedByTwilio, twilioCredentials, twilioGateway } from './twilioCase';

const gateway = twilioGateway();
const { authToken } = twilioCredentials;

test('the verdict is that of the library of Twilio, whatever is in the form', () => {
  const form = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.string({ unit: 'binary' })));
  fc.assert(
    fc.property(form, fc.boolean(), (raw, isForged) => {
      const body = formText(raw);
      const params = Object.fromEntries(new URLSearchParams(body));
      const signature = getExpectedTwilioSignature(isForged ? 'another' : authToken, ADDRESS, params);
      const request = webhookRequest({ body, headers: { 'x-twilio-signature': signature } });
      const isOurs = params.AccountSid === undefined;
      expect(gateway.verify(request, NOW).ok).toBe(validateRequest(authToken, signature, ADDRESS, params) && isOurs);
    }),
  );
});

test('an address is accepted by us exactly when the library of Twilio accepts it', () => {
  const part = fc.stringMatching(/^[abz09\-_.~'!()*]*$/);
  const address = fc
    .record({ port: fc.constantFrom('', ':443', ':8443'), path: part, value: part })
    .map(({ port, path, value }) => `https://example.com${port}/${path}?q=${value}`);
  fc.assert(
    fc.property(address, fc.nat(20), (url, choice) => {
      const signed = spellings(url)[choice % spellings(url).length]!;
      const signature = getExpectedTwilioSignature(authToken, signed, {});
      const request = webhookRequest({ url, headers: { 'x-twilio-signature': signature } });
      expect(gateway.verify(request, NOW)).toEqual({ ok: true });
      const other = webhookRequest({ url: `${url}x`, headers: { 'x-twilio-signature': signature } });
      expect(gateway.verify(other, NOW).ok).toBe(false);
    }),
  );
});

test('of a repeated name each value counts once, in order', () => {
  const signature = getExpectedTwilioSignature(authToken, ADDRESS, { b: ['2', '1', '2'], a: '3' });
  const request = webhookRequest({ body: 'b=2&a=3&b=1&b=2', headers: { 'x-twilio-signature': signature } });
  expect(gateway.verify(request, NOW)).toEqual({ ok: true });
});

test('a form of a hundred thousand names is refused in a moment', () => {
  const body = Array.from({ length: 100_000 }, (_, index) => `n${index}=`).join('&');
  const request = webhookRequest({ body, headers: { 'x-twilio-signature': `${'A'.repeat(27)}=` } });
  const begin = performance.now();
  expect(gateway.verify(request, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test('empty parameters count', () => {
  const good = signedByTwilio(formText(fixture('sms')));
  expect(gateway.verify(good, NOW)).toEqual({ ok: true });
  const dropped = good.body.replace('&FromZip=', '');
  expect(gateway.verify({ ...good, body: dropped }, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  const filled = good.body.replace('&FromZip=', '&FromZip=1');
  expect(gateway.verify({ ...good, body: filled }, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
});

test('an address whose path arrived decoded is still the one that was signed', () => {
  const request = signedByTwilio('MessageStatus=sent', twilioCredentials, '/status/10000.aa.1%3A000002');
  const decoded = { ...request, url: decodeURIComponent(request.url) };
  expect(gateway.verify(decoded, NOW)).toEqual({ ok: true });
});

test('a connection override is no part of what was signed', () => {
  const request = signedByTwilio(formText(fixture('sms')));
  expect(gateway.verify({ ...request, url: `${request.url}#rc=5&rp=all` }, NOW)).toEqual({ ok: true });
});

test('a form of another account is refused although its signature is good', () => {
  const form = { ...fixture('sms'), AccountSid: `AC${'9'.repeat(32)}` };
  expect(gateway.verify(signedByTwilio(formText(form)), NOW)).toEqual({ ok: false, reason: 'wrong-account' });
});

describe('a JSON body', () => {
  const signedJson = (body: string, hashed = body) => {
    const url = `${ADDRESS}?bodySHA256=${createHash('sha256').update(hashed).digest('hex')}`;
    const signature = getExpectedTwilioSignature(authToken, url, {});
    return webhookRequest({
      url,
      body,
      headers: { 'x-twilio-signature': signature, 'content-type': 'application/json' },
    });
  };

  test('is checked by the hash in its address', () => {
    expect(gateway.verify(signedJson('{"a": 1}'), NOW)).toEqual({ ok: true });
    expect(gateway.verify(signedJson('{"a":1}', '{"a": 1}'), NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  test('without a hash in its address is refused: nothing would vouch for it', () => {
    const signature = getExpectedTwilioSignature(authToken, ADDRESS, {});
    const request = webhookRequest({ body: '{"a":1}', headers: { 'x-twilio-signature': signature } });
    expect(gateway.verify(request, NOW)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  test('carries the same parameters as a form', () => {
    const { MessageSid, ...others } = fixture('sms');
    const { events } = gateway.parse(signedJson(JSON.stringify({ MessageSid, ...others, NumMedia: 0 })));
    expect(events).toMatchObject([{ providerId: MessageSid, content: { kind: 'text' } }]);
  });
});

test('a webhook by GET is signed over its address alone and read from it', () => {
  const url = `${ADDRESS}?${formText(fixture('sms'))}`;
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, {}) };
  const request = webhookRequest({ method: 'GET', url, headers });
  expect(gateway.verify(request, NOW)).toEqual({ ok: true });
  expect(gateway.parse(request).events).toHaveLength(1);
});

test.each([
  ['too short', 'abc='],
  ['not base64', '*'.repeat(27) + '='],
])('a signature that is %s is malformed', (_, signature) => {
  const request = webhookRequest({ headers: { 'x-twilio-signature': signature } });
  expect(gateway.verify(request, NOW)).toEqual({ ok: false, reason: 'malformed-signature' });
});
