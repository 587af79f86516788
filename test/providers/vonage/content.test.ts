import { parseJsonBody, whatsAppFromAna } from './vonageCase';

function contentOf(part: object) {
  const [event] = parseJsonBody({ ...whatsAppFromAna, ...part }).events;
  return event?.kind === 'message' ? event.content : undefined;
}
const url = 'https://api-eu.nexmo.com/v3/media/1b456509-974c-458b-aafa-45fc48a4d976';
const context = { message_uuid: 'u-0', message_from: '4930901820' };

test.each([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['file', 'document'],
  ['sticker', 'sticker'],
  ['vcard', 'document'],
])('%s is a file of the kind %s, fetched by its address', (type, kind) => {
  const content = contentOf({ message_type: type, [type]: { url } });
  expect(content).toEqual({ kind: 'media', media: { kind, providerId: url } });
});

test('a file keeps its name and its words', () => {
  const file = { url, name: 'a.pdf', caption: 'Look' };
  expect(contentOf({ message_type: 'file', file })).toEqual({
    kind: 'media',
    media: { kind: 'document', providerId: url, fileName: 'a.pdf' },
    caption: 'Look',
  });
});

test('a place is read from lat and long', () => {
  const place = { kind: 'location', latitude: 0, longitude: -7.5 };
  expect(contentOf({ message_type: 'location', location: { lat: 0, long: -7.5 } })).toEqual(place);
  const named = { lat: 0, long: -7.5, name: 'Pier', address: 'Harbour 1' };
  expect(contentOf({ message_type: 'location', location: named })).toEqual({
    ...place,
    name: 'Pier',
    address: 'Harbour 1',
  });
});

test('contact cards keep names and numbers; an odd one costs only itself', () => {
  const contacts = [{ name: { formatted_name: 'Jo' }, phones: [{ phone: '+1 2' }, { wa_id: '34' }, {}] }, 'odd'];
  expect(contentOf({ message_type: 'contact', contact: { contacts } })).toEqual({
    kind: 'contacts',
    cards: [
      { name: 'Jo', phones: ['+1 2', '34'] },
      { name: '', phones: [] },
    ],
  });
});

test('a tap on a button or a row of a list is its label, with what is behind it', () => {
  const button = { text: 'Yes', payload: 'yes-1' };
  expect(contentOf({ message_type: 'button', button })).toEqual({ kind: 'choice', text: 'Yes', payload: 'yes-1' });
  const reply = { id: 'row1', title: '9am', description: 'Early' };
  expect(contentOf({ message_type: 'reply', reply })).toEqual({ kind: 'choice', text: '9am', payload: 'row1' });
  expect(contentOf({ message_type: 'reply', reply: { title: '9am' } })).toEqual({ kind: 'choice', text: '9am' });
});

test('a reaction is set and taken back', () => {
  const react = { message_type: 'reaction', context };
  const set = { kind: 'reaction', target: 'u-0', emoji: '👍' };
  expect(contentOf({ ...react, reaction: { action: 'react', emoji: '👍' } })).toEqual(set);
  const removed = { kind: 'reaction', target: 'u-0' };
  expect(contentOf({ ...react, reaction: { action: 'unreact' } })).toEqual(removed);
  expect(contentOf({ ...react, reaction: { action: 'unreact', emoji: '👍' } })).toEqual(removed);
  expect(contentOf({ ...react, reaction: { action: 'react', emoji: '' } })).toEqual(removed);
});

test('a reaction to a message that is not told opens no request', () => {
  const content = contentOf({ message_type: 'reaction', reaction: { action: 'react', emoji: '👍' } });
  expect(content).toEqual({ kind: 'unsupported', description: 'reaction', aboutAnother: true });
});

test.each([
  ['order', 'order'],
  ['custom', 'custom'],
  ['unsupported', 'unknown'],
  ['hologram', 'hologram'],
  ['<script>', 'unknown'],
])('the kind %s is a row of its own', (type, description) => {
  expect(contentOf({ message_type: type, [type]: { a: 1 } })).toEqual({ kind: 'unsupported', description });
});

test.each(['text', 'image', 'location', 'contact', 'button', 'reply'])(
  'the kind %s without its part is a row of its own, never lost',
  (type) => {
    expect(contentOf({ message_type: type })).toEqual({ kind: 'unsupported', description: type });
  },
);
