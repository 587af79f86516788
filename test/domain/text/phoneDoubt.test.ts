import { phoneDoubt, withPlus, type PhoneDoubt } from '../../../src/domain/text/phoneDoubt';

test.each<[string, PhoneDoubt | undefined, string]>([
  ['+385 98 123 4567', undefined, '+385981234567'],
  ['00385981234567', undefined, '+385981234567'],
  ['+447712345678', undefined, '+447712345678'],
  ['385981234567', 'no-plus', '+385981234567'],
  ['(385) 98-123-4567', 'no-plus', '+385981234567'],
  ['098 123 4567', 'local', '0981234567'],
  ['+0981234567', 'local', '+0981234567'],
  ['12345', 'short', '12345'],
  ['72 4365', 'short', '724365'],
  ['+12345', 'short', '+12345'],
  ['1234567890123456', 'too-long', '1234567890123456'],
  ['+1234567890123456', 'too-long', '+1234567890123456'],
  ['123456789012345', 'no-plus', '+123456789012345'],
  ['BANK', undefined, 'BANK'],
  ['3f2a', undefined, '3f2a'],
  ['', undefined, ''],
])('S2-42 "%s" is doubted as %p and taken as "%s"', (typed, doubt, taken) => {
  expect([phoneDoubt(typed), withPlus(typed)]).toEqual([doubt, taken]);
});
