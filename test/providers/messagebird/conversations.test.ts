import {
  ana,
  CHANNEL,
  conversationsBody,
  messagebirdGateway,
  parseJsonBody,
  signedByMessageBird,
} from './messagebirdCase';

const phone = { kind: 'phone', phone: ana };

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
  ['a user id alone', 'HR.123456789012345678', undefined, [{ kind: 'whatsapp-user', userId: 'HR.123456789012345678' }]],
  [
    'both, phone first',
    'HR.123456789012345678',
    385991903327,
    [phone, { kind: 'whatsapp-user', userId: 'HR.123456789012345678' }],
  ],
])('the customer is known by %s', (...[, from, msisdn, addresses]) => {
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
  [
    "a message of MessageBird's sandbox",
    conversationsBody({ platform: 'whatsapp_sandbox' }),
    'platform whatsapp_sandbox',
  ],
  [
    "a report of MessageBird's sandbox",
    conversationsBody({ platform: 'whatsapp_sandbox', direction: 'sent', status: 'read' }, { type: 'message.updated' }),
    'platform whatsapp_sandbox',
  ],
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
