import fc from 'fast-check';
import { boundedContent, boundedReferral, MOST_NAMED, MOST_TYPED } from '../../src/domain/boundedContent';
import type { Content } from '../../src/domain/content';
import { textWith } from '../support/matchers';

const LONG = 'x'.repeat(300_000);
const media = { kind: 'document', providerId: LONG, fileName: LONG, mimeType: LONG } as const;

test.each<[string, Content]>([
  ['text', { kind: 'text', text: LONG }],
  ['an edit', { kind: 'edit', target: 'w1', text: LONG }],
  ['a tap', { kind: 'choice', text: LONG, payload: LONG }],
  ['an order', { kind: 'order', text: LONG, items: [] }],
  ['a caption', { kind: 'media', media: { ...media, providerId: 'm1' }, caption: LONG }],
])('of %s the beginning is kept, with its full length', (_, content) => {
  const { content: kept, fullLength } = boundedContent(content);
  expect(fullLength).toBe(LONG.length);
  expect(JSON.stringify(kept).length).toBeLessThan(MOST_TYPED + 4 * MOST_NAMED);
});

test('what names a file at its provider is never shortened, its names are', () => {
  const cut = `${'x'.repeat(MOST_NAMED - 1)}…`;
  expect(boundedContent({ kind: 'media', media }).content).toEqual({
    kind: 'media',
    media: { kind: 'document', providerId: LONG, fileName: cut, mimeType: cut },
  });
});

test('of cards, places and what nobody knows enough is kept to see what it was', () => {
  const cards = Array.from({ length: 500 }, () => ({ name: LONG, phones: [LONG] }));
  for (const content of [
    { kind: 'contacts', cards },
    { kind: 'location', latitude: 1, longitude: 2, name: LONG, address: LONG },
    { kind: 'unsupported', description: LONG },
  ] satisfies Content[]) {
    const kept = JSON.stringify(boundedContent(content).content);
    expect(kept.length).toBeLessThan(120_000);
    expect(kept).toContain('xxx');
  }
});

test.each(['x', '"'])(
  'of cards that are full of %s as many are kept as fit into a record, the first in any case, and how many there were besides',
  (letter) => {
    const long = letter.repeat(LONG.length);
    const ways = Array<string>(500).fill(long);
    const full = { name: long, company: long, phones: ways, emails: ways };
    const { content } = boundedContent({ kind: 'contacts', cards: Array<typeof full>(500).fill(full) });
    expect(content).toMatchObject({ kind: 'contacts', cards: [{ name: textWith(letter) }], more: 499 });
    expect(JSON.stringify(content).length).toBeLessThan(2 * MOST_TYPED);
    expect(boundedContent(content).content).toEqual(content);
  },
);

test('of more cards than anybody reads the first fifty are kept, and how many there were besides', () => {
  const usual = { name: 'Ana', phones: ['+385991903327'] };
  const cards = (count: number) => Array<typeof usual>(count).fill(usual);
  const { content } = boundedContent({ kind: 'contacts', cards: cards(60) });
  expect(content).toEqual({ kind: 'contacts', cards: cards(50), more: 10 });
  expect(boundedContent({ kind: 'contacts', cards: cards(50) }).content).toEqual({
    kind: 'contacts',
    cards: cards(50),
  });
});

test('of an order of any size its first items are kept, and how many there were besides', () => {
  const item = { product: LONG, quantity: LONG, price: LONG, currency: LONG };
  const { content, fullLength } = boundedContent({ kind: 'order', text: LONG, items: Array(3_000).fill(item) });
  expect(content).toMatchObject({ kind: 'order', more: 2_950 });
  expect(fullLength).toBe(LONG.length);
  expect(JSON.stringify(content).length).toBeLessThan(60_000);
  expect(boundedContent(content).content).toEqual(content);
});

test('an address that was too long is left out: cut off it leads nowhere', () => {
  expect(boundedReferral({ url: `https://example.com/${LONG}`, headline: LONG })).toEqual({
    headline: `${'x'.repeat(MOST_NAMED - 1)}…`,
  });
  expect(boundedReferral({ url: 'https://example.com/ad' })).toEqual({ url: 'https://example.com/ad' });
});

test('whatever is typed, it fits into a record, and what is short stays as it is', () => {
  const piece = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(piece, fc.integer({ min: 1, max: 20_000 }), (text, times) => {
      const typed = text.repeat(times);
      const { content, fullLength } = boundedContent({ kind: 'text', text: typed });
      expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(200_000);
      if (fullLength === undefined) expect(content).toEqual({ kind: 'text', text: typed });
    }),
    { numRuns: 50 },
  );
});
