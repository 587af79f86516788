import fc from 'fast-check';
import { refusalOf, type Sdk, testPlatform } from '../testPlatform';

const revIs = ({ Filter, FilterConditions }: Sdk, rev: number) => ({
  entityName: 'head',
  conditions: new Filter<{ rev: number }>().and('rev', FilterConditions.equalTo(rev)),
});

test('a transaction whose condition holds writes everything', async () => {
  const { call } = testPlatform();
  const answer = await call(async (sdk) => {
    await sdk.kvs.entity('head').set('h', { rev: 1 });
    await sdk.kvs.set('gone', 1);
    await sdk.kvs.transact().set('h', { rev: 2 }, revIs(sdk, 1)).set('mark', 'm').delete('gone').execute();
    return [await sdk.kvs.entity('head').get('h'), await sdk.kvs.get('mark'), (await sdk.kvs.get('gone')) ?? null];
  });
  expect(answer).toEqual([{ rev: 2 }, 'm', null]);
});

test('a transaction one of whose conditions fails writes nothing', async () => {
  const { call } = testPlatform();
  const answer = await call(async (sdk) => {
    await sdk.kvs.entity('head').set('h', { rev: 5 });
    const refused = await refusalOf(sdk.kvs.transact().set('mark', 'm').set('h', { rev: 2 }, revIs(sdk, 1)).execute());
    return { refused, left: [await sdk.kvs.entity('head').get('h'), (await sdk.kvs.get('mark')) ?? null] };
  });
  expect(answer).toEqual({ refused: { code: 'CONDITIONAL_CHECK_FAILED', status: 409 }, left: [{ rev: 5 }, null] });
});

test('a transaction that meets another is answered 409 and writes nothing; single writes never are', async () => {
  const { call, breaks } = testPlatform();
  breaks({ at: 'kvs.*', kind: '409', times: 1 });
  const answer = await call(async ({ kvs }) => {
    await kvs.set('alone', 1);
    const refused = await refusalOf(kvs.transact().set('mark', 'm').execute());
    return { refused, left: [await kvs.get('alone'), (await kvs.get('mark')) ?? null] };
  });
  expect(answer).toEqual({ refused: { code: 'TRANSACTION_CONFLICT', status: 409 }, left: [1, null] });
});

test('a check guards writes elsewhere', async () => {
  const { call } = testPlatform();
  const refused = await call(async (sdk) => {
    await sdk.kvs.entity('head').set('h', { rev: 5 });
    return refusalOf(sdk.kvs.transact().set('mark', 'm').check('h', revIs(sdk, 4)).execute());
  });
  expect(refused).toEqual({ code: 'CONDITIONAL_CHECK_FAILED', status: 409 });
});

test('a condition on a missing key is refused loudly, and said in the log', async () => {
  const { call, platform } = testPlatform();
  const refused = await call((sdk) => refusalOf(sdk.kvs.transact().set('h', { rev: 1 }, revIs(sdk, 0)).execute()));
  expect(refused).toEqual({ code: 'CONDITION_ON_MISSING_KEY', status: 400 });
  expect(platform.logs.at(-1)).toMatchObject({ level: 'error', function: 'resolve' });
});

test('conditions on plain keys, doubled keys, no and 26 operations are refused', async () => {
  const refused = await testPlatform().call(async (sdk) => {
    const { conditions } = revIs(sdk, 1);
    const many = sdk.kvs.transact();
    for (let index = 0; index < 26; index += 1) many.set(`k${index}`, 1);
    return Promise.all(
      [
        sdk.kvs
          .transact()
          .set('k', 1, { conditions } as never)
          .execute(),
        sdk.kvs.transact().set('k', 1).delete('k').execute(),
        sdk.kvs.transact().execute(),
        many.execute(),
      ].map(refusalOf),
    );
  });
  const codes = (refused as { code: string }[]).map(({ code }) => code);
  expect(codes).toEqual(['INVALID_CONDITIONS', 'DUPLICATE_KEY', 'INVALID_TRANSACTION', 'INVALID_TRANSACTION']);
});

test('the same key as a plain key and in an entity are two keys', async () => {
  const { call } = testPlatform();
  await call(({ kvs }) => kvs.transact().set('k', 1).set('k', { rev: 1 }, { entityName: 'head' }).execute());
});

test('a TTL given where the SDK drops it is lost, given in its place it counts', async () => {
  const { call } = testPlatform();
  const ttl = { ttl: { value: 1, unit: 'HOURS' as const } };
  const expiry = await call(async ({ kvs, MetadataField }) => {
    await kvs
      .transact()
      .set('lost', 1, ttl as never)
      .set('kept', 1, undefined, ttl)
      .execute();
    const fields = { metadataFields: [MetadataField.EXPIRE_TIME] };
    return [(await kvs.get('lost', fields))?.expireTime ?? 'none', (await kvs.get('kept', fields))?.expireTime];
  });
  expect(expiry).toEqual(['none', '2026-11-20T10:00:00.000Z']);
});

test('however many writers compare and set at once, every success counts exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (writers) => {
      const { call } = testPlatform();
      const counted = await call(async (sdk) => {
        const heads = sdk.kvs.entity<{ rev: number }>('head');
        await heads.set('h', { rev: 0 });
        const increment = async (): Promise<void> => {
          const { rev } = (await heads.get('h'))!;
          const next = sdk.kvs
            .transact()
            .set('h', { rev: rev + 1 }, revIs(sdk, rev))
            .execute();
          await next.catch(() => increment());
        };
        await Promise.all(Array.from({ length: writers }, increment));
        return heads.get('h');
      });
      expect(counted).toEqual({ rev: writers });
    }),
    { numRuns: 10 },
  );
});
