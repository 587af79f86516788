import type { OutboundContent, OutboundMessage } from '../../../src/providers/outboundMessage';
import { NOW, requestOf } from '../webhookRequest';
import { infobipGateway, sentBody, smsToAna, whatsAppToAna } from './infobipCase';

const gateway = infobipGateway();
const address = expect.stringMatching(
  /^https:\/\/.*\/status\/10000\.0+1\.1%3A000002\?channel=(sms|whatsapp)&number=%2B385951006719&proof=[0-9a-f]{64}$/,
) as string;

test('an SMS is the request Infobip documents', () => {
  const { body = '', ...request } = requestOf(gateway, smsToAna);
  expect(request).toEqual({
    method: 'POST',
    url: 'https://xyz123.api.infobip.com/sms/3/messages',
    headers: {
      authorization: 'App 0123456789abcdef-fedcba98',
      accept: 'application/json',
      'content-type': 'application/json',
    },
  });
  expect(JSON.parse(body)).toEqual({
    messages: [
      {
        sender: '385951006719',
        destinations: [{ to: '385991903327' }],
        content: { text: 'Hallo Ana & Co. + Gruß 👀' },
        webhooks: {
          delivery: { url: address },
          contentType: 'application/json',
          callbackData: `sms +385951006719 ${smsToAna.key}`,
        },
      },
    ],
  });
});

test('a WhatsApp text is the request Infobip documents', () => {
  expect(requestOf(gateway, whatsAppToAna).url).toBe('https://xyz123.api.infobip.com/whatsapp/1/message/text');
  expect(sentBody(whatsAppToAna)).toEqual({
    from: '385951006719',
    to: '385991903327',
    content: { text: 'Hallo Ana & Co. + Gruß 👀' },
    callbackData: `whatsapp +385951006719 ${whatsAppToAna.key}`,
    notifyUrl: address,
  });
});

test('a sender that is no number goes as it is', () => {
  expect(sentBody({ ...smsToAna, from: 'InfoSMS' })).toMatchObject({ messages: [{ sender: 'InfoSMS' }] });
});

test('S2-38 X22 an SMS says how long it may wait, 48 hours at most; a WhatsApp message never does', () => {
  const periodOf = (validitySeconds: number) => sentBody({ ...smsToAna, validitySeconds });
  const period = (amount: number) => ({ messages: [{ options: { validityPeriod: { amount, timeUnit: 'SECONDS' } } }] });
  expect([periodOf(7_200), periodOf(999_999), periodOf(0)]).toMatchObject([period(7_200), period(172_800), period(1)]);
  expect(JSON.stringify(sentBody({ ...whatsAppToAna, validitySeconds: 7_200 }))).not.toContain('validity');
});

test('a WhatsApp user without a number is answered by the user id, and an SMS to one is not sent', () => {
  const to = { kind: 'whatsapp-user', userId: 'HR.123' } as const;
  expect(sentBody({ ...whatsAppToAna, to })).toMatchObject({ to: 'HR.123' });
  expect(gateway.toRequest({ ...smsToAna, to }, NOW)).toEqual({ ok: false, failure: { reason: 'no-address' } });
});

test('a reply names the message it answers to', () => {
  expect(sentBody({ ...whatsAppToAna, quotes: 'wamid.X' })).toMatchObject({ context: { replyToMessageId: 'wamid.X' } });
  expect(JSON.stringify(sentBody({ ...smsToAna, quotes: 'wamid.X' }))).not.toContain('wamid.X');
});

describe('a file', () => {
  const sent = (kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker', caption?: string) => {
    const file = { kind, link: 'https://files.example.com/1', mimeType: 'application/x', fileName: 'invoice 7.pdf' };
    const content: OutboundContent = { kind: 'media', file, ...(caption !== undefined && { caption }) };
    const message: OutboundMessage = { ...whatsAppToAna, content };
    const { content: said } = sentBody(message) as { content: object };
    return [requestOf(gateway, message).url.split('/').at(-1), said];
  };
  const mediaUrl = 'https://files.example.com/1';

  test('goes by link, with its caption where WhatsApp shows one', () => {
    expect(sent('image', 'Look')).toEqual(['image', { mediaUrl, caption: 'Look' }]);
    expect(sent('video')).toEqual(['video', { mediaUrl }]);
    expect(sent('document', 'Look')).toEqual(['document', { mediaUrl, caption: 'Look', filename: 'invoice 7.pdf' }]);
    expect(sent('audio', 'Look')).toEqual(['audio', { mediaUrl }]);
    expect(sent('voice')).toEqual(['audio', { mediaUrl, voice: true }]);
    expect(sent('sticker', 'Look')).toEqual(['sticker', { mediaUrl }]);
  });

  test('never goes by SMS', () => {
    const file = { kind: 'image', link: mediaUrl, mimeType: 'image/png', fileName: 'a.png' } as const;
    const refused = gateway.toRequest({ ...smsToAna, content: { kind: 'media', file } }, NOW);
    expect(refused).toEqual({ ok: false, failure: { reason: 'cannot-carry-media' } });
  });
});

test('a template goes with its header, its values and its buttons', () => {
  const file = {
    kind: 'document',
    link: 'https://files.example.com/1',
    mimeType: 'application/pdf',
    fileName: 'a.pdf',
  } as const;
  const template = { id: 'hello', name: 'hello', language: 'en_GB', body: ['Ana', '7'], buttons: [] };
  const said = (more: object): unknown => {
    const content: OutboundContent = { kind: 'template', template: { ...template, ...more } };
    const body = sentBody({ ...whatsAppToAna, content }) as { messages: [{ content: object; to: string }] };
    expect([body.messages.length, body.messages[0].to]).toEqual([1, '385991903327']);
    return body.messages[0].content;
  };
  expect(said({})).toEqual({
    templateName: 'hello',
    language: 'en_GB',
    templateData: { body: { placeholders: ['Ana', '7'] } },
  });
  const buttons = [
    { index: 0, kind: 'quick-reply', value: 'yes' },
    { index: 1, kind: 'url', value: 'orders/7' },
    { index: 2, kind: 'copy-code', value: 'SAVE' },
    { index: 3, kind: 'flow', value: 'token' },
  ];
  expect(said({ header: { kind: 'media', file }, buttons })).toMatchObject({
    templateData: {
      header: { type: 'DOCUMENT', mediaUrl: 'https://files.example.com/1', filename: 'a.pdf' },
      buttons: [
        { type: 'QUICK_REPLY', parameter: 'yes' },
        { type: 'URL', parameter: 'orders/7' },
        { type: 'COPY_CODE', parameter: 'SAVE' },
        { type: 'FLOW', flowToken: 'token' },
      ],
    },
  });
  expect(said({ header: { kind: 'text', value: 'Order 7' } })).toMatchObject({
    templateData: { header: { type: 'TEXT', placeholder: 'Order 7' } },
  });
});

describe('the answer to a send', () => {
  const read = (status: number, body: unknown, headers = {}) =>
    gateway.readAnswer({ status, headers, body: JSON.stringify(body) });
  const pending = { groupId: 1, id: 26, name: 'PENDING_ACCEPTED' };

  test('gives the id, bare or in a list of messages', () => {
    const accepted = { ok: true, value: { providerId: 'm-1', status: 'accepted' } };
    expect(read(200, { messageId: 'm-1', status: pending })).toEqual(accepted);
    expect(read(200, { bulkId: 'b', messages: [{ messageId: 'm-1', status: pending }] })).toEqual(accepted);
  });

  test('HTTP 200 may carry a message that was rejected', () => {
    const status = { groupId: 5, id: 12, name: 'REJECTED_NOT_ENOUGH_CREDITS', description: 'Not enough credits' };
    const failure = { reason: 'account', code: 'status 12', detail: 'Not enough credits' };
    expect(read(200, { messages: [{ messageId: 'm-1', status }] })).toEqual({ ok: false, failure });
  });

  test.each([
    [400, { errorCode: 'E400', description: 'Bad' }, { reason: 'refused', code: 'E400', detail: 'Bad' }],
    [401, { errorCode: 'E401', description: 'No' }, { reason: 'credentials', code: 'E401', detail: 'No' }],
    [
      401,
      { requestError: { serviceException: { messageId: 'UNAUTHORIZED', text: 'Invalid login details' } } },
      { reason: 'credentials', code: 'UNAUTHORIZED', detail: 'Invalid login details' },
    ],
    [
      429,
      { requestError: { serviceException: { messageId: 'TOO_MANY_REQUESTS', text: 'Slow' } } },
      { reason: 'rate-limited', code: 'TOO_MANY_REQUESTS', detail: 'Slow' },
    ],
  ])('HTTP %i with %j', (status, body, failure) => {
    expect(read(status, body)).toEqual({ ok: false, failure });
  });

  test('"something went wrong" does not say that the message was refused: its outcome is unknown', () => {
    for (const body of [
      { errorCode: 'E500', description: 'Something went wrong.' },
      { requestError: { serviceException: { messageId: 'GENERAL_ERROR', text: 'Something went wrong.' } } },
    ])
      expect(read(500, body)).toEqual({ ok: false, failure: { reason: 'provider-down' } });
  });
});

test('a WhatsApp message is marked as read at its sender; an SMS cannot be', () => {
  const from = '+385951006719';
  expect(gateway.markRead?.({ channel: 'whatsapp', from, providerId: 'wamid.A/B=' }, NOW)).toMatchObject({
    method: 'POST',
    url: 'https://xyz123.api.infobip.com/whatsapp/1/senders/385951006719/message/wamid.A%2FB%3D/read',
  });
  expect(gateway.markRead?.({ channel: 'sms', from, providerId: '1' }, NOW)).toBeUndefined();
});

describe('a file of a customer', () => {
  const asked = (providerId: string) => gateway.media?.toRequest({ kind: 'image', providerId }, NOW);
  const path = '/whatsapp/1/senders/385951006719/media/f1b96d31-9ab9';

  test("is asked for at the account's own host, whatever host of Infobip its address names", () => {
    for (const host of ['xyz123.api.infobip.com', 'other.api.infobip.com', 'api.infobip.com'])
      expect(asked(`https://${host}${path}`)).toEqual({
        method: 'GET',
        url: `https://xyz123.api.infobip.com${path}`,
        headers: { authorization: 'App 0123456789abcdef-fedcba98' },
      });
  });

  test.each([
    `http://xyz123.api.infobip.com${path}`,
    `https://example.com${path}`,
    `https://example.com/?https://xyz123.api.infobip.com${path}`,
    `https://user@xyz123.api.infobip.com${path}`,
    'https://xyz123.api.infobip.com/whatsapp/1/senders/1/media/../../../account/1/balance',
    'https://xyz123.api.infobip.com/account/1/balance',
    'f1b96d31',
  ])('%s is none of its', (providerId) => {
    expect(asked(providerId)).toBeUndefined();
  });
});
