import { isSmallTalk } from '../../../src/domain/text/smallTalk';

const said = (text: string) => isSmallTalk({ kind: 'text', text });

test.each([
  'Thanks!',
  'thank you so much 🙏',
  'OK',
  '👍🏽',
  'Vielen lieben Dank!',
  'Merci beaucoup',
  'Hvala puno :)',
  'Muchas gracias',
  '❤️',
])('%s is small talk', (text) => {
  expect(said(text)).toBe(true);
});

test.each([
  'Thanks, but it is still broken',
  'Thanks?',
  'ok 42',
  'good',
  'no thanks to the printer',
  '',
  '  ',
  'thanks thanks thanks thanks thanks thanks thanks',
  '...',
])('%j is something to answer', (text) => {
  expect(said(text)).toBe(false);
});

test('a photo with thanks below is no small talk: there is something to see', () => {
  expect(isSmallTalk({ kind: 'media', media: { kind: 'image', providerId: '1' }, caption: 'Thanks' })).toBe(false);
});
