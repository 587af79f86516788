import fc from 'fast-check';
import { NOW, webhookRequest } from '../webhookRequest';
import {
  atReportAddress,
  fixture,
  infobipCredentials,
  infobipGateway,
  smsToAna,
  whatsAppToAna,
  withBasic,
} from './infobipCase';
import { infobip } from '../../../src/providers/infobip';

const gateway = infobipGateway();
const body = fixture('batch');
const refused = (reason: string) => ({ ok: false, reason });

describe('with Basic', () => {
  const asked = (authorization: string) => gateway.verify(webhookRequest({ body, headers: { authorization } }), NOW);
  const good = `Basic ${btoa('omnichat:correct-horse-battery')}`;

  test('the user omnichat with the webhook password is let in, however the scheme is spelled', () => {
    expect(gateway.verify(withBasic(body), NOW)).toEqual({ ok: true });
    expect(asked(good.replace('Basic', 'basic'))).toEqual({ ok: true });
  });

  test.each([
    ['another password', `Basic ${btoa('omnichat:correct-horse-batterz')}`, 'wrong-signature'],
    ['another user', `Basic ${btoa('admin:correct-horse-battery')}`, 'wrong-signature'],
    ['the header twice', `${good}, ${good}`, 'malformed-signature'],
    ['a bearer token', 'Bearer abc', 'malformed-signature'],
    ['nothing after the scheme', 'Basic ', 'malformed-signature'],
  ])('%s is refused', (_, authorization, reason) => {
    expect(asked(authorization)).toEqual(refused(reason));
  });

  test('without the header it is refused', () => {
    expect(gateway.verify(webhookRequest({ body }), NOW)).toEqual(refused('no-signature'));
  });
});

describe('with HMAC', () => {
  const SIGNED = '{"text":"Grüße 👀"}';
  const asked = (webhookSecurity: string, headers: Readonly<Record<string, string>>, signed = SIGNED) =>
    infobipGateway({ ...infobipCredentials, webhookSecret: 'a-key-of-our-own', webhookSecurity }).verify(
      webhookRequest({ body: signed, headers }),
      NOW,
    );

  // Signed by another implementation: Python's hmac module, over the UTF-8 bytes.
  const VECTORS = [
    ['md5', 'b8ed7d20cd484182d75c77addb5cc926'],
    ['sha1', '25dccc07edb7371e512e4f3621234e25a4e57c0f'],
    ['sha224', '8e9c2262a74196bdebcbb1e36c65f41214921b2eff527afbb4b68c40'],
    ['sha256', 'd81dd772d1033d3bca05d91f6b92de84f1600b35026af46616d73487e2ecc09d'],
    ['sha384', '2f68428a43eba12345307c41a8cdef8fda94cb77335a0d4ff7587cdac66334945fc803925aab92406ac7d181d35ba0f5'],
    [
      'sha512',
      '64ef66ba84a6e5534420db7dfcdd923dd9ca4ab498356b9415569bbf65f3c8a86c30eb5714b253593872f0725c7a345f355d6ecfc8c4fe28b5119a387d9ab9c7',
    ],
  ] as const;

  test.each(VECTORS)('%s is let in, in hex and in base64, with and without a prefix', (algorithm, hex) => {
    const base64 = Buffer.from(hex, 'hex').toString('base64');
    expect(asked(`hmac X-Callback-Signature ${algorithm} hex`, { 'x-callback-signature': hex })).toEqual({ ok: true });
    expect(asked(`HMAC x-sig ${algorithm} base64 v1=`, { 'x-sig': `v1=${base64}` })).toEqual({ ok: true });
  });

  test.each(VECTORS)('%s in another spelling, header or over another body is refused', (algorithm, hex) => {
    const written = `hmac X-Sig ${algorithm} hex v1=`;
    const signature = { 'x-sig': `v1=${hex}` };
    expect(asked(written, { 'x-other': `v1=${hex}` })).toEqual(refused('no-signature'));
    expect(asked(written, { 'x-sig': hex })).toEqual(refused('malformed-signature'));
    expect(asked(written, { 'x-sig': `v2=${hex}` })).toEqual(refused('malformed-signature'));
    expect(asked(written, { 'x-sig': `v1=${hex.slice(2)}` })).toEqual(refused('malformed-signature'));
    expect(asked(written, { 'x-sig': `v1=${hex}, v1=${hex}` })).toEqual(refused('malformed-signature'));
    expect(asked(written, signature, `${SIGNED} `)).toEqual(refused('wrong-signature'));
    expect(asked(written, { ...signature, authorization: 'Basic b21uaWNoYXQ6' }, '{}')).toEqual(
      refused('wrong-signature'),
    );
  });

  test.each([
    'hmac',
    'hmac x-sig',
    'hmac x-sig sha3 hex',
    'hmac x-sig sha256 utf8',
    'none',
    'basic hmac',
    'hmac x:y md5 hex',
  ])('the webhook security "%s" is no way that Infobip has', (webhookSecurity) => {
    const failure = 'Please check: Webhook security.';
    expect(infobip.connect({ ...infobipCredentials, webhookSecurity })).toEqual({ ok: false, failure });
  });
});

describe('at the address for reports, where Infobip shows nothing', () => {
  const delivered = { results: [{ messageId: 'm-1', status: { id: 5, groupId: 3 } }] };

  test('the address that a send named is let in without any header', () => {
    for (const message of [smsToAna, whatsAppToAna])
      expect(gateway.verify(atReportAddress(delivered, message), NOW)).toEqual({ ok: true });
  });

  test('it vouches for reports about its own message alone', () => {
    const { events, ignored } = gateway.parse(
      atReportAddress({
        results: [
          {
            messageId: 'm-9',
            callbackData: 'sms +1555 10000.00000000000000000000000000000001.1:000009',
            status: { id: 5 },
          },
          { messageId: 'm-2', from: '1', to: '2', integrationType: 'WHATSAPP', message: { type: 'TEXT', text: 'Hi' } },
        ],
      }),
    );
    expect(events).toMatchObject([{ kind: 'report', key: whatsAppToAna.key, receiver: whatsAppToAna.from }]);
    expect(ignored).toEqual(['no report']);
  });

  test('one changed character of the address, and it is refused', () => {
    const good = atReportAddress(delivered);
    const spelled = good.url.slice(good.url.indexOf('/status/') + 8);
    fc.assert(
      fc.property(fc.nat(spelled.length - 1), (index) => {
        const other = spelled.charAt(index) === '0' ? '1' : '0';
        const tail = spelled.slice(0, index) + other + spelled.slice(index + 1);
        const url = good.url.slice(0, good.url.length - spelled.length) + tail;
        const suffix = `/status/${tail.replace(/\?.*/, '')}`;
        expect(gateway.verify(webhookRequest({ url, suffix, body: good.body }), NOW).ok).toBe(false);
      }),
    );
  });

  test('an address proven with the password of another connection is refused', () => {
    const other = infobipGateway({ ...infobipCredentials, webhookSecret: 'another-password' });
    expect(other.verify(atReportAddress(delivered), NOW)).toEqual(refused('wrong-signature'));
  });

  test('the proof does not open the address for messages', () => {
    const { query } = atReportAddress(delivered);
    const url = `${webhookRequest().url}?${new URLSearchParams(query).toString()}`;
    expect(gateway.verify(webhookRequest({ url, body }), NOW).ok).toBe(false);
  });
});
