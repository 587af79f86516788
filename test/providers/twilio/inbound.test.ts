import { ana, fixture, parseForm, twilioCredentials } from './twilioCase';

const sms = fixture('sms');
const phone = { kind: 'phone', phone: ana };
const whatsApp = {
  MessageSid: 'SM1',
  AccountSid: twilioCredentials.accountSid,
  From: 'whatsapp:+385991903327',
  To: 'whatsapp:+14155238886',
  MessageType: 'text',
  NumMedia: '0',
  Body: 'Hello',
};

test('an SMS names its receiver, sender and words; Twilio tells neither time nor name', () => {
  expect(parseForm(sms)).toEqual({
    events: [
      {
        kind: 'message',
        receiver: '+385951006719',
        receiverDisplay: '+385951006719',
        channel: 'sms',
        providerId: 'SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1',
        from: [phone],
        content: { kind: 'text', text: 'Pisač + skener & "mreža" ü 😀' },
      },
    ],
    ignored: [],
  });
});

test('on WhatsApp the receiver has no prefix and both addresses of the customer are kept, phone first', () => {
  expect(parseForm(fixture('whatsapp-both-addresses')).events).toMatchObject([
    {
      receiver: '+14155238886',
      channel: 'whatsapp',
      name: 'Ana Horvat',
      from: [phone, { kind: 'whatsapp-user', userId: 'HR.123456789012345678' }],
    },
  ]);
});

test.each([
  [
    { ReferralSourceUrl: 'https://fb.me/ad', ReferralHeadline: 'Printers', ReferralBody: 'Half price' },
    { url: 'https://fb.me/ad', headline: 'Printers', body: 'Half price' },
  ],
  [{ ReferralSourceId: '120', ReferralSourceType: 'ad' }, {}],
  [{ ReferralNumMedia: '0' }, undefined],
])('where the customer came from is told as %j', (fields, referral) => {
  const [event] = parseForm({ ...whatsApp, ...fields }).events;
  expect(event && 'referral' in event ? event.referral : undefined).toEqual(referral);
});

test('a user who hides the number is known by the user id, once', () => {
  const user = 'whatsapp:US.13491208655302741918';
  const { events } = parseForm({ ...whatsApp, From: user, ExternalUserId: user });
  expect(events).toMatchObject([{ from: [{ kind: 'whatsapp-user', userId: 'US.13491208655302741918' }] }]);
});

test('the files of one message become one event each, the words go with the first', () => {
  expect(parseForm(fixture('mms-two-files')).events).toMatchObject([
    {
      providerId: 'MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2',
      content: { kind: 'media', media: { kind: 'image', mimeType: 'image/jpeg' }, caption: 'Both pages' },
    },
    {
      providerId: 'MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2/1',
      content: { kind: 'media', media: { kind: 'document', mimeType: 'application/pdf' } },
    },
  ]);
});

describe('what it says', () => {
  const contentOf = (form: Readonly<Record<string, string>>) => {
    const [event] = parseForm({ ...whatsApp, ...form }).events;
    return event?.kind === 'message' ? event.content : undefined;
  };
  const file = (mimeType: string) => ({ NumMedia: '1', MediaUrl0: 'https://x/ME1', MediaContentType0: mimeType });

  test.each([
    ['an image', 'image', 'image/png', 'image'],
    ['a video', 'video', 'video/mp4', 'video'],
    ['a sound', 'audio', 'audio/ogg', 'audio'],
    ['a sticker', 'sticker', 'image/webp', 'sticker'],
    ['a contact card', 'contacts', 'text/vcard', 'document'],
  ])('%s is a file of its kind', (...[, MessageType, mimeType, kind]) => {
    expect(contentOf({ MessageType, ...file(mimeType), Body: '' })).toEqual({
      kind: 'media',
      media: { kind, providerId: 'https://x/ME1', mimeType },
    });
  });

  test("a document's body is its file name only where it looks like one", () => {
    const document = { MessageType: 'document', ...file('application/pdf') };
    const named = contentOf({ ...document, Body: 'invoice 7.pdf' });
    expect(named).toMatchObject({ media: { fileName: 'invoice 7.pdf' } });
    expect(named).not.toHaveProperty('caption');
    const captioned = contentOf({ ...document, Body: 'Please pay this' });
    expect(captioned).toMatchObject({ caption: 'Please pay this' });
    expect(captioned).not.toHaveProperty('media.fileName');
  });

  test.each([
    [
      'a place',
      { Latitude: '45.81', Longitude: '-0', Label: 'Office', Address: 'Ilica 1', Body: '' },
      { kind: 'location', latitude: 45.81, longitude: -0, name: 'Office', address: 'Ilica 1' },
    ],
    [
      'a tap on a button',
      { ButtonText: 'Yes', ButtonPayload: 'b1', Body: 'Yes' },
      { kind: 'choice', text: 'Yes', payload: 'b1' },
    ],
    [
      'a tap on a list row',
      { ListTitle: 'Express', ListId: 'r1', Body: 'Express' },
      { kind: 'choice', text: 'Express', payload: 'r1' },
    ],
    [
      'a reaction, should one ever come',
      { MessageType: 'reaction', OriginalRepliedMessageSid: 'SM0', Body: '👍' },
      { kind: 'reaction', target: 'SM0', emoji: '👍' },
    ],
    ['a kind nobody knows', { MessageType: 'hologram', Body: '' }, { kind: 'unsupported', description: 'hologram' }],
    ['a kind nobody knows with words', { MessageType: 'hologram', Body: 'Hi' }, { kind: 'text', text: 'Hi' }],
    ['a file without an address', { NumMedia: '1', Body: '' }, { kind: 'unsupported', description: 'text' }],
  ])('%s is read', (_, form: Readonly<Record<string, string>>, content) => {
    expect(contentOf(form)).toEqual(content);
  });

  test('words beside a place are not lost, and what is its name or address is not told twice', () => {
    const place = { Latitude: '45.81', Longitude: '15.98', Label: 'Office', Address: 'Ilica 1' };
    const { events } = parseForm({ ...whatsApp, ...place, Body: 'Come here' });
    expect(events).toMatchObject([
      { providerId: 'SM1', content: { kind: 'location' } },
      { providerId: 'SM1/1', content: { kind: 'text', text: 'Come here' } },
    ]);
    for (const Body of ['', 'Office', 'Ilica 1'])
      expect(parseForm({ ...whatsApp, ...place, Body }).events).toMatchObject([{ content: { kind: 'location' } }]);
  });

  test('an SMS without words is kept as unsupported', () => {
    expect(parseForm({ ...sms, Body: '' }).events).toMatchObject([
      { content: { kind: 'unsupported', description: 'empty' } },
    ]);
  });
});

test.each([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
])('the word %s that Twilio handled itself is a keyword', (OptOutType, keyword) => {
  expect(parseForm({ ...sms, OptOutType }).events).toMatchObject([{ keyword }]);
});

test('the message that is quoted is named', () => {
  expect(parseForm({ ...whatsApp, OriginalRepliedMessageSid: 'SM0' }).events).toMatchObject([{ quotes: 'SM0' }]);
});

test.each([
  ['a channel we do not carry', { ...whatsApp, From: 'messenger:1', To: 'messenger:2' }, 'channel messenger'],
  ['an event without a message', { AccountSid: twilioCredentials.accountSid }, 'unknown event'],
])('%s is left out with its reason', (_, form, reason) => {
  expect(parseForm(form)).toEqual({ events: [], ignored: [reason] });
});
