import { readShared, testWithShared } from '../support/sharedFolder';
import golden from './golden/answers.json';
import { READERS } from './publishedAnswers';

const EXPECTED: Readonly<Record<string, unknown>> = golden;

test('every answer that is read has its decided value', () => {
  expect(Object.keys(READERS)).toEqual(Object.keys(EXPECTED));
});

testWithShared('fixtures').each(Object.entries(READERS))('the published answer %s is read', (file, read) => {
  expect(read(readShared(`fixtures/${file}.json`))).toEqual(EXPECTED[file]);
});
