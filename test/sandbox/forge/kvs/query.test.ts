import { refusalOf, type Sdk, START, testPlatform } from '../testPlatform';

const keysOf = (page: { results: { key: string }[] }) => page.results.map(({ key }) => key);
const fill = async ({ kvs }: Sdk) => {
  for (const [key, dueAt] of [
    ['a', '2026-03'],
    ['b', '2026-01'],
    ['c', '2026-02'],
  ] as const) {
    await kvs.entity('head').set(key, { rev: 1, dueAt, open: key !== 'b' });
  }
  await kvs.entity('head').set('without', { rev: 1 });
};

test('plain keys are queried by prefix, in their order, page by page', async () => {
  const { call } = testPlatform();
  const pages = await call(async ({ kvs, WhereConditions }) => {
    for (const key of ['x:3', 'x:1', 'y:1', 'x:2']) await kvs.set(key, key);
    const query = () => kvs.query().where('key', WhereConditions.beginsWith('x:')).limit(2);
    const first = await query().getMany();
    const second = await query().cursor(first.nextCursor!).getMany();
    return [keysOf(first), keysOf(second), second.nextCursor ?? 'end'];
  });
  expect(pages).toEqual([['x:1', 'x:2'], ['x:3'], 'end']);
});

test('an index gives its order, its range, and leaves out what lacks the attribute', async () => {
  const { call } = testPlatform();
  const answer = await call(async (sdk) => {
    await fill(sdk);
    const index = () => sdk.kvs.entity('head').query().index('dueAt');
    return [
      keysOf(await index().getMany()),
      keysOf(await index().sort(sdk.Sort.DESC).getMany()),
      keysOf(await index().where(sdk.WhereConditions.lessThanEqualTo('2026-02')).getMany()),
    ];
  });
  expect(answer).toEqual([
    ['b', 'c', 'a'],
    ['a', 'c', 'b'],
    ['b', 'c'],
  ]);
});

test('a partition narrows an index and must be given', async () => {
  const { call } = testPlatform();
  const answer = await call(async (sdk) => {
    await fill(sdk);
    const query = sdk.kvs.entity('head').query();
    const open = await query.index('by-open', { partition: [true] }).getMany();
    return [keysOf(open), await refusalOf(query.index('by-open').getMany())];
  });
  expect(answer).toEqual([['c', 'a'], { code: 'INVALID_PARTITION', status: 400 }]);
});

test('filters apply after a page is read: it may be empty and still have a cursor', async () => {
  const { call } = testPlatform();
  const answer = await call(async (sdk) => {
    await fill(sdk);
    const filter = new sdk.Filter<{ open: boolean }>().and('open', sdk.FilterConditions.equalTo(true));
    const page = await sdk.kvs
      .entity<{ open: boolean }>('head')
      .query()
      .index('dueAt')
      .filters(filter)
      .limit(1)
      .getMany();
    return [keysOf(page), typeof page.nextCursor];
  });
  expect(answer).toEqual([[], 'string']);
});

test('a query lags behind, a read does not', async () => {
  const { call, agenda } = testPlatform({ delays: { queryLagMs: 5_000 } });
  const look = () =>
    call(async ({ kvs, WhereConditions }) => [
      keysOf(await kvs.query().where('key', WhereConditions.beginsWith('k')).getMany()),
      (await kvs.get('k')) ?? null,
    ]);
  await call(({ kvs }) => kvs.set('k', 1));
  expect(await look()).toEqual([[], 1]);
  await agenda.advanceTo(START + 6_000);
  expect(await look()).toEqual([['k'], 1]);
  await call(({ kvs }) => kvs.delete('k'));
  expect(await look()).toEqual([['k'], null]);
});

test('a cursor holds for its own query only, pages have at most 100 rows, indexes must exist', async () => {
  const { call } = testPlatform();
  const refused = await call(async (sdk) => {
    const { kvs, WhereConditions } = sdk;
    await fill(sdk);
    await kvs.batchSet([
      { key: 'x:1', value: 1 },
      { key: 'x:2', value: 1 },
    ]);
    const by = (prefix: string) => kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(1);
    const { nextCursor } = await by('x').getMany();
    return Promise.all([
      refusalOf(by('y').cursor(nextCursor!).getMany()),
      refusalOf(by('x').cursor('rubbish').getMany()),
      refusalOf(kvs.query().limit(101).getMany()),
      refusalOf(kvs.entity('head').query().index('nope').getMany()),
    ]);
  });
  const codes = (refused as { code: string }[]).map(({ code }) => code);
  expect(codes).toEqual(['INVALID_CURSOR', 'INVALID_CURSOR', 'INVALID_LIMIT', 'INVALID_INDEX']);
});
