import type { OutboundContent, OutboundMessage } from '../../../src/providers/outboundMessage';
import { NOW, requestOf } from '../webhookRequest';
import { ana, birdGateway, CHANNEL, key, whatsAppToAna } from './birdCase';

const gateway = birdGateway();
const bodyOf = (message: OutboundMessage) => JSON.parse(requestOf(gateway, message).body ?? '') as object;
const file = { kind: 'image', link: 'https://files.example.com/1', mimeType: 'image/jpeg', fileName: 'a.jpg' } as const;
const receiver = { contacts: [{ identifierKey: 'phonenumber', identifierValue: ana }] };

test('a message goes to its channel and carries our key as its reference', () => {
  const { body, ...request } = requestOf(gateway, whatsAppToAna);
  expect(request).toEqual({
    method: 'POST',
    url: `https://api.bird.com/workspaces/0b0f6c2e-aaaa-4bbb-8ccc-9dddeeeeffff/channels/${CHANNEL}/messages`,
    headers: { authorization: 'AccessKey access-key-of-nobody', 'content-type': 'application/json' },
  });
  const text = { type: 'text', text: { text: whatsAppToAna.content.text } };
  expect(JSON.parse(body ?? '')).toEqual({ receiver, body: text, reference: key });
});

test('a WhatsApp user without a number is reached by their user id', () => {
  const to = { kind: 'whatsapp-user', userId: 'HR.123456789012345678' } as const;
  const contacts = [{ identifierKey: 'whatsappbsuid', identifierValue: to.userId }];
  expect(bodyOf({ ...whatsAppToAna, to })).toMatchObject({ receiver: { contacts } });
});

test('a WhatsApp reply names what it quotes, an SMS never does', () => {
  expect(bodyOf({ ...whatsAppToAna, quotes: 'm1' })).toMatchObject({ replyTo: { id: 'm1', type: 'message' } });
  expect(bodyOf({ ...whatsAppToAna, channel: 'sms', quotes: 'm1' })).not.toHaveProperty('replyTo');
});

test.each(['image', 'sticker'] as const)('a file of the kind %s goes as an image by its link', (kind) => {
  const content: OutboundContent = { kind: 'media', file: { ...file, kind }, caption: 'Look' };
  const image = { images: [{ mediaUrl: file.link }], text: 'Look' };
  expect(bodyOf({ ...whatsAppToAna, content })).toMatchObject({ body: { type: 'image', image } });
});

test.each(['video', 'audio', 'voice', 'document'] as const)(
  'a file of the kind %s goes as a file by its link',
  (kind) => {
    const content: OutboundContent = { kind: 'media', file: { ...file, kind } };
    const files = [{ mediaUrl: file.link, contentType: 'image/jpeg', filename: 'a.jpg' }];
    expect(bodyOf({ ...whatsAppToAna, content })).toMatchObject({ body: { type: 'file', file: { files } } });
  },
);

const template = { id: 't', name: 't', language: 'en', body: [], buttons: [] };
test.each([
  ['a file by SMS', { channel: 'sms', content: { kind: 'media', file } }, 'cannot-carry-media'],
  ['a template', { content: { kind: 'template', template } }, 'template'],
  [
    'an SMS to a user without a number',
    { channel: 'sms', to: { kind: 'whatsapp-user', userId: 'HR.1' } },
    'no-address',
  ],
  ['a name that only sends', { to: { kind: 'sender', sender: 'PARCEL' } }, 'no-address'],
] as const)('%s is refused and nothing is sent', (_, part, reason) => {
  expect(gateway.toRequest({ ...whatsAppToAna, ...part }, NOW)).toEqual({ ok: false, failure: { reason } });
});

test('a forbidden send is a matter of credentials, whatever its code', () => {
  const body = JSON.stringify({ code: 'Forbidden', message: 'No' });
  expect(gateway.readAnswer({ status: 403, headers: {}, body })).toEqual({
    ok: false,
    failure: { reason: 'credentials' },
  });
});

test.each([
  ['https://media.nest.messagebird.com/workspaces/w/media/m', true],
  ['https://media.api.bird.com/m', true],
  ['https://media.nest.messagebird.com.evil.example/m', false],
  ['http://media.api.bird.com/m', false],
])('the file at %s is fetched: %s', (providerId, isFetched) => {
  expect(gateway.media?.toRequest({ kind: 'image', providerId }, NOW) !== undefined).toBe(isFetched);
});

describe('the check', () => {
  const read = (status: number, body: unknown) =>
    gateway.readCheck({ status, headers: {}, body: JSON.stringify(body) });

  test('offers the channels for WhatsApp and SMS', () => {
    const results = [
      { id: 'c1', name: 'Support', platformId: 'whatsapp' },
      { id: 'c2', name: '', platformId: 'sms-messagebird' },
      { id: 'c3', name: 'Mail', platformId: 'email' },
      'odd',
    ];
    expect(read(200, { results })).toEqual({
      ok: true,
      value: {
        title: 'Bird accepts the access key. The workspace has 2 channels for WhatsApp or SMS.',
        numbers: [
          { receiver: 'c1', display: 'Support', channels: ['whatsapp'] },
          { receiver: 'c2', display: 'c2', channels: ['sms'] },
        ],
      },
    });
  });

  test.each([
    [401, {}, 'Bird does not accept these credentials. Please compare the access key and the workspace ID.'],
    [503, {}, 'Bird cannot answer at the moment (HTTP 503). Please try again later.'],
    [422, { code: 'Odd', message: 'No' }, 'Bird refused the check (HTTP 422). Bird says: No'],
  ])('tells HTTP %i in plain words', (status, body, failure) => {
    expect(read(status, body)).toEqual({ ok: false, failure });
  });
});
