import { messageView } from '../../src/app/messageView';
import type { Content } from '../../src/domain/content';
import { anInbound, anOutbound, NOW } from '../support/builders';

const answer = anOutbound({ sequence: 1, providerId: 'wamid.answer' });
const saying = (content: Content) => anInbound({ sequence: 2, content });

test.each<Content>([
  { kind: 'reaction', target: 'wamid.answer', emoji: '👍' },
  { kind: 'edit', target: 'wamid.answer', text: 'Better so' },
  { kind: 'deletion', target: 'wamid.answer' },
])('a $kind names the message of the page that it speaks about', (content) => {
  const message = saying(content);
  expect(messageView(message, [answer, message], NOW).about).toBe(answer.key);
});

test('what speaks about a message of another page names none', () => {
  const message = saying({ kind: 'deletion', target: 'wamid.long-ago' });
  expect(messageView(message, [answer, message], NOW)).not.toHaveProperty('about');
});

test('a message that speaks for itself names none', () => {
  const message = saying({ kind: 'text', text: 'Hello' });
  expect(messageView(message, [answer, message], NOW)).not.toHaveProperty('about');
});

test.each([
  [
    { headline: 'Printers', body: 'Buy one', url: 'https://example.com/ad' },
    { text: 'Printers', url: 'https://example.com/ad' },
  ],
  [{ body: 'Buy one' }, { text: 'Buy one' }],
  [{ url: 'javascript:alert(1)' }, {}],
])('a message that came from %j says so, and only an address of the web is a link', (referral, view) => {
  const message = anInbound({ sequence: 2, referral });
  expect(messageView(message, [message], NOW).referral).toEqual(view);
});

test('what is quoted is told from the row itself, else from the page, a file by its kind', () => {
  const photo = anInbound({
    sequence: 1,
    providerId: 'wamid.photo',
    content: { kind: 'media', media: { kind: 'image', providerId: 'm', mimeType: 'image/png' } },
  });
  const reply = anOutbound({ sequence: 2, quotes: 'wamid.photo' });
  expect(messageView(reply, [photo, reply], NOW).quoted).toBe('Photo');
  expect(messageView(reply, [reply], NOW)).not.toHaveProperty('quoted');
  expect(messageView({ ...reply, quotedText: 'A photo' }, [reply], NOW).quoted).toBe('A photo');
});

test.each([
  [
    { detail: 'Recipient is not a valid WhatsApp user', code: '131026' },
    'Recipient is not a valid WhatsApp user (131026)',
  ],
  [{ detail: 'No such phone' }, 'No such phone'],
  [{ code: '30006' }, '(30006)'],
  [{}, undefined],
])('of what a provider refused with %j its own words and its code are told', (words, detail) => {
  const delivery = { status: 'failed', history: [], failure: { reason: 'unreachable', ...words } } as const;
  const message = anOutbound({ delivery });
  expect(messageView(message, [message], NOW).delivery).toEqual({
    status: 'failed',
    at: new Date(0).toISOString(),
    reason: 'unreachable',
    ...(detail !== undefined && { detail }),
  });
});
