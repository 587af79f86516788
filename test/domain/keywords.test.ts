import { bareKeyword } from '../../src/domain/keywords';

const said = (text: string) => bareKeyword({ kind: 'text', text });

test.each([
  ['STOP', 'stop'],
  [' stop. ', 'stop'],
  ['Unsubscribe!', 'stop'],
  ['StopAll', 'stop'],
  ['start', 'start'],
  ['UNSTOP', 'start'],
  ['Help', 'help'],
])('%j alone is the keyword %s', (text, keyword) => {
  expect(said(text)).toBe(keyword);
});

test.each(['please stop', 'stop it now', '', 'yes', 'end', 'cancel', 'info', 'stop?'])('%j is a message', (text) => {
  expect(said(text)).toBeUndefined();
});

test('an ambiguous word is a keyword where the provider itself says so', () => {
  expect(bareKeyword({ kind: 'text', text: 'yes' }, 'start')).toBe('start');
});

test('a caption and the label of a button are no keywords', () => {
  expect(bareKeyword({ kind: 'choice', text: 'Stop' })).toBeUndefined();
  expect(bareKeyword({ kind: 'media', media: { kind: 'image', providerId: '1' }, caption: 'stop' })).toBeUndefined();
});
