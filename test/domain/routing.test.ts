import { requestTypeFor } from '../../src/domain/routing';
import type { NumberChannel } from '../../src/domain/settings';

const routed: NumberChannel = {
  channel: 'whatsapp',
  requestTypeId: '10',
  routes: [
    { keyword: 'Invoice', requestTypeId: '12' },
    { keyword: 'new phone', requestTypeId: '13' },
    { keyword: 'invoice', requestTypeId: '14' },
    { keyword: '#1', requestTypeId: '15' },
  ],
};

test.each([
  ['invoice', 'the whole message'],
  ['INVOICE for May, please', 'the first word'],
  ['  Invoice: where is it?', 'the first word before punctuation'],
  ['“Invoice!”', 'the whole message within punctuation'],
  ['Invoice\nof May', 'the first word of the first line'],
])('X16 %j goes by its keyword: it is %s', (text) => {
  expect(requestTypeFor(routed, text)).toBe('12');
});

test.each([
  ['My invoice is missing', 'within the message'],
  ['Invoices', 'as the beginning of a word'],
  ['New phone for Ana', 'of two words, and more follows'],
  ['', 'nowhere'],
])('X16 %j goes to the number’s own request type: a keyword stands %s', (text) => {
  expect(requestTypeFor(routed, text)).toBe('10');
});

test('X16 a keyword of several words is the whole message', () => {
  expect(requestTypeFor(routed, 'New  PHONE.')).toBe('13');
});

test('X16 a keyword may be a sign', () => {
  expect(requestTypeFor(routed, '#1 please')).toBe('15');
});

test('S0-03 X16 without keywords it is the number’s own request type', () => {
  expect(requestTypeFor({ channel: 'sms', requestTypeId: '11' }, 'invoice')).toBe('11');
});
