import { parseBody } from './infobipCase';

const contentOf = (message: object) => {
  const [event] = parseBody({
    from: '385991903327',
    to: '1',
    integrationType: 'WHATSAPP',
    messageId: 'm',
    message,
  }).events;
  return event?.kind === 'message' ? event.content : undefined;
};
const url = 'https://xyz123.api.infobip.com/whatsapp/1/senders/385951006719/media/f1b96d31';

test.each(['image', 'video', 'audio', 'voice', 'sticker'])('%s: a file by its address, with its caption', (kind) => {
  expect(contentOf({ type: kind.toUpperCase(), url, caption: 'Look' })).toEqual({
    kind: 'media',
    media: { kind, providerId: url },
    caption: 'Look',
  });
});

test("a document's caption is its file name only where it looks like one", () => {
  expect(contentOf({ type: 'DOCUMENT', url, caption: 'invoice 7.pdf' })).toEqual({
    kind: 'media',
    media: { kind: 'document', providerId: url, fileName: 'invoice 7.pdf' },
  });
  for (const caption of ['Please sign this', '../../etc/passwd.txt', 'two\nlines.pdf'])
    expect(contentOf({ type: 'DOCUMENT', url, caption })).toEqual({
      kind: 'media',
      media: { kind: 'document', providerId: url },
      caption,
    });
});

test.each([
  [
    {
      type: 'LOCATION',
      latitude: 40.7,
      longitude: -73.9,
      name: 'Tower',
      address: '5th Ave',
      url: 'https://example.com',
    },
    { kind: 'location', latitude: 40.7, longitude: -73.9, name: 'Tower', address: '5th Ave' },
  ],
  [
    { type: 'LOCATION', latitude: 0, longitude: 0 },
    { kind: 'location', latitude: 0, longitude: 0 },
  ],
  [
    {
      type: 'CONTACT',
      contacts: [
        {
          name: { formattedName: 'Jonas Weber' },
          phones: [{ phone: '+49 151 1', waId: '491511' }, { waId: '492' }, 'odd'],
        },
        'odd',
      ],
    },
    {
      kind: 'contacts',
      cards: [
        { name: 'Jonas Weber', phones: ['+49 151 1', '492'] },
        { name: '', phones: [] },
      ],
    },
  ],
  [
    { type: 'BUTTON', text: 'Yes', payload: 'yes-1' },
    { kind: 'choice', text: 'Yes', payload: 'yes-1' },
  ],
  [
    { type: 'INTERACTIVE_BUTTON_REPLY', id: 'b', title: 'Cancel' },
    { kind: 'choice', text: 'Cancel', payload: 'b' },
  ],
  [
    { type: 'INTERACTIVE_LIST_REPLY', id: 'l', title: 'Express', description: 'By tomorrow' },
    { kind: 'choice', text: 'Express', payload: 'l' },
  ],
  [
    { type: 'INTERACTIVE_FLOW_REPLY', text: 'Sent', response: { floor: '3' } },
    { kind: 'choice', text: 'Sent', payload: '{"floor":"3"}' },
  ],
  [
    { type: 'REACTION', emoji: '🤓', action: 'ADDED', context: { id: 'wamid.X' } },
    { kind: 'reaction', target: 'wamid.X', emoji: '🤓' },
  ],
  [
    { type: 'REACTION', emoji: '🤓', action: 'REMOVED', context: { id: 'wamid.X' } },
    { kind: 'reaction', target: 'wamid.X' },
  ],
  [
    { type: 'REACTION', action: 'REMOVED', context: { id: 'wamid.X' } },
    { kind: 'reaction', target: 'wamid.X' },
  ],
])('%j', (message, content) => {
  expect(contentOf(message)).toEqual(content);
});

test('a reaction quotes nothing', () => {
  const message = { type: 'REACTION', emoji: '👍', context: { id: 'wamid.X' } };
  const { events } = parseBody({ from: '385991903327', to: '1', integrationType: 'WHATSAPP', messageId: 'm', message });
  expect(events[0]).not.toHaveProperty('quotes');
});

test.each([
  ['an order that tells nothing', { type: 'ORDER', productItems: [17] }, 'order'],
  ['a file that Infobip took away', { type: 'INFECTED_CONTENT', malware: 'found' }, 'infected content'],
  ['an answer that is no message', { type: 'INTERACTIVE_CALL_PERMISSION_REPLY' }, 'call permission reply'],
  ['a kind that Infobip itself does not know', { type: 'UNSUPPORTED' }, 'unknown'],
  ['a kind nobody knows yet', { type: 'HOLOGRAM' }, 'hologram'],
  ['a kind with words in it', { type: 'see my secret' }, 'unknown'],
  ['no kind', {}, 'unknown'],
  ['a kind of another shape', { type: 'IMAGE', link: 'https://example.com' }, 'image'],
])('%s is a row', (_, message, description) => {
  expect(contentOf(message)).toEqual({ kind: 'unsupported', description });
});

test('a reaction to a message that is not told opens no request', () => {
  const content = { kind: 'unsupported', description: 'reaction', aboutAnother: true };
  expect(contentOf({ type: 'REACTION', emoji: '🤓', action: 'ADDED' })).toEqual(content);
});
