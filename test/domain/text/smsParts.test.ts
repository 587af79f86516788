import { smsParts } from '../../../src/domain/text/smsParts';

test.each([
  ['one part', 'a'.repeat(160), { parts: 1, encoding: 'GSM-7' }],
  ['one character more is two parts', 'a'.repeat(161), { parts: 2, encoding: 'GSM-7' }],
  ['the euro sign counts twice', '€'.repeat(81), { parts: 2, encoding: 'GSM-7' }],
  ['one emoji makes every character dear', `${'a'.repeat(69)}😀`, { parts: 2, encoding: 'UCS-2' }],
])('%s', (_, text, expected) => {
  expect(smsParts(text)).toEqual(expected);
});
