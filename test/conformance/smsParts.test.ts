import { smsParts } from '../../src/domain/text/smsParts';
import { readShared, testWithShared } from '../support/sharedFolder';

const FILE = 'fixtures/sms/segments.json';
type Case = { name: string; text: string; encoding: string; segments: number };

testWithShared(FILE)('texts are counted as 3GPP TS 23.038 and 23.040 count them', () => {
  const { cases } = readShared(FILE) as { cases: Case[] };
  expect(cases.length).toBeGreaterThan(50);
  const counted = cases.map(({ name, text }) => ({ name, ...smsParts(text) }));
  expect(counted).toEqual(cases.map(({ name, segments, encoding }) => ({ name, parts: segments, encoding })));
});
