import { ana, birdGateway, fromAna, parseEvent, signedByBird, smsFromAna } from './birdPlatformCase';

const phone = { kind: 'phone', phone: ana };
const user = { kind: 'whatsapp-user', userId: 'HR.123456789012345678' };
const contentOf = (part: object) => {
  const [event] = parseEvent('whatsapp.received', { ...fromAna, ...part }).events;
  return event?.kind === 'message' ? event.content : undefined;
};

test('a WhatsApp message names its receiver, both addresses of the customer, its words and its time', () => {
  expect(parseEvent('whatsapp.received', { ...fromAna, text: { body: 'Pisač ü 😀' } })).toEqual({
    events: [
      {
        kind: 'message',
        receiver: '+385951006719',
        receiverDisplay: '+385951006719',
        channel: 'whatsapp',
        providerId: 'wam_1',
        from: [phone, user],
        content: { kind: 'text', text: 'Pisač ü 😀' },
        at: Date.parse('2026-11-20T09:59:58Z'),
      },
    ],
    ignored: [],
  });
});

test('an SMS names its numbers as text', () => {
  expect(parseEvent('sms.received', { ...smsFromAna, text: 'Hello' }).events).toMatchObject([
    { channel: 'sms', providerId: 'sms_1', receiver: '+385951006719', from: [phone], content: { text: 'Hello' } },
  ]);
});

test('a user who hides the number is known by the user id', () => {
  const from = { bsuid: 'HR.123456789012345678' };
  expect(parseEvent('whatsapp.received', { ...fromAna, from, text: { body: 'Hi' } }).events).toMatchObject([
    { from: [user] },
  ]);
});

test.each([
  ['2026-11-20T10:59:58+01:00', Date.parse('2026-11-20T09:59:58Z')],
  ['2026-11-20T09:59:58.123456Z', Date.parse('2026-11-20T09:59:58.123Z')],
  ['2026-11-20T09:59:58', undefined],
  ['yesterday', undefined],
])('the time %s is read for what it is', (timestamp, at) => {
  const [event] = parseEvent('whatsapp.received', { ...fromAna, text: { body: 'Hi' } }, timestamp).events;
  expect(event?.at).toBe(at);
});

describe('what it says', () => {
  const url = 'https://eu1.platform.bird.com/v1/whatsapp/media/wmd_1';

  test.each([
    ['an image with words', { image: { id: 'wmd_1', url, mime_type: 'image/jpeg', caption: 'Here' } }, 'image', 'Here'],
    ['a video', { video: { id: 'wmd_1', url, mime_type: 'video/mp4' } }, 'video', undefined],
    ['a sound', { audio: { id: 'wmd_1', url, mime_type: 'audio/mpeg' } }, 'audio', undefined],
    ['a voice note', { audio: { id: 'wmd_1', url, mime_type: 'audio/ogg', voice: true } }, 'voice', undefined],
    ['a sticker', { sticker: { id: 'wmd_1', url, mime_type: 'image/webp', animated: true } }, 'sticker', undefined],
  ])('%s is a file of its kind', (...[, part, kind, caption]) => {
    const [file] = Object.values(part);
    const mimeType = file?.mime_type;
    expect(contentOf(part)).toEqual({
      kind: 'media',
      media: { kind, providerId: url, mimeType },
      ...(caption && { caption }),
    });
  });

  test('a document keeps the name its sender gave it', () => {
    const document = {
      id: 'wmd_1',
      url,
      mime_type: 'application/pdf',
      filename: 'invoice 7.pdf',
      caption: 'Please pay',
    };
    expect(contentOf({ document })).toEqual({
      kind: 'media',
      media: { kind: 'document', providerId: url, mimeType: 'application/pdf', fileName: 'invoice 7.pdf' },
      caption: 'Please pay',
    });
  });

  test('a file that Bird could not get keeps its row and its words', () => {
    expect(contentOf({ image: { mime_type: 'image/jpeg', caption: 'Look' } })).toEqual({
      kind: 'media',
      media: { kind: 'image', providerId: '', mimeType: 'image/jpeg' },
      caption: 'Look',
    });
  });

  test.each([
    [
      'a place',
      { location: { latitude: 45.81, longitude: -0.1, name: 'Office', address: 'Ilica 1', url: 'https://x.example' } },
      { kind: 'location', latitude: 45.81, longitude: -0.1, name: 'Office', address: 'Ilica 1' },
    ],
    [
      'a kind Bird does not carry',
      { unsupported: { type: 'contacts' } },
      { kind: 'unsupported', description: 'contacts' },
    ],
    ['a kind of tomorrow', { hologram: { id: 'h' } }, { kind: 'unsupported', description: 'hologram' }],
    ['a known kind of another shape', { image: 'https://x' }, { kind: 'unsupported', description: 'image' }],
    ['nothing at all', { text: null }, { kind: 'unsupported', description: 'empty' }],
  ])('%s is read', (_, part, content) => {
    expect(contentOf(part)).toEqual(content);
  });

  test.each(['reaction', 'edit', 'revoke', 'pin'])(
    '%s, which Bird only names, speaks about another message',
    (type) => {
      expect(contentOf({ unsupported: { type } })).toEqual({
        kind: 'unsupported',
        description: type,
        aboutAnother: true,
      });
    },
  );

  test('an SMS with a subject keeps it above its words', () => {
    expect(
      parseEvent('sms.received', { ...smsFromAna, subject: 'Order 7', text: 'Where is it?' }).events,
    ).toMatchObject([{ content: { kind: 'text', text: 'Order 7\nWhere is it?' } }]);
  });

  test('an SMS that carried attachments only is kept as unsupported', () => {
    expect(parseEvent('sms.received', smsFromAna).events).toMatchObject([
      { content: { kind: 'unsupported', description: 'empty' } },
    ]);
  });
});

test.each([
  ['a mail', 'email.delivered', { email_id: 'em_1' }, 'event email.delivered'],
  ['a test without a message', 'sms.received', {}, 'message without an id or a receiver'],
  ['a message to nobody', 'whatsapp.received', { ...fromAna, to: {} }, 'message without an id or a receiver'],
  ["WhatsApp's own notice", 'whatsapp.received', { ...fromAna, unsupported: { type: 'system' } }, 'system message'],
  ['a name that somebody could have written', 'Ana Horvat', {}, 'event unknown'],
])('%s is left out with its reason', (...[, type, data, reason]) => {
  expect(parseEvent(type, data)).toEqual({ events: [], ignored: [reason] });
});

test('a body nested without end is read, or left out, without throwing', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const body = (part: string) =>
    `{"type":"whatsapp.received","data":{"whatsapp_id":"wam_1","to":{"phone_number":"+1"},${part}}}`;
  const read = (text: string) => birdGateway().parse(signedByBird(text));
  expect(read(deep)).toEqual({ events: [], ignored: ['unreadable body'] });
  expect(read(body(`"from":${deep}`))).toEqual({ events: [], ignored: ['sender without a number'] });
  expect(read(body(`"from":"+385991903327","image":${deep}`)).events).toMatchObject([
    { content: { kind: 'unsupported', description: 'image' } },
  ]);
});
