import type { ProviderEvent } from '../../../src/providers/provider';
import { ana, metaBatch, metaBody, metaGateway, signedByMeta } from './metaCase';

const gateway = metaGateway();
const parse = (value: object, field?: string) => gateway.parse(signedByMeta(metaBody(value, field)));
const text = { id: 'wamid.1', timestamp: '1795165200', type: 'text', text: { body: 'Hello' } };
const only = (events: readonly ProviderEvent[]) => {
  expect(events).toHaveLength(1);
  return events[0]!;
};

test('a text message names its receiver, sender, time and words', () => {
  const contacts = [{ profile: { name: 'Ana Horvat' }, wa_id: '385991903327' }];
  const { events, ignored } = parse({ contacts, messages: [{ ...text, from: '385991903327' }] });
  expect(ignored).toEqual([]);
  expect(only(events)).toEqual({
    kind: 'message',
    receiver: '200000000000001',
    receiverDisplay: '+4930901820',
    channel: 'whatsapp',
    providerId: 'wamid.1',
    from: [{ kind: 'phone', phone: ana }],
    name: 'Ana Horvat',
    content: { kind: 'text', text: 'Hello' },
    at: 1_795_165_200_000,
  });
});

test('people are joined by number and not by their place in the list', () => {
  const { events } = gateway.parse(signedByMeta(metaBatch));
  const names = events.flatMap((event) => (event.kind === 'message' ? [event.name] : []));
  expect(names).toEqual(['Ana Horvat', 'Jonas Weber', 'Ana Horvat']);
});

test('each event of a batch names the number it came to', () => {
  const { events } = gateway.parse(signedByMeta(metaBatch));
  expect(events.map(({ receiver }) => receiver.slice(-1))).toEqual(['1', '1', '1', '1', '2']);
});

describe('who writes', () => {
  const sendersOf = (message: object, contacts: object[] = []) => {
    const event = only(parse({ contacts, messages: [{ ...text, ...message }] }).events);
    return event.kind === 'message' ? event.from : [];
  };
  const phone = { kind: 'phone', phone: ana };
  const user = { kind: 'whatsapp-user', userId: 'HR.123456789012345678' };

  test('a user who hides the number is known by the user id', () => {
    expect(sendersOf({ from_user_id: user.userId })).toEqual([user]);
  });

  test('with both, the phone number comes first', () => {
    expect(sendersOf({ from_user_id: user.userId, from: '385991903327' })).toEqual([phone, user]);
  });

  test('the user id may stand in the list of people only', () => {
    const contacts = [{ wa_id: '385991903327', user_id: user.userId, profile: {} }];
    expect(sendersOf({ from: '385991903327' }, contacts)).toEqual([phone, user]);
  });

  test('the phone number may stand in the list of people only', () => {
    const contacts = [{ wa_id: '385991903327', user_id: user.userId }];
    expect(sendersOf({ from_user_id: user.userId }, contacts)).toEqual([phone, user]);
  });

  test('a number written with its plus sign is the same number', () => {
    expect(sendersOf({ from: '+385991903327' })).toEqual([phone]);
  });

  test('without any sender the message is left out with a reason', () => {
    expect(parse({ messages: [text] })).toEqual({ events: [], ignored: ['message without a sender'] });
  });
});

describe('what it says', () => {
  const contentOf = (message: object) => {
    const event = only(parse({ messages: [{ id: 'wamid.1', from: '385991903327', ...message }] }).events);
    return event.kind === 'message' ? event.content : undefined;
  };
  const file = { id: '900', mime_type: 'audio/ogg; codecs=opus', sha256: 'x' };

  test.each([
    ['image', { type: 'image', image: { ...file, caption: 'Look' } }, { kind: 'image', caption: 'Look' }],
    ['video', { type: 'video', video: file }, { kind: 'video' }],
    [
      'document',
      { type: 'document', document: { ...file, filename: 'a.pdf' } },
      { kind: 'document', fileName: 'a.pdf' },
    ],
    ['voice note', { type: 'audio', audio: { ...file, voice: true } }, { kind: 'voice' }],
    ['audio file', { type: 'audio', audio: { ...file, voice: false } }, { kind: 'audio' }],
    ['sticker', { type: 'sticker', sticker: { ...file, animated: true } }, { kind: 'sticker' }],
  ])('a %s keeps its kind, its id at Meta and its caption', (_, message, { caption, ...media }: Expected) => {
    expect(contentOf(message)).toEqual({
      kind: 'media',
      media: { providerId: '900', mimeType: 'audio/ogg; codecs=opus', ...media },
      ...(caption && { caption }),
    });
  });
  type Expected = { kind: string; caption?: string; fileName?: string };

  test.each([
    [
      'a place',
      { type: 'location', location: { latitude: 45.8, longitude: 15.97, name: 'Office', address: 'Ilica 1' } },
      { kind: 'location', latitude: 45.8, longitude: 15.97, name: 'Office', address: 'Ilica 1' },
    ],
    [
      'a plain pin',
      { type: 'location', location: { latitude: 0, longitude: 0 } },
      { kind: 'location', latitude: 0, longitude: 0 },
    ],
    [
      'contact cards, one without a name',
      {
        type: 'contacts',
        contacts: [
          { name: { formatted_name: 'Mia Lang' }, phones: [{ phone: '+49 30 1' }, { wa_id: '4930' }, {}] },
          { phones: 'none' },
        ],
      },
      {
        kind: 'contacts',
        cards: [
          { name: 'Mia Lang', phones: ['+49 30 1', '4930'] },
          { name: '', phones: [] },
        ],
      },
    ],
    [
      'a tap on a button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'b1', title: 'Yes' } } },
      { kind: 'choice', text: 'Yes', payload: 'b1' },
    ],
    [
      'a tap on a list row',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Express' } } },
      { kind: 'choice', text: 'Express', payload: 'r1' },
    ],
    [
      'a filled-in flow',
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { body: 'Sent', response_json: '{"a":1}' } },
      },
      { kind: 'choice', text: 'Sent', payload: '{"a":1}' },
    ],
    [
      'a quick reply of a template',
      { type: 'button', button: { text: 'Stop', payload: 'p' } },
      { kind: 'choice', text: 'Stop', payload: 'p' },
    ],
    [
      'a reaction',
      { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍' } },
      { kind: 'reaction', target: 'wamid.0', emoji: '👍' },
    ],
    [
      'a reaction taken back, with an empty emoji',
      { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '' } },
      { kind: 'reaction', target: 'wamid.0' },
    ],
    [
      'a reaction taken back, without an emoji',
      { type: 'reaction', reaction: { message_id: 'wamid.0' } },
      { kind: 'reaction', target: 'wamid.0' },
    ],
    [
      'an edit of a text',
      { type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'Hi' } } } },
      { kind: 'edit', target: 'wamid.0', text: 'Hi' },
    ],
    [
      'an edit of a caption',
      { type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'image', image: { caption: 'New' } } } },
      { kind: 'edit', target: 'wamid.0', text: 'New' },
    ],
    [
      'a deletion',
      { type: 'revoke', revoke: { original_message_id: 'wamid.0' } },
      { kind: 'deletion', target: 'wamid.0' },
    ],
  ])('%s is read', (_, message, content) => {
    expect(contentOf(message)).toEqual(content);
  });

  test.each([
    ['a kind nobody knows', { type: 'hologram', hologram: {} }, 'hologram'],
    ['a message without a type', {}, 'unknown'],
    ['a text of another shape', { type: 'text', text: 'Hello' }, 'text'],
    ['an interactive message without its body', { type: 'interactive' }, 'interactive'],
    ['a kind Meta cannot pass on', { type: 'unsupported', unsupported: { type: 'poll_creation' } }, 'poll_creation'],
    ['a message Meta lost', { type: 'unsupported', errors: [{ code: 131060 }] }, 'unavailable'],
    ['a kind with a name that is no word', { type: 'see <script>' }, 'unknown'],
  ])('%s is kept as unsupported', (_, message, description) => {
    expect(contentOf(message)).toEqual({ kind: 'unsupported', description });
  });
});

test('the message that is quoted is named; a forwarded one quotes nothing', () => {
  const from = '385991903327';
  const { events } = parse({
    messages: [
      { ...text, from, context: { from: '4930901820', id: 'wamid.0' } },
      { ...text, from, context: { forwarded: true } },
    ],
  });
  expect(events.map((event) => event.kind === 'message' && event.quotes)).toEqual(['wamid.0', undefined]);
});

test('one odd message costs only itself', () => {
  const { events, ignored } = parse({ messages: [null, { ...text, from: '385991903327' }, { type: 'text' }] });
  expect(events).toHaveLength(1);
  expect(ignored).toEqual(['unreadable message', 'unreadable message']);
});

test.each([
  [
    'a message in a group',
    { messages: [{ ...text, from: '385991903327', group_id: 'G' }] },
    'messages',
    'group message',
  ],
  [
    'a change of number',
    { messages: [{ ...text, type: 'system', from: '385991903327' }] },
    'messages',
    'system message',
  ],
  [
    'what an employee wrote in the phone app',
    { message_echoes: [text] },
    'smb_message_echoes',
    'field smb_message_echoes',
  ],
  ['the news of a template', {}, 'message_template_status_update', 'field message_template_status_update'],
  ['a marketing preference', { user_preferences: [{}] }, 'user_preferences', 'field user_preferences'],
  [
    'an error of the account',
    { errors: [{ code: 130429, title: 'Rate limit hit' }] },
    'messages',
    'account error 130429',
  ],
])('%s is left out with its reason', (...[, value, field, reason]) => {
  expect(parse(value, field)).toEqual({ events: [], ignored: [reason] });
});

test('a body about something else than WhatsApp is left out', () => {
  expect(gateway.parse(signedByMeta('{"object":"page","entry":[]}')).ignored).toEqual(['object page']);
});
