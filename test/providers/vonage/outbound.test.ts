import { verifySignature } from '@vonage/jwt';
import fc from 'fast-check';
import { decode, type JwtPayload, verify } from 'jsonwebtoken';
import type { OutboundContent, OutboundMessage } from '../../../src/providers/outboundMessage';
import type { ProviderRequest } from '../../../src/providers/provider';
import { ADDRESS, NOW, requestOf, textContent } from '../webhookRequest';
import { keys, vonageCredentials, vonageGateway, whatsAppToAna } from './vonageCase';

const gateway = vonageGateway();
const smsToAna = { ...whatsAppToAna, channel: 'sms' } as const;
const bodyOf = (message: OutboundMessage) =>
  JSON.parse(requestOf(gateway, message).body ?? '') as Record<string, unknown>;
const tokenOf = ({ headers }: ProviderRequest) => (headers.authorization ?? '').replace(/^Bearer /, '');

test('a text is the request Vonage documents', () => {
  const { headers, ...request } = requestOf(gateway, whatsAppToAna);
  expect(request).toMatchObject({ method: 'POST', url: 'https://api.nexmo.com/v1/messages' });
  expect(headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
  expect(bodyOf(whatsAppToAna)).toEqual({
    channel: 'whatsapp',
    from: '4930901820',
    to: '385991903327',
    message_type: 'text',
    text: 'Hallo Ana & Co. + Gruß 👀',
    webhook_url: whatsAppToAna.statusUrl,
    webhook_version: 'v1',
  });
});

describe('the token of a request', () => {
  test('is signed with the private key, for five minutes, in the name of the application', () => {
    const claims = verify(tokenOf(requestOf(gateway, whatsAppToAna)), keys.publicKey, {
      algorithms: ['RS256'],
      clockTimestamp: NOW.getTime() / 1000,
    });
    const iat = NOW.getTime() / 1000;
    expect(claims).toEqual({
      application_id: vonageCredentials.applicationId,
      iat,
      exp: iat + 300,
      jti: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
  });

  test('is good for the library of Vonage, whatever is sent and whenever', () => {
    const now = fc.date({ min: new Date(), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.string(), now, (text, at) => {
        const request = gateway.toRequest({ ...whatsAppToAna, content: textContent(text) }, at);
        expect(request.ok && verifySignature(tokenOf(request.value), keys.publicKey)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('has another id for another request, and the same for the same', () => {
    const idOf = (message: OutboundMessage) => (decode(tokenOf(requestOf(gateway, message))) as JwtPayload).jti;
    expect(idOf(whatsAppToAna)).toBe(idOf(whatsAppToAna));
    expect(idOf(whatsAppToAna)).not.toBe(idOf({ ...whatsAppToAna, statusUrl: `${whatsAppToAna.statusUrl}0` }));
  });
});

test('a WhatsApp user without a phone number is answered by the user id; an SMS cannot be', () => {
  const to = { kind: 'whatsapp-user', userId: 'HR.123' } as const;
  expect(bodyOf({ ...whatsAppToAna, to })).toMatchObject({ to: 'HR.123' });
  expect(gateway.toRequest({ ...smsToAna, to }, NOW)).toEqual({ ok: false, failure: { reason: 'no-address' } });
});

test('a reply quotes on WhatsApp and not on SMS', () => {
  expect(bodyOf({ ...whatsAppToAna, quotes: 'u-0' })).toMatchObject({ context: { message_uuid: 'u-0' } });
  expect(bodyOf({ ...smsToAna, quotes: 'u-0' })).not.toHaveProperty('context');
});

test('a sender that is a name is sent as it is', () => {
  expect(bodyOf({ ...smsToAna, from: 'ACME' })).toMatchObject({ from: 'ACME' });
});

test.each([
  [7_200, 7_200],
  [1, 20],
  [1_000_000, 604_800],
])('X22 an SMS that may wait %i seconds for its phone may wait %i at Vonage', (validitySeconds, ttl) => {
  expect(bodyOf({ ...smsToAna, validitySeconds })).toMatchObject({ ttl });
});

test('X22 a WhatsApp message never says how long it may wait, nor does an SMS without a wish', () => {
  expect(bodyOf({ ...whatsAppToAna, validitySeconds: 7_200 })).not.toHaveProperty('ttl');
  expect(bodyOf(smsToAna)).not.toHaveProperty('ttl');
});

describe('a file', () => {
  const link = 'https://files.example/a';
  const file = (kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker') =>
    ({ kind: 'media', file: { kind, link, mimeType: 'x/y', fileName: 'a.pdf' }, caption: 'Look' }) as const;
  test.each([
    ['image', { message_type: 'image', image: { url: link, caption: 'Look' } }],
    ['video', { message_type: 'video', video: { url: link, caption: 'Look' } }],
    ['audio', { message_type: 'audio', audio: { url: link } }],
    ['voice', { message_type: 'audio', audio: { url: link } }],
    ['document', { message_type: 'file', file: { url: link, caption: 'Look', name: 'a.pdf' } }],
    ['sticker', { message_type: 'sticker', sticker: { url: link } }],
  ] as const)('of the kind %s goes by its link', (kind, part) => {
    expect(bodyOf({ ...whatsAppToAna, content: file(kind) })).toMatchObject(part);
    const { caption: _, ...bare } = file(kind);
    expect(JSON.stringify(bodyOf({ ...whatsAppToAna, content: bare }))).not.toContain('caption');
  });

  test('does not go by SMS', () => {
    const refused = gateway.toRequest({ ...smsToAna, content: file('image') }, NOW);
    expect(refused).toEqual({ ok: false, failure: { reason: 'cannot-carry-media' } });
  });
});

test('a template goes on to WhatsApp with its header, values and buttons', () => {
  const content: OutboundContent = {
    kind: 'template',
    template: {
      id: 'order',
      name: 'order',
      language: 'en_US',
      header: {
        kind: 'media',
        file: { kind: 'image', link: 'https://files.example/a', mimeType: 'image/png', fileName: 'a.png' },
      },
      body: ['Ana', '7'],
      buttons: [{ index: 1, kind: 'url', value: 'track/7' }],
    },
  };
  expect(bodyOf({ ...whatsAppToAna, content })).toMatchObject({
    message_type: 'custom',
    custom: {
      type: 'template',
      template: {
        name: 'order',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { link: 'https://files.example/a' } }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ana' },
              { type: 'text', text: '7' },
            ],
          },
          { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'track/7' }] },
        ],
      },
    },
  });
});

test('a message is marked as read in the region, and only on WhatsApp', () => {
  const mark = { channel: 'whatsapp', from: '+4930901820', providerId: 'u/1' } as const;
  expect(gateway.markRead?.(mark, NOW)).toMatchObject({
    method: 'PATCH',
    url: 'https://api-us.nexmo.com/v1/messages/u%2F1',
    body: '{"status":"read"}',
  });
  const anywhere = vonageGateway({ ...vonageCredentials, region: '' }).markRead?.(mark, NOW);
  expect(anywhere?.url).toBe('https://api-eu.nexmo.com/v1/messages/u%2F1');
  expect(gateway.markRead?.({ ...mark, channel: 'sms' }, NOW)).toBeUndefined();
});

test.each([
  [422, '1120', { reason: 'account', code: '1120' }],
  [401, 'unauthorized', { reason: 'credentials', code: 'unauthorized' }],
  [402, 'low-balance', { reason: 'account', code: 'low-balance' }],
])('HTTP %i with the code %s tells that nothing went', (status, code, failure) => {
  const body = JSON.stringify({ type: `https://developer.vonage.com/api-errors#${code}`, title: 'T', detail: 'D' });
  const answer = { status, headers: {}, body };
  expect(gateway.readAnswer(answer)).toEqual({ ok: false, failure: { ...failure, detail: 'D' } });
});

test.each(['internal-error', '1030'])('HTTP 500 with the error %s leaves open whether the message went', (code) => {
  const body = JSON.stringify({ type: `https://developer.vonage.com/api-errors#${code}`, title: 'T' });
  const failure = { reason: 'provider-down' };
  expect(gateway.readAnswer({ status: 500, headers: {}, body })).toEqual({ ok: false, failure });
});

test('a good webhook is answered with an empty 200', () => {
  expect(gateway.acknowledgement).toMatchObject({ status: 200, body: '' });
  expect(whatsAppToAna.statusUrl.startsWith(ADDRESS)).toBe(true);
});
