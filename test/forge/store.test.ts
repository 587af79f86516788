import { store } from '../../src/forge/store';
import { closeDoor, json, nothing, openDoor, silence } from './door';

const head = { entity: 'head', key: 'head:1:a' } as const;
const setting = { key: 'settings:1' } as const;

afterEach(closeDoor);

test('an absent record is undefined', async () => {
  openDoor(() => json({ code: 'KEY_NOT_FOUND', message: 'no such key' }, 404));

  expect(await store.get(head)).toBeUndefined();
  expect(await store.getSecret('installation')).toBeUndefined();
});

test('entities and plain keys are asked for in their own key spaces', async () => {
  const passed = openDoor(() => json({ key: 'k', value: { rev: 1, doc: {} } }));

  await store.get(head);
  await store.get(setting);

  expect(passed.map(({ path, body }) => [path, body])).toEqual([
    ['/api/v1/entity/get', { entityName: 'head', key: 'head:1:a' }],
    ['/api/v1/get', { key: 'settings:1' }],
  ]);
});

describe('a batch', () => {
  const found = { key: 'head:1:a', entityName: 'head', value: { rev: 3 } };
  const failed = (code: string) => ({ key: 'settings:1', error: { code, message: 'x' } });

  test('answers in the order asked, absent keys as undefined', async () => {
    openDoor(() => json({ successfulKeys: [found], failedKeys: [failed('KEY_NOT_FOUND')] }));

    expect(await store.batch([setting, head])).toEqual([undefined, { rev: 3 }]);
  });

  test('a key that failed otherwise fails the read', async () => {
    openDoor(() => json({ successfulKeys: [found], failedKeys: [failed('RATE_LIMIT_EXCEEDED')] }));

    await expect(store.batch([setting, head])).rejects.toThrow('RATE_LIMIT_EXCEEDED');
  });

  test('a key that was not answered fails the read', async () => {
    openDoor(() => json({ successfulKeys: [found], failedKeys: [] }));

    await expect(store.batch([setting, head])).rejects.toThrow('no answer for this key');
  });

  test('the same plain key and entity key are two records', async () => {
    const plain = { key: 'head:1:a', value: { other: true } };
    openDoor(() => json({ successfulKeys: [plain, found], failedKeys: [] }));

    expect(await store.batch([head, { key: 'head:1:a' }])).toEqual([{ rev: 3 }, { other: true }]);
  });

  test('a key asked for twice is read once and answered twice', async () => {
    const passed = openDoor(() => json({ successfulKeys: [found], failedKeys: [] }));

    expect(await store.batch([head, head])).toEqual([{ rev: 3 }, { rev: 3 }]);
    expect(passed.map(({ body }) => body)).toEqual([[{ key: 'head:1:a', entityName: 'head' }]]);
  });

  test('of nothing asks nothing', async () => {
    const passed = openDoor(() => nothing());

    expect(await store.batch([])).toEqual([]);
    expect(passed).toEqual([]);
  });
});

describe('a transaction', () => {
  test('compares revisions, keeps the time to live of plain keys and names entities', async () => {
    const passed = openDoor(() => nothing(204));

    await store.transact([
      { kind: 'put', ref: head, value: { rev: 4 }, ifRev: 3 },
      { kind: 'put', ref: { key: 'origin:x' }, value: { version: 1 }, ttlSeconds: 60 },
      { kind: 'delete', ref: setting },
      { kind: 'check', ref: { entity: 'contact', key: 'contact:a' }, ifRev: 0 },
    ]);

    const isRev = (rev: number) => ({ and: [{ property: 'rev', condition: 'EQUAL_TO', values: [rev] }] });
    expect(passed).toMatchObject([
      {
        path: '/api/v1/transaction',
        body: {
          set: [
            { key: 'head:1:a', value: { rev: 4 }, entityName: 'head', conditions: isRev(3) },
            { key: 'origin:x', value: { version: 1 }, options: { ttl: { value: 60, unit: 'SECONDS' } } },
          ],
          delete: [{ key: 'settings:1' }],
          check: [{ key: 'contact:a', entityName: 'contact', conditions: isRev(0) }],
        },
      },
    ]);
  });

  test('with a condition on a plain key never leaves the app', async () => {
    const passed = openDoor(() => nothing(204));

    await expect(store.transact([{ kind: 'put', ref: setting, value: {}, ifRev: 1 }])).rejects.toThrow('no condition');
    await expect(store.transact([{ kind: 'check', ref: setting, ifRev: 1 }])).rejects.toThrow('no condition');
    expect(passed).toEqual([]);
  });
});

describe('creating', () => {
  test('asks the platform to fail if the record exists', async () => {
    const passed = openDoor(() => nothing());

    expect(await store.create(setting, { version: 1 }, 60)).toBe(true);
    expect(await store.create(head, { rev: 0 })).toBe(true);
    expect(passed.map(({ path, body }) => [path, body])).toEqual([
      [
        '/api/v1/set',
        {
          key: 'settings:1',
          value: { version: 1 },
          options: { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 60, unit: 'SECONDS' } },
        },
      ],
      [
        '/api/v1/entity/set',
        { entityName: 'head', key: 'head:1:a', value: { rev: 0 }, options: { keyPolicy: 'FAIL_IF_EXISTS' } },
      ],
    ]);
  });

  test('says that the record existed, whatever code the platform gives the conflict', async () => {
    openDoor(() => json({ code: 'SOME_NEW_CODE', message: 'exists' }, 409));

    expect(await store.create(setting, {})).toBe(false);
    expect(await store.createSecret('installation', {})).toBe(false);
  });

  test('any other refusal is an error', async () => {
    openDoor(() => json({ code: 'KEY_CONFLICT', message: 'not with this status' }, 429));

    await expect(store.create(setting, {})).rejects.toThrow('not with this status');
  });
});

test('due heads are asked for by the index, the earliest first', async () => {
  const passed = openDoor(() => json({ data: [{ key: 'head:1:a', value: { rev: 1 } }], cursor: 'next' }));

  const page = await store.query({ kind: 'due', until: '2026-11-20T10:00:00.000Z', limit: 20, cursor: 'here' });

  expect(page).toEqual({ rows: [{ key: 'head:1:a', value: { rev: 1 } }], cursor: 'next' });
  expect(passed[0]).toMatchObject({
    path: '/api/v1/entity/query',
    body: {
      entityName: 'head',
      indexName: 'dueAt',
      range: { condition: 'LESS_THAN_EQUAL_TO', values: ['2026-11-20T10:00:00.000Z'] },
      sort: 'ASC',
      limit: 20,
      cursor: 'here',
    },
  });
});

test('a last page has no cursor', async () => {
  openDoor(() => json({ data: [], cursor: '' }));

  expect(await store.query({ kind: 'prefix', prefix: 'log:1:', limit: 10 })).toEqual({ rows: [] });
});

test('a call that is never answered rejects instead of eating the invocation', async () => {
  jest.useFakeTimers();
  openDoor(silence);

  const read = expect(store.get(head)).rejects.toThrow('kvs get did not answer within 5000 ms');
  await jest.advanceTimersByTimeAsync(5_000);
  await read;
  jest.useRealTimers();
});
