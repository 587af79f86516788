import type { OutboundContent, OutboundMessage } from '../../../src/providers/outboundMessage';
import { NOW, requestOf } from '../webhookRequest';
import { birdCredentials, birdGateway, outboundToAna } from './birdPlatformCase';

const gateway = birdGateway();
const bodyOf = (message: OutboundMessage) => JSON.parse(requestOf(gateway, message).body ?? '') as object;
const metadata = { omnichat: outboundToAna.key };
const file = { link: 'https://files.example/1', mimeType: 'application/pdf', fileName: 'invoice 7.pdf' };

test('a WhatsApp text is the request Bird documents, and a repetition of it is known by its key', () => {
  const { body = '', ...request } = requestOf(gateway, outboundToAna);
  expect(request).toEqual({
    method: 'POST',
    url: 'https://eu1.platform.bird.com/v1/whatsapp/messages',
    headers: {
      authorization: 'Bearer bk_eu1_0123456789abcdef',
      'content-type': 'application/json',
      'idempotency-key': outboundToAna.key,
    },
  });
  expect(JSON.parse(body)).toEqual({
    to: '+385991903327',
    from: '+385951006719',
    text: { body: 'Hallo Ana, wir schauen nach 👀', preview_url: false },
    metadata,
  });
});

test('an SMS says why it is sent', () => {
  const request = requestOf(gateway, { ...outboundToAna, channel: 'sms', validitySeconds: 3_600 });
  expect(request.url).toBe('https://eu1.platform.bird.com/v1/sms/messages');
  expect(JSON.parse(request.body ?? '')).toEqual({
    to: '+385991903327',
    from: '+385951006719',
    text: 'Hallo Ana, wir schauen nach 👀',
    category: 'service',
    metadata,
  });
});

test('the region of the key names the host', () => {
  const other = birdGateway({ ...birdCredentials, apiKey: 'bk_us1_abc' });
  expect(requestOf(other, outboundToAna).url).toBe('https://us1.platform.bird.com/v1/whatsapp/messages');
});

test('a WhatsApp user without a phone number is answered by the user id', () => {
  const to = { kind: 'whatsapp-user', userId: 'HR.123' } as const;
  expect(bodyOf({ ...outboundToAna, to })).toMatchObject({ to: 'HR.123' });
  expect(gateway.toRequest({ ...outboundToAna, channel: 'sms', to }, NOW)).toEqual({
    ok: false,
    failure: { reason: 'no-address' },
  });
});

test.each([
  ['an image', 'image', { image: { url: file.link, caption: 'Look' } }],
  ['a video', 'video', { video: { url: file.link, caption: 'Look' } }],
  ['a sound', 'audio', { audio: { url: file.link } }],
  ['a voice note', 'voice', { audio: { url: file.link, voice: true } }],
  ['a document', 'document', { document: { url: file.link, caption: 'Look', filename: 'invoice 7.pdf' } }],
  ['a sticker', 'sticker', { sticker: { url: file.link } }],
] as const)('%s goes out by its link', (...[, kind, part]) => {
  const content: OutboundContent = { kind: 'media', file: { kind, ...file }, caption: 'Look' };
  expect(bodyOf({ ...outboundToAna, content })).toEqual({
    to: '+385991903327',
    from: '+385951006719',
    ...part,
    metadata,
  });
});

describe('a template', () => {
  const template = { id: 'order_update', name: 'order_update', language: 'de', body: [], buttons: [] } as const;
  const sent = (part: object) =>
    bodyOf({ ...outboundToAna, content: { kind: 'template', template: { ...template, ...part } } });

  test('without values is its slug and its language', () => {
    expect(sent({})).toMatchObject({ template: { slug: 'order_update', language: 'de' } });
    expect(sent({})).not.toHaveProperty('template.components');
  });

  test('is named by its id where it has one', () => {
    expect(sent({ id: 'wat_1' })).toMatchObject({ template: { id: 'wat_1' } });
  });

  test('carries its values part by part', () => {
    const header = { kind: 'media', file: { kind: 'document', ...file } };
    const buttons = [{ index: 1, kind: 'url', value: '7' }];
    expect(sent({ header, body: ['Ana', '7'], buttons })).toMatchObject({
      template: {
        components: [
          { type: 'header', parameters: [{ type: 'document', url: file.link }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ana' },
              { type: 'text', text: '7' },
            ],
          },
          { type: 'button', parameters: [{ type: 'text', text: '7' }] },
        ],
      },
    });
    const named = {
      header: { kind: 'text', value: 'Hi', name: 'greeting' },
      body: ['Ana'],
      placeholders: ['first_name'],
    };
    expect(sent(named)).toMatchObject({
      template: {
        components: [
          { type: 'header', parameters: [{ type: 'text', text: 'Hi', name: 'greeting' }] },
          { type: 'body', parameters: [{ type: 'text', text: 'Ana', name: 'first_name' }] },
        ],
      },
    });
    expect(sent({ body: ['Ana'], placeholders: ['1'] })).not.toHaveProperty('template.components.0.parameters.0.name');
    expect(sent({ header: { kind: 'text', value: 'Hi' } })).toMatchObject({
      template: { components: [{ type: 'header', parameters: [{ type: 'text', text: 'Hi' }] }] },
    });
  });
});

test('SMS carries neither files nor templates', () => {
  const content: OutboundContent = { kind: 'media', file: { kind: 'image', ...file } };
  expect(gateway.toRequest({ ...outboundToAna, channel: 'sms', content }, NOW)).toEqual({
    ok: false,
    failure: { reason: 'cannot-carry-media' },
  });
});

test.each([
  [422, 'WhatsAppInvalidRecipient', 'validation_error', 'unreachable'],
  [422, 'SMSInvalidRecipient', 'validation_error', 'unreachable'],
  [422, 'WhatsAppSenderNotFound', 'validation_error', 'account'],
  [422, 'SMSNoEligibleSender', 'validation_error', 'account'],
  [422, 'WhatsAppTemplateParameterMismatch', 'validation_error', 'template'],
  [422, 'SMSUnsupportedFeature', 'validation_error', 'refused'],
  [409, 'idempotency_key_reuse', 'conflict_error', 'refused'],
])('HTTP %i with the name %s is a matter of its name', (...[status, name, type, reason]) => {
  const failure = { reason, code: name, detail: 'In the words of Bird' };
  expect(answered(status, { type, code: 'E01234', name, message: 'In the words of Bird' })).toEqual({
    ok: false,
    failure,
  });
});

test.each([
  [401, 'auth_error', 'credentials'],
  [402, 'billing_error', 'account'],
  [403, 'permission_error', 'credentials'],
  [421, 'misdirected_error', 'credentials'],
])('HTTP %i with a name nobody knows is a matter of its type %s', (status, type, reason) => {
  const failure = { reason, code: type, detail: 'No' };
  expect(answered(status, { type, code: 'E01234', name: 'Something', message: 'No' })).toEqual({ ok: false, failure });
});

test('an error that Bird itself did not expect does not say whether the message went', () => {
  const error = { type: 'internal_error', code: 'E00001', name: 'internal_error', message: 'Oops' };
  expect([answered(500, error), answered(503, { ...error, type: 'service_unavailable_error' })]).toEqual([
    { ok: false, failure: { reason: 'provider-down' } },
    { ok: false, failure: { reason: 'provider-down' } },
  ]);
});

const answered = (status: number, error: object) =>
  gateway.readAnswer({ status, headers: {}, body: JSON.stringify({ error }) });
