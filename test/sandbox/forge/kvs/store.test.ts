import { refusalOf, START, testPlatform } from '../testPlatform';

test('what was written is read at once, and deleting it ends it', async () => {
  const { call } = testPlatform();
  const answer = await call(async ({ kvs }) => {
    await kvs.set('k', { a: [1] });
    const read = await kvs.get('k');
    await kvs.delete('k');
    await kvs.delete('k');
    return [read, (await kvs.get('k')) ?? 'absent'];
  });
  expect(answer).toEqual([{ a: [1] }, 'absent']);
});

test('FAIL_IF_EXISTS creates once and then answers 409, for plain keys, entities and secrets', async () => {
  const { call } = testPlatform();
  const policy = { keyPolicy: 'FAIL_IF_EXISTS' } as const;
  const answer = await call(async ({ kvs }) => {
    await kvs.set('k', 1, policy);
    await kvs.entity('head').set('k', { rev: 0 }, policy);
    await kvs.setSecret('k', 's', policy);
    const again = [
      kvs.set('k', 2, policy),
      kvs.entity('head').set('k', { rev: 9 }, policy),
      kvs.setSecret('k', 't', policy),
    ];
    const refusals = await Promise.all(again.map(refusalOf));
    return { refusals, left: [await kvs.get('k'), await kvs.entity('head').get('k'), await kvs.getSecret('k')] };
  });
  const conflict = { code: 'KEY_CONFLICT', status: 409 };
  expect(answer).toEqual({ refusals: [conflict, conflict, conflict], left: [1, { rev: 0 }, 's'] });
});

test('an overriding write tells what it replaced', async () => {
  const { call } = testPlatform();
  const swap = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
  const answer = await call(async ({ kvs }) => [
    await kvs.set<string, string>('k', 'old', swap),
    await kvs.set<string, string>('k', 'new', swap),
  ]);
  expect(answer).toEqual([null, { key: 'k', value: 'old' }]);
});

test('an expired record stays readable, with its time, and is gone 48 hours later', async () => {
  const { call, agenda } = testPlatform();
  await call(({ kvs }) => kvs.set('k', 1, { keyPolicy: 'OVERRIDE', ttl: { value: 60, unit: 'SECONDS' } }));
  await agenda.advanceTo(START + 3_600_000);
  const read = () =>
    call(
      async ({ kvs, MetadataField }) => (await kvs.get('k', { metadataFields: [MetadataField.EXPIRE_TIME] })) ?? null,
    );
  expect(await read()).toEqual({ key: 'k', value: 1, expireTime: '2026-11-20T09:01:00.000Z' });
  await agenda.advanceTo(START + 49 * 3_600_000);
  expect(await read()).toBeNull();
});

test('secrets, plain keys and entities do not see each other', async () => {
  const { call } = testPlatform();
  const answer = await call(async ({ kvs }) => {
    await kvs.setSecret('k', 'secret');
    return [(await kvs.get('k')) ?? null, (await kvs.entity('head').get('k')) ?? null, await kvs.getSecret('k')];
  });
  expect(answer).toEqual([null, null, 'secret']);
});

test('the ledger counts operations, bytes and keys by function', async () => {
  const { call, ledger } = testPlatform();
  await call(async ({ kvs }) => {
    await kvs.set('k', 'four');
    await kvs.get('k');
    await kvs.get('absent');
    await kvs.transact().set('a', 1).set('b', 22).execute();
  });
  const entries = ledger.since(0).filter((entry) => entry.kind === 'kvs');
  expect(entries.map(({ what, bytes, keys, function: by }) => [what, bytes, keys, by])).toEqual([
    ['write', 6, 1, 'resolve'],
    ['read', 6, 1, 'resolve'],
    ['read', 0, 1, 'resolve'],
    ['transaction', 3, 2, 'resolve'],
  ]);
});

test('a platform made from a copy of the state goes on with it', async () => {
  const first = testPlatform();
  await first.call(({ kvs }) => kvs.set('k', 1));
  const copy = JSON.parse(JSON.stringify(first.state)) as typeof first.state;
  expect(await testPlatform({ state: copy }).call(({ kvs }) => kvs.get('k'))).toBe(1);
});
