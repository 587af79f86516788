import type { Content } from '../../../src/domain/content';
import { messageText } from '../../../src/domain/text/messageText';

const media = { kind: 'image', providerId: 'm1' } as const;

test.each<[Content, string]>([
  [{ kind: 'text', text: 'Hello *you*' }, 'Hello *you*'],
  [{ kind: 'text', text: ' \n ' }, '(no text)'],
  [{ kind: 'text', text: '\u0000\uD800' }, '(no text)'],
  [{ kind: 'media', media, caption: 'The label' }, 'Photo: The label'],
  [{ kind: 'media', media, caption: ' ' }, 'Photo'],
  [{ kind: 'media', media: { kind: 'voice', providerId: 'v1' } }, 'Voice note'],
  [
    { kind: 'media', media: { kind: 'document', providerId: 'd1', fileName: 'invoice.pdf' }, caption: 'Here' },
    'Document invoice.pdf: Here',
  ],
  [
    { kind: 'location', latitude: 45.8, longitude: -15.97, name: 'Office', address: '1 Main Street' },
    'Location: Office, 1 Main Street\nhttps://www.google.com/maps/search/?api=1&query=45.8,-15.97',
  ],
  [{ kind: 'location', latitude: 0, longitude: 0 }, 'Location\nhttps://www.google.com/maps/search/?api=1&query=0,0'],
  [
    {
      kind: 'contacts',
      cards: [
        { name: 'Ivo', phones: ['+385911234567', '+385921234567'] },
        { name: 'Eva', phones: [] },
      ],
      more: 3,
    },
    'Contact\nIvo: +385911234567, +385921234567\nEva\n… and 3 more',
  ],
  [
    {
      kind: 'order',
      text: 'By Friday?',
      items: [
        { product: 'toner-1', quantity: '2', price: '30', currency: 'EUR' },
        { product: 'drum-7', price: '9.5' },
        { product: 'paper' },
      ],
      more: 4,
    },
    'Order: By Friday?\n2 × toner-1 (30 EUR each)\ndrum-7 (9.5 each)\npaper\n… and 4 more',
  ],
  [{ kind: 'order', items: [{ product: 'paper', quantity: '1' }] }, 'Order\n1 × paper'],
  [{ kind: 'choice', text: 'Yes, please', payload: 'yes' }, 'Yes, please'],
  [{ kind: 'reaction', target: 'w1', emoji: '👍' }, 'Reacted with 👍'],
  [{ kind: 'reaction', target: 'w1' }, 'Took a reaction back'],
  [{ kind: 'edit', target: 'w1', text: 'Hello you' }, 'Edited message: Hello you'],
  [{ kind: 'deletion', target: 'w1' }, 'Deleted a message'],
  [{ kind: 'unsupported', description: 'poll' }, 'Unsupported message (poll)'],
])('%j reads as %j', (content, text) => {
  expect(messageText(content)).toBe(text);
});
