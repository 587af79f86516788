import { metaBody, metaGateway, signedByMeta } from './metaCase';

const contentOf = (message: object) => {
  const messages = [{ id: 'wamid.1', from: '385991903327', ...message }];
  const [event] = metaGateway().parse(signedByMeta(metaBody({ messages }))).events;
  return event?.kind === 'message' ? event.content : undefined;
};
const file = { id: '900', mime_type: 'audio/ogg; codecs=opus', sha256: 'x' };

test.each([
  ['image', { type: 'image', image: { ...file, caption: 'Look' } }, { kind: 'image', caption: 'Look' }],
  ['video', { type: 'video', video: file }, { kind: 'video' }],
  ['document', { type: 'document', document: { ...file, filename: 'a.pdf' } }, { kind: 'document', fileName: 'a.pdf' }],
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
