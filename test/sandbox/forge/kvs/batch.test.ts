import { refusalOf, testPlatform } from '../testPlatform';

test('a batch reads plain keys and entities together, and names those that are missing', async () => {
  const { call } = testPlatform();
  const answer = await call(async ({ kvs }) => {
    await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'h', value: { rev: 3 }, entityName: 'head' },
    ]);
    return kvs.batchGet([{ key: 'a' }, { key: 'h', entityName: 'head' }, { key: 'missing' }]);
  });
  expect(answer).toMatchObject({
    successfulKeys: [
      { key: 'a', value: 1 },
      { key: 'h', entityName: 'head', value: { rev: 3 } },
    ],
    failedKeys: [{ key: 'missing', error: { code: 'KEY_NOT_FOUND' } }],
  });
});

test('a batch has 1 to 25 different keys, of valid characters', async () => {
  const { call } = testPlatform();
  const many = Array.from({ length: 26 }, (_, index) => ({ key: `k${index}` }));
  const refused = await call(({ kvs }) =>
    Promise.all(
      [many, [], [{ key: 'a' }, { key: 'a' }], [{ key: 'a/b' }]].map((items) => refusalOf(kvs.batchGet(items))),
    ),
  );
  const codes = (refused as { code: string }[]).map(({ code }) => code);
  expect(codes).toEqual(['INVALID_BATCH', 'INVALID_BATCH', 'DUPLICATE_KEY', 'INVALID_KEY']);
});

test('a batch of more than 4 MB is refused and writes nothing', async () => {
  const { call } = testPlatform();
  const items = Array.from({ length: 18 }, (_, index) => ({ key: `k${index}`, value: 'x'.repeat(239 * 1024) }));
  const answer = await call(async ({ kvs }) => [
    await refusalOf(kvs.batchSet(items)),
    (await kvs.get('k0')) === undefined,
  ]);
  expect(answer).toEqual([{ code: 'MAX_SIZE', status: 400 }, true]);
});

test('one bad value of a batch fails alone', async () => {
  const { call } = testPlatform();
  const answer = await call(({ kvs }) =>
    kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'b', value: 'x'.repeat(250_000) },
    ]),
  );
  expect(answer).toMatchObject({
    successfulKeys: [{ key: 'a' }],
    failedKeys: [{ key: 'b', error: { code: 'MAX_SIZE' } }],
  });
});

test('a partial fault lets every second key of a batch fail', async () => {
  const { call, breaks } = testPlatform();
  await call(({ kvs }) =>
    kvs.batchSet([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ]),
  );
  breaks({ at: 'kvs.batch', kind: 'partial', times: 1 });
  expect(await call(({ kvs }) => kvs.batchGet([{ key: 'a' }, { key: 'b' }]))).toMatchObject({
    successfulKeys: [{ key: 'b', value: 2 }],
    failedKeys: [{ key: 'a', error: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

test('a torn fault reads every second key half a second later: what was written between is seen by half', async () => {
  const { call, breaks, agenda } = testPlatform();
  await call(({ kvs }) =>
    kvs.batchSet([
      { key: 'a', value: 1 },
      { key: 'b', value: 1 },
    ]),
  );
  breaks({ at: 'kvs.batch', kind: 'torn', times: 1 });
  const before = agenda.now();
  const answer = await call(async ({ kvs, own }) => {
    const read = kvs.batchGet([{ key: 'a' }, { key: 'b' }]);
    await new Promise<void>((resolve) => own.setTimeout(() => resolve(), 100));
    await Promise.all([kvs.set('a', 2), kvs.set('b', 2)]);
    return read;
  });
  expect(answer).toMatchObject({
    successfulKeys: [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ],
    failedKeys: [],
  });
  expect(agenda.now()).toBe(before + 500);
});
