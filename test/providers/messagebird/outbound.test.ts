import type { OutboundContent, OutboundMessage } from '../../../src/providers/outboundMessage';
import { NOW, requestOf } from '../webhookRequest';
import { ana, CHANNEL, key, messagebirdGateway, smsToAna, statusUrl, whatsAppToAna } from './messagebirdCase';

const gateway = messagebirdGateway();
const bodyOf = (message: OutboundMessage) => JSON.parse(requestOf(gateway, message).body ?? '') as object;
const headers = { authorization: 'AccessKey live-key-of-nobody', 'content-type': 'application/json' };
const link = 'https://files.example.com/1';
const file = { kind: 'image', link, mimeType: 'image/jpeg', fileName: 'printer.jpg' } as const;

test('an SMS is the request of the SMS API; reports know our message and our number', () => {
  const { body, ...request } = requestOf(gateway, smsToAna);
  expect(request).toEqual({ method: 'POST', url: 'https://rest.messagebird.com/messages', headers });
  expect(JSON.parse(body ?? '')).toEqual({
    originator: '31970010240126',
    recipients: ['385991903327'],
    body: smsToAna.content.text,
    datacoding: 'auto',
    reference: key,
    reportUrl: `${statusUrl}/%2B31970010240126`,
  });
});

test('an SMS may come from a short code or from a name', () => {
  const originators = ['1008', 'OmniChat'].map((from) => bodyOf({ ...smsToAna, from }));
  expect(originators).toMatchObject([{ originator: '1008' }, { originator: 'OmniChat' }]);
});

test('X22 an SMS says how long it may wait for its phone, a WhatsApp message never does', () => {
  expect(bodyOf({ ...smsToAna, validitySeconds: 86_400 })).toMatchObject({ validity: 86_400 });
  expect(bodyOf({ ...smsToAna, validitySeconds: 0 })).toMatchObject({ validity: 1 });
  expect(bodyOf({ ...whatsAppToAna, validitySeconds: 86_400 })).not.toHaveProperty('validity');
});

test('a WhatsApp message is the request of the Conversations API and carries its key', () => {
  const { body, ...request } = requestOf(gateway, whatsAppToAna);
  expect(request).toEqual({ method: 'POST', url: 'https://conversations.messagebird.com/v1/send', headers });
  expect(JSON.parse(body ?? '')).toEqual({
    to: ana,
    from: CHANNEL,
    type: 'text',
    content: { text: whatsAppToAna.content.text },
    reportUrl: `${statusUrl}/${CHANNEL}`,
    source: { omnichat: key },
  });
});

test.each([
  ['image', { image: { url: link, caption: 'Look' } }],
  ['video', { video: { url: link, caption: 'Look' } }],
  ['audio', { audio: { url: link, caption: 'Look' } }],
  ['voice', { audio: { url: link, caption: 'Look' } }],
  ['document', { file: { url: link, caption: 'Look' } }],
  ['sticker', { whatsappSticker: { link } }],
] as const)('a file of the kind %s goes by its link', (kind, content) => {
  const media: OutboundContent = { kind: 'media', file: { ...file, kind }, caption: 'Look' };
  expect(bodyOf({ ...whatsAppToAna, content: media })).toMatchObject({ type: Object.keys(content)[0], content });
});

describe('a template', () => {
  const template = { id: 'ns_1/appointment', name: 'appointment', language: 'en_GB', body: [], buttons: [] } as const;
  const hsmOf = (more: object) => {
    const { content } = bodyOf({
      ...whatsAppToAna,
      content: { kind: 'template', template: { ...template, ...more } },
    }) as {
      content: { hsm: object };
    };
    return content.hsm;
  };
  const named = {
    namespace: 'ns_1',
    templateName: 'appointment',
    language: { policy: 'deterministic', code: 'en_GB' },
  };

  test('without values is named with its namespace', () => {
    expect(hsmOf({})).toEqual({ ...named, params: [] });
  });

  test('has the values of header, body and buttons in their places', () => {
    const hsm = hsmOf({
      header: { kind: 'text', value: 'Order 17' },
      body: ['Ana', '10:00'],
      buttons: [
        { index: 0, kind: 'quick-reply', value: 'yes' },
        { index: 1, kind: 'url', value: 'order-17' },
      ],
    });
    expect(hsm).toEqual({
      ...named,
      components: [
        { type: 'header', parameters: [{ type: 'text', text: 'Order 17' }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Ana' },
            { type: 'text', text: '10:00' },
          ],
        },
        { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'yes' }] },
        { type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'order-17' }] },
      ],
    });
  });

  test.each([
    [file, { type: 'image', image: { url: link } }],
    [
      { ...file, kind: 'document', fileName: 'a.pdf' },
      { type: 'document', document: { url: link, caption: 'a.pdf' } },
    ],
  ])('may have a file as its header', (header, parameter) => {
    expect(hsmOf({ header: { kind: 'media', file: header } })).toMatchObject({
      components: [{ type: 'header', parameters: [parameter] }],
    });
  });
});

test.each([
  ['a file by SMS', { content: { kind: 'media', file } }, 'cannot-carry-media'],
  [
    'a WhatsApp user without a number',
    { channel: 'whatsapp', to: { kind: 'whatsapp-user', userId: 'HR.1' } },
    'no-address',
  ],
] as const)('%s is refused and nothing is sent', (_, part, reason) => {
  expect(gateway.toRequest({ ...smsToAna, ...part }, NOW)).toEqual({ ok: false, failure: { reason } });
});

test.each([
  [401, 2, 'credentials'],
  [422, 9, 'refused'],
  [422, 10, 'refused'],
  [404, 20, 'account'],
  [422, 25, 'account'],
  [422, 470, 'window-closed'],
  [422, 131047, 'window-closed'],
])('HTTP %i with the code %i is %s', (status, code, reason) => {
  const body = JSON.stringify({ errors: [{ code, description: 'In their words', parameter: 'to' }] });
  const failure = { reason, code: String(code), detail: 'In their words' };
  expect(gateway.readAnswer({ status, headers: {}, body })).toEqual({ ok: false, failure });
});

test('an internal error of MessageBird leaves open whether the message went', () => {
  const body = JSON.stringify({ errors: [{ code: 99, description: 'Internal error' }] });
  expect(gateway.readAnswer({ status: 500, headers: {}, body })).toEqual({
    ok: false,
    failure: { reason: 'provider-down' },
  });
});

test('a good webhook is answered 200 OK', () => {
  expect(gateway.acknowledgement).toMatchObject({ status: 200, body: 'OK' });
});

describe('files of customers', () => {
  const media = (providerId: string) => gateway.media?.toRequest({ kind: 'image', providerId }, NOW);

  test('are fetched from the media host alone, with the key', () => {
    expect(media('https://media.messagebird.com/v1/media/1')).toEqual({
      method: 'GET',
      url: 'https://media.messagebird.com/v1/media/1',
      headers: { authorization: 'AccessKey live-key-of-nobody' },
    });
  });

  test.each([
    'http://media.messagebird.com/1',
    'https://media.messagebird.com.evil.example/1',
    'https://media.messagebird.com@evil.example/1',
    'https://evil.example/1',
    'file:///etc/passwd',
    '',
  ])('are not fetched from "%s"', (providerId) => {
    expect(media(providerId)).toBeUndefined();
  });
});
