import { refusalOf, type Sdk, testPlatform } from '../testPlatform';

const refused = (work: (sdk: Sdk) => Promise<unknown>) => testPlatform().call((sdk) => refusalOf(work(sdk)));
const bad = (code: string) => ({ code, status: 400 });
const nested = (depth: number): unknown => (depth === 0 ? 'end' : { deeper: nested(depth - 1) });

test.each([
  ['a plus sign', '+4917', 'INVALID_KEY'],
  ['a slash', 'a/b', 'INVALID_KEY'],
  ['nothing', '', 'INVALID_KEY'],
  ['only spaces', '   ', 'INVALID_KEY'],
  ['501 characters', 'k'.repeat(501), 'KEY_TOO_LONG'],
])('a key of %s is refused', async (_, key, code) => {
  expect(await refused((sdk) => sdk.kvs.set(key, 1))).toEqual(bad(code));
});

test('a key of 500 characters and every allowed sign is fine', async () => {
  const key = `aZ09:._ -#${'k'.repeat(490)}`;
  expect(await testPlatform().call(async (sdk) => (await sdk.kvs.set(key, 1), sdk.kvs.get(key)))).toBe(1);
});

test('a value over 240 KiB or deeper than 31 levels is refused, one at the limit is not', async () => {
  expect(await refused((sdk) => sdk.kvs.set('k', 'x'.repeat(240 * 1024)))).toEqual(bad('MAX_SIZE'));
  expect(await refused((sdk) => sdk.kvs.set('k', nested(32)))).toEqual(bad('MAX_DEPTH'));
  await testPlatform().call(async (sdk) => {
    await sdk.kvs.set('k', 'x'.repeat(240 * 1024 - 2));
    await sdk.kvs.set('k', nested(31));
  });
});

test.each([
  ['an undeclared attribute', { rev: 1, other: 1 }],
  ['an integer beyond 32 bits', { rev: 2 ** 31 }],
  ['a fraction for an integer', { rev: 1.5 }],
  ['an empty text', { rev: 1, dueAt: '' }],
  ['a blank text', { rev: 1, dueAt: '  ' }],
  ['a number for a text', { rev: 1, dueAt: 5 }],
  ['a list', [1]],
])('an entity with %s is refused', async (_, value) => {
  expect(await refused((sdk) => sdk.kvs.entity('head').set('h', value))).toEqual(bad('INVALID_ENTITY_VALUE'));
});

test('an undeclared entity is refused', async () => {
  expect(await refused((sdk) => sdk.kvs.entity('ghost').get('h'))).toEqual(bad('INVALID_ENTITY'));
});

test('a TTL is between a second and a year', async () => {
  const set = (value: number, unit: 'SECONDS' | 'DAYS') => (sdk: Sdk) =>
    sdk.kvs.set('k', 1, { keyPolicy: 'OVERRIDE', ttl: { value, unit } });
  expect(await refused(set(366, 'DAYS'))).toEqual(bad('INVALID_TTL'));
  expect(await refused(set(0, 'SECONDS'))).toEqual(bad('INVALID_TTL'));
});

test('without the scope storage:app nothing is stored', async () => {
  const { call } = testPlatform({ manifest: (one) => ({ ...one, permissions: { scopes: ['read:jira-work'] } }) });
  expect(await call((sdk) => refusalOf(sdk.kvs.set('k', 1)))).toEqual({ code: 'FORBIDDEN', status: 403 });
});
