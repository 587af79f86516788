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

const ALPHABET = 'fixtures/sms/gsm0338.json';
type Character = { code: number; char: string };

testWithShared(ALPHABET)('each character of the default alphabet takes one unit, each of its extension two', () => {
  const { basic, extension } = readShared(ALPHABET) as Record<'basic' | 'extension', Character[]>;
  expect([basic.length, extension.length]).toEqual([128, 10]);
  // 0x1B is the escape to the extension, which nobody can write.
  const written = basic.filter(({ code }) => code !== 0x1b);
  for (const [characters, most] of [
    [written, 160],
    [extension, 80],
  ] as const)
    for (const { char } of characters) {
      expect([char, smsParts(char.repeat(most))]).toEqual([char, { parts: 1, encoding: 'GSM-7' }]);
      expect([char, smsParts(char.repeat(most + 1))]).toEqual([char, { parts: 2, encoding: 'GSM-7' }]);
    }
});
