import { ana, fixture, infobipGateway, parseBody, withBasic } from './infobipCase';

const phone = { kind: 'phone', phone: ana };
const whatsApp = {
  from: '385991903327',
  to: '385951006719',
  integrationType: 'WHATSAPP',
  receivedAt: '2026-11-20T09:10:00.000+0000',
  messageId: 'wamid.ONE',
  message: { type: 'TEXT', text: 'Hello' },
  contact: { name: 'Ana Horvat', phoneNumber: '385991903327' },
};
const sms = {
  messageId: '817',
  from: '385991903327',
  to: '385951006719',
  text: 'Hello',
  receivedAt: '2026-11-20T10:10:00.000+0100',
};
const eventOf = (result: object) => parseBody({ results: [result] }).events[0];

test('a WhatsApp message names its receiver in E.164, its sender, time and words', () => {
  expect(parseBody({ results: [whatsApp] })).toEqual({
    events: [
      {
        kind: 'message',
        receiver: '+385951006719',
        receiverDisplay: '+385951006719',
        channel: 'whatsapp',
        providerId: 'wamid.ONE',
        from: [phone],
        name: 'Ana Horvat',
        content: { kind: 'text', text: 'Hello' },
        at: Date.parse('2026-11-20T09:10:00Z'),
      },
    ],
    ignored: [],
  });
});

test('an SMS says all its words, the keyword included, and has no name', () => {
  const keyword = { text: 'HELP Printer', cleanText: 'Printer', keyword: 'HELP' };
  expect(eventOf({ ...sms, ...keyword })).toEqual({
    kind: 'message',
    receiver: '+385951006719',
    receiverDisplay: '+385951006719',
    channel: 'sms',
    providerId: '817',
    from: [phone],
    content: { kind: 'text', text: 'HELP Printer' },
    at: Date.parse('2026-11-20T09:10:00Z'),
  });
});

test('a bare object is read like one in results', () => {
  expect(parseBody(whatsApp).events).toEqual(parseBody({ results: [whatsApp] }).events);
});

test('an odd element costs only itself', () => {
  const { events, ignored } = parseBody({ results: [null, 7, { integrationType: 'WHATSAPP' }, [], sms, 'text'] });
  expect(events).toMatchObject([{ providerId: '817' }]);
  expect(ignored).toEqual([
    'unreadable result',
    'unreadable result',
    'unreadable message',
    'unreadable result',
    'unreadable result',
  ]);
});

test.each([
  ['385951006719', '+385951006719'],
  ['+385951006719', '+385951006719'],
  ['71297', '71297'],
  ['InfoSMS', 'InfoSMS'],
])('the receiver %s is known as %s', (to, receiver) => {
  expect(eventOf({ ...sms, to })).toMatchObject({ receiver, receiverDisplay: receiver });
});

describe('who wrote', () => {
  const userId = 'HR.123456789012345678';
  const user = { kind: 'whatsapp-user', userId };

  test.each([
    ['the number alone', { contact: { phoneNumber: '385991903327' } }, [phone]],
    ['the number in from alone', { contact: undefined }, [phone]],
    ['the user id alone', { from: userId, contact: { userId } }, [user]],
    ['the user id in from alone', { from: userId, contact: {} }, [user]],
    ['both, the number first', { from: userId, contact: { userId, phoneNumber: '385991903327' } }, [phone, user]],
  ])('is told by %s', (_, part, from) => {
    expect(eventOf({ ...whatsApp, ...part })).toMatchObject({ from });
  });

  test('nobody is no sender', () => {
    expect(parseBody({ results: [{ ...whatsApp, from: '???', contact: {} }] }).ignored).toEqual([
      'message without a sender',
    ]);
  });

  test('a name as the sender of an SMS is kept as one', () => {
    expect(parseBody({ results: [{ ...sms, from: 'MyBank' }] })).toMatchObject({
      events: [{ from: [{ kind: 'sender', sender: 'MyBank' }] }],
      ignored: [],
    });
  });
});

test('a message of a group is left out', () => {
  const message = { ...whatsApp.message, context: { id: 'wamid.X', groupId: 'G1' } };
  expect(parseBody({ results: [{ ...whatsApp, message }] })).toEqual({ events: [], ignored: ['group message'] });
});

test('a quoted message and the advertisement that somebody came from are told', () => {
  const message = {
    ...whatsApp.message,
    context: { from: '385951006719', id: 'wamid.QUOTED' },
    referral: { sourceType: 'AD', sourceUrl: 'https://ads.example.com/1', headline: 'Printers', body: 'Half price' },
  };
  expect(eventOf({ ...whatsApp, message })).toMatchObject({
    quotes: 'wamid.QUOTED',
    referral: { url: 'https://ads.example.com/1', headline: 'Printers', body: 'Half price' },
  });
});

test.each([
  ['2026-11-20T09:10:00.000+0000', '2026-11-20T09:10:00Z'],
  ['2026-11-20T09:10:00.000-0330', '2026-11-20T12:40:00Z'],
  ['2026-11-20T09:10:00+01:00', '2026-11-20T08:10:00Z'],
  ['2026-11-20T09:10:00.123Z', '2026-11-20T09:10:00.123Z'],
])('the time %s is read', (receivedAt, at) => {
  expect(eventOf({ ...sms, receivedAt })).toMatchObject({ at: Date.parse(at) });
});

test.each(['2026-11-20T09:10:00', 'yesterday', '2026-13-45T09:10:00.000+0000', '', 1_700_000_000_000])(
  'the time %s is none',
  (receivedAt) => {
    expect(eventOf({ ...sms, receivedAt })).not.toHaveProperty('at');
  },
);

test.each([
  ['marketing stop', { from: '1', content: { sender: '1', from: '2', notificationMessagesStatus: 'stop' } }],
  ['notice user_identity_changed', { from: '1', content: { type: 'user_identity_changed', userNumber: '2' } }],
  ['tracking CLICKED', { notificationType: 'CLICKED', url: 'https://example.com' }],
])('left out with its reason: %s', (reason, body) => {
  expect(parseBody(body)).toEqual({ events: [], ignored: [reason] });
});

test('news of a template makes the list of templates old', () => {
  const told = { messageTemplateId: '1', change: { type: 'TEMPLATE_STATUS_UPDATE' } };
  expect(parseBody(told)).toEqual({ events: [], ignored: [], templatesChanged: true });
});

describe('an MMS', () => {
  const link = 'https://examplelink.com/123456';
  const words = { contentType: 'text/plain', value: 'Here is the broken part' };
  const eventsOf = (message: unknown) => parseBody({ results: [{ ...sms, text: undefined, message }] }).events;

  test('is a row with its file and its words', () => {
    expect(eventsOf([{ contentType: 'image/jpeg', url: link }, words])).toMatchObject([
      {
        channel: 'sms',
        providerId: '817',
        from: [phone],
        content: {
          kind: 'media',
          media: { kind: 'image', providerId: link, mimeType: 'image/jpeg' },
          caption: 'Here is the broken part',
        },
      },
    ]);
  });

  test('of several files is a row for each, with its words on the first and without what lays them out', () => {
    const layout = { contentType: 'application/smil', url: `${link}/layout` };
    const files = ['video/3gpp', 'audio/amr', 'text/x-vcard; charset=utf-8'].map((contentType) => ({
      contentType,
      url: link,
    }));
    const events = eventsOf([layout, words, ...files]);
    expect(events.map((event) => event.kind === 'message' && [event.providerId, event.content])).toMatchObject([
      ['817', { media: { kind: 'video' }, caption: 'Here is the broken part' }],
      ['817/1', { media: { kind: 'audio' } }],
      ['817/2', { media: { kind: 'document', mimeType: 'text/x-vcard' } }],
    ]);
  });

  test('of words alone is a text, in the older format as well', () => {
    const text = { content: { kind: 'text', text: 'Here is the broken part' } };
    expect(eventsOf([words])).toMatchObject([text]);
    const part = { ...words, origin: 'text', contentType: 'text/plain; charset=utf-8', contentId: 'content0' };
    expect(eventsOf(JSON.stringify({ mms_parts: [part], subject: null }))).toMatchObject([text]);
  });

  test.each([
    [[]],
    ['no JSON'],
    [7],
    [[null, { contentType: 'image/jpeg' }]],
    [[{ contentType: 'text/plain', value: 5 }]],
  ])('of %j is a row of a kind that cannot be shown', (message) => {
    expect(eventsOf(message)).toMatchObject([{ content: { kind: 'unsupported', description: 'mms' } }]);
  });

  test('names a file of which nobody knows where it lies: the key is not given to it', () => {
    expect(infobipGateway().media?.toRequest({ kind: 'image', providerId: link }, new Date(0))).toBeUndefined();
  });
});

test('2,000 results of one body are all read', () => {
  const results = Array.from({ length: 2_000 }, (_, index) => ({ ...sms, messageId: String(index) }));
  expect(parseBody({ results }).events).toHaveLength(2_000);
});

test('nesting without end neither throws nor costs the message', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const text = JSON.stringify({ results: [whatsApp, sms] });
  const reply = JSON.stringify({ ...whatsApp, message: { type: 'INTERACTIVE_FLOW_REPLY', text: 'Done', response: 0 } });
  const { events } = parseBody(reply.replace('"response":0', `"response":${deep}`));
  expect(events).toMatchObject([{ content: { kind: 'choice', text: 'Done' } }]);
  expect(parseBody(text.replace('"results":[', `"bomb":${deep},"results":[`)).events).toHaveLength(2);
  expect(infobipGateway().parse(withBasic(deep)).events).toEqual([]);
});

test('a body of our own fixture keeps every character', () => {
  expect(parseBody(fixture('batch')).events[0]).toMatchObject({
    content: { kind: 'text', text: 'Pisač + skener & "mreža" ü 😀' },
  });
});

test('a WhatsApp message that does not say that it is one is known by its typed message', () => {
  const { integrationType: _, ...untold } = whatsApp;
  expect(parseBody(untold)).toEqual(parseBody(whatsApp));
});

test('an SMS that only says what follows the keyword says that', () => {
  const { text: _, ...other } = sms;
  expect(eventOf({ ...other, cleanText: 'Printer', keyword: 'HELP' })).toMatchObject({
    content: { kind: 'text', text: 'Printer' },
  });
});

test('an SMS that says nothing is a row all the same', () => {
  const { text: _, ...other } = sms;
  expect(eventOf(other)).toMatchObject({ providerId: '817', content: { kind: 'unsupported', description: 'empty' } });
});
