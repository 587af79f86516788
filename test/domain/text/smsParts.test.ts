import { smsParts } from '../../../src/domain/text/smsParts';

test.each([
  ['one part', 'a'.repeat(160), { parts: 1, encoding: 'GSM-7' }],
  ['one character more is two parts', 'a'.repeat(161), { parts: 2, encoding: 'GSM-7' }],
  ['a part of several holds 153', 'a'.repeat(3 * 153), { parts: 3, encoding: 'GSM-7' }],
  ['and one more makes another', 'a'.repeat(3 * 153 + 1), { parts: 4, encoding: 'GSM-7' }],
  ['one part in Cyrillic', 'ж'.repeat(70), { parts: 1, encoding: 'UCS-2' }],
  ['one Cyrillic letter more is two parts', 'ж'.repeat(71), { parts: 2, encoding: 'UCS-2' }],
  ['a Cyrillic part of several holds 67', 'ж'.repeat(3 * 67), { parts: 3, encoding: 'UCS-2' }],
  ['and one letter more makes another', 'ж'.repeat(3 * 67 + 1), { parts: 4, encoding: 'UCS-2' }],
  ['no emoji is cut in two between parts', 'ж'.repeat(66) + '😀'.repeat(34), { parts: 3, encoding: 'UCS-2' }],
  ['the euro sign counts twice', '€'.repeat(81), { parts: 2, encoding: 'GSM-7' }],
  ['one emoji makes every character dear', `${'a'.repeat(69)}😀`, { parts: 2, encoding: 'UCS-2' }],
])('S2-39 %s', (_, text, expected) => {
  expect(smsParts(text)).toEqual(expected);
});
