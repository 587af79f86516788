import { fill } from '../../../src/domain/text/fill';

test('every name is filled, also twice and with numbers', () => {
  expect(fill('{count} of {count}, {name}', { count: 3, name: 'Ana' })).toBe('3 of 3, Ana');
});

test('a value that looks like a name is not filled again', () => {
  expect(fill('{one} {two}', { one: '{two}', two: '$&' })).toBe('{two} $&');
});

test('a name without a value stays, also one that every object has', () => {
  expect(fill('{missing} {toString}', {})).toBe('{missing} {toString}');
});
