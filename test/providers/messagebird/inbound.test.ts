import {
  ana,
  CHANNEL,
  conversationsBody,
  messagebirdGateway,
  parseForm,
  parseJsonBody,
  signedByMessageBird,
} from './messagebirdCase';
import { ADDRESS } from '../webhookRequest';

const phone = { kind: 'phone', phone: ana };
const form = {
  id: '1234567890abcdef1234567890abcdef',
  recipient: '31970010240126',
  originator: '385991903327',
  body: 'Pisač + skener & "mreža" ü 😀',
  createdDatetime: '2026-11-20T11:02:59+01:00',
  reference: '',
};

describe('SMS', () => {
  const sms = {
    kind: 'message',
    receiver: '+31970010240126',
    receiverDisplay: '+31970010240126',
    channel: 'sms',
    providerId: form.id,
    from: [phone],
    content: { kind: 'text', text: form.body },
    at: Date.parse('2026-11-20T10:02:59Z'),
  };

  test('an SMS names its receiver, sender, words and time', () => {
    expect(parseForm(form)).toEqual({ events: [sms], ignored: [] });
  });

  test('the same comes as JSON or by GET from a flow', () => {
    expect(parseJsonBody({ ...form, segments: 1 }).events).toEqual([sms]);
    const url = `${ADDRESS}?${new URLSearchParams(form).toString()}`;
    expect(messagebirdGateway().parse(signedByMessageBird({ method: 'GET', url })).events).toEqual([sms]);
  });

  test('one to a short code names the code as it is, and no time because its zone is unknown', () => {
    const short = {
      mid: '123456789',
      shortcode: '1008',
      message: 'JOIN demo',
      originator: '385991903327',
      receive_datetime: '20261120100259',
    };
    expect(parseForm(short).events).toEqual([
      {
        kind: 'message',
        receiver: '1008',
        receiverDisplay: '1008',
        channel: 'sms',
        providerId: '123456789',
        from: [phone],
        content: { kind: 'text', text: 'JOIN demo' },
      },
    ]);
  });

  test.each([
    ['an impossible time', { createdDatetime: '2026-13-40T99:00:00Z' }],
    ['no time', { createdDatetime: '' }],
  ])('%s is none', (_, more) => {
    expect(parseForm({ ...form, ...more }).events[0]).not.toHaveProperty('at');
  });

  test('one without words is a row that says so', () => {
    expect(parseForm({ ...form, body: '', type: 'binary' }).events).toMatchObject([
      { content: { kind: 'unsupported', description: 'binary' } },
    ]);
  });

  test.each([
    ['a sender that is a name', { originator: 'TestName' }, 'sender without a number'],
    ['a sender of sixteen digits', { originator: '3859919033271234' }, 'sender without a number'],
    ['no receiver', { recipient: '' }, 'unknown event'],
    ['no id', { id: '' }, 'unknown event'],
  ])('one with %s is left out', (_, more, reason) => {
    expect(parseForm({ ...form, ...more })).toEqual({ events: [], ignored: [reason] });
  });
});

describe('WhatsApp', () => {
  const contentOf = (type: string, content: object) => {
    const [event] = parseJsonBody(conversationsBody({ type, content })).events;
    return event?.kind === 'message' ? event.content : undefined;
  };

  test('a message names its channel, sender, name, words and time', () => {
    expect(parseJsonBody(conversationsBody())).toEqual({
      events: [
        {
          kind: 'message',
          receiver: CHANNEL,
          receiverDisplay: '+31970010240126',
          channel: 'whatsapp',
          providerId: 'm1',
          from: [phone],
          name: 'Ana Horvat',
          content: { kind: 'text', text: 'The printer is on fire' },
          at: Date.parse('2026-11-20T09:59:30Z'),
        },
      ],
      ignored: [],
    });
  });

  test.each([
    ['image', { url: 'https://media.messagebird.com/1', caption: 'Look' }, { kind: 'image' }, 'Look'],
    ['video', { url: 'https://media.messagebird.com/1', caption: 'Look' }, { kind: 'video' }, 'Look'],
    ['audio', { url: 'https://media.messagebird.com/1' }, { kind: 'audio' }, undefined],
    [
      'file',
      { url: 'https://media.messagebird.com/1', caption: 'r.pdf' },
      { kind: 'document', fileName: 'r.pdf' },
      undefined,
    ],
    ['file', { url: 'https://media.messagebird.com/1', caption: 'My receipt' }, { kind: 'document' }, 'My receipt'],
    ['whatsappSticker', { link: 'https://media.messagebird.com/1' }, { kind: 'sticker' }, undefined],
  ])('the file of a message of the type %s has its kind and its texts: %j', (type, part, media, caption) => {
    expect(contentOf(type, { [type]: part })).toEqual({
      kind: 'media',
      media: { ...media, providerId: 'https://media.messagebird.com/1' },
      ...(caption && { caption }),
    });
  });

  test('a place is a place', () => {
    expect(contentOf('location', { location: { latitude: 52.379112, longitude: 4.900384 } })).toEqual({
      kind: 'location',
      latitude: 52.379112,
      longitude: 4.900384,
    });
  });

  test.each([
    ['interactive', { type: 'button_reply', reply: { id: 'cancel', text: 'Cancel' } }, 'cancel'],
    ['interactive', { type: 'list_reply', reply: { id: 'row-1', text: 'Cancel', description: 'x' } }, 'row-1'],
    ['button', { text: 'Cancel', payload: 'quick' }, 'quick'],
  ])('a tap of the type %s is a choice', (type, part, payload) => {
    expect(contentOf(type, { [type]: part })).toEqual({ kind: 'choice', text: 'Cancel', payload });
  });

  test('a reply from an advertisement tells what it quotes and where it comes from', () => {
    const whatsappText = {
      text: { body: 'Is it still there?' },
      context: { id: 'wamid.1', from: '31970010240126' },
      referral: { source_url: 'https://fb.me/1', headline: 'Printers', body: 'Half price', source_type: 'ad' },
    };
    expect(parseJsonBody(conversationsBody({ type: 'whatsappText', content: { whatsappText } })).events).toMatchObject([
      {
        content: { kind: 'text', text: 'Is it still there?' },
        quotes: 'wamid.1',
        referral: { url: 'https://fb.me/1', headline: 'Printers', body: 'Half price' },
      },
    ]);
  });

  test.each([
    ['whatsappOrder', { kind: 'unsupported', description: 'whatsappOrder' }],
    ['reaction', { kind: 'unsupported', description: 'reaction', aboutAnother: true }],
    ['something new!', { kind: 'unsupported', description: 'unknown' }],
    ['image', { kind: 'unsupported', description: 'image' }],
  ])('the type %s, unknown or of another shape, is a row that says so', (type, content) => {
    expect(contentOf(type, { [type]: 17 })).toEqual(content);
  });

  test('a message that the customer deleted is a deletion, as often as it is told', () => {
    const body = conversationsBody({ status: 'deleted' }, { type: 'message.updated' });
    expect(parseJsonBody(body).events).toMatchObject([
      {
        providerId: 'm1/deleted',
        content: { kind: 'deletion', target: 'm1' },
        at: Date.parse('2026-11-20T09:59:31.5Z'),
      },
    ]);
  });

  test('a file on its way is waited for: it comes again, updated', () => {
    const image = { type: 'image', content: { image: { url: 'https://media.messagebird.com/1' } } };
    const first = parseJsonBody(conversationsBody({ ...image, status: 'pending_media' }));
    const second = parseJsonBody(conversationsBody(image, { type: 'message.updated' }));
    expect(first).toEqual({ events: [], ignored: ['media on its way'] });
    expect(second.events).toMatchObject([{ providerId: 'm1', content: { media: { kind: 'image' } } }]);
  });

  test.each([
    ['the name of the profile', { displayName: ' Ana H. ' }, 'Ana H.'],
    ['the names apart', { firstName: 'Ana', lastName: 'Horvat' }, 'Ana Horvat'],
    ['the names apart where the name is the number', { displayName: '385991903327', firstName: 'Ana' }, 'Ana'],
    ['no name where it is the number', { displayName: '+385 991903327' }, undefined],
  ])('%s is the name of the customer', (_, contact, name) => {
    const [event] = parseJsonBody(conversationsBody({}, { contact: { msisdn: 385991903327, ...contact } })).events;
    expect(event?.kind === 'message' && event.name).toBe(name);
  });

  test.each([
    ['the number of the message, not that of the contact', '+385991903327', 49301234567, [phone]],
    ['the number of the contact where the message has none', undefined, 385991903327, [phone]],
    ['the number without a plus sign', '385991903327', undefined, [phone]],
    [
      'a user id alone',
      'HR.123456789012345678',
      undefined,
      [{ kind: 'whatsapp-user', userId: 'HR.123456789012345678' }],
    ],
    [
      'both, phone first',
      'HR.123456789012345678',
      385991903327,
      [phone, { kind: 'whatsapp-user', userId: 'HR.123456789012345678' }],
    ],
  ])('the customer is known by %s', (_, from, msisdn, addresses) => {
    const [event] = parseJsonBody(conversationsBody({ from }, { contact: { msisdn } })).events;
    expect(event).toMatchObject({ from: addresses });
  });

  test('what staff write in the Inbox is an echo', () => {
    const sent = {
      direction: 'sent',
      status: 'accepted',
      from: CHANNEL,
      to: '+385991903327',
      source: { agentId: 'a1' },
    };
    expect(parseJsonBody(conversationsBody(sent)).events).toEqual([
      {
        kind: 'echo',
        receiver: CHANNEL,
        channel: 'whatsapp',
        providerId: 'm1',
        to: [phone],
        content: { kind: 'text', text: 'The printer is on fire' },
        at: Date.parse('2026-11-20T09:59:30Z'),
      },
    ]);
  });

  test('what OmniChat itself sent is no echo but a report about it', () => {
    const sent = { direction: 'sent', status: 'accepted', to: '+385991903327', source: { omnichat: 'key-1' } };
    expect(parseJsonBody(conversationsBody(sent)).events).toMatchObject([{ kind: 'report', key: 'key-1' }]);
  });

  test('S0-19 a conversation that is archived at MessageBird is closed', () => {
    const conversation = {
      status: 'archived',
      lastUsedChannelId: CHANNEL,
      updatedDatetime: '2026-11-20T09:59:00Z',
    };
    const { contact } = conversationsBody();
    expect(parseJsonBody({ type: 'conversation.updated', contact, conversation }).events).toEqual([
      { kind: 'closed', receiver: CHANNEL, channel: 'whatsapp', from: [phone], at: Date.parse('2026-11-20T09:59:00Z') },
    ]);
  });

  const { contact, conversation } = conversationsBody();
  test.each([
    [
      'a conversation that goes on',
      { type: 'conversation.updated', contact, conversation },
      'event conversation.updated',
    ],
    ['a new conversation', { type: 'conversation.created', contact, conversation }, 'event conversation.created'],
    [
      'an archived conversation of nobody',
      { type: 'conversation.updated', contact: {}, conversation: { ...conversation, status: 'archived' } },
      'conversation without a contact',
    ],
    ['a message of Telegram', conversationsBody({ platform: 'telegram' }), 'platform telegram'],
    ['an SMS, which has a webhook of its own', conversationsBody({ platform: 'sms' }), 'platform sms'],
    ['an event', conversationsBody({ type: 'event' }), 'event message'],
    ['a message that was read', conversationsBody({ status: 'read' }, { type: 'message.updated' }), 'update read'],
    ['a message of nobody', conversationsBody({ from: 'Ana' }, { contact: {} }), 'message without a sender'],
    ['a list', [conversationsBody()], 'unreadable body'],
  ])('%s is left out with its reason', (_, body, reason) => {
    expect(parseJsonBody(body)).toEqual({ events: [], ignored: [reason] });
  });

  test('JSON a hundred thousand lists deep is left out', () => {
    const body = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(messagebirdGateway().parse(signedByMessageBird({ body })).events).toEqual([]);
  });
});
