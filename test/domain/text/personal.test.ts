import { personal } from '../../../src/domain/text/personal';

const ANA = { name: 'Ana', key: 'SUP-1', status: 'Done' };

test('X3 placeholders are filled in', () => {
  expect(personal('Hello {name}, {key} is {status}.', ANA)).toBe('Hello Ana, SUP-1 is Done.');
});

test('X3 what is not known leaves no gap', () => {
  expect(personal('Hello {name}, {key} is {status}.', { ...ANA, name: undefined })).toBe('Hello, SUP-1 is Done.');
  expect(personal('{name} hello', { ...ANA, name: undefined })).toBe('hello');
});

test('what a value says is not filled again', () => {
  expect(personal('Hello {name}', { ...ANA, name: '{key}' })).toBe('Hello {key}');
});
