import type { Store, Stored } from '../../src/app/ports';
import { fail, ok } from '../../src/domain/result';
import { rewrite, type Rewritten } from '../../src/storage/rewrite';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const ref = { key: 'settings:10000' };
const adding = (name: string) => (stored: Stored | undefined) => ok({ value: { ...stored, [name]: true } });

afterEach(leavePlatform);

/** The store in which, before its first transaction, something else happens; `loses` its answer. */
function disturbed(store: Store, meanwhile: () => Promise<unknown>, loses = false): Store {
  let first = true;
  return {
    ...store,
    transact: async (operations) => {
      const isFirst = first;
      first = false;
      if (isFirst) await meanwhile();
      await store.transact(operations);
      if (isFirst && loses) throw new Error('no answer');
    },
  };
}

test('of changes in the same instant none is lost', async () => {
  const { store } = onPlatform().ports;

  await Promise.all(['a', 'b', 'c', 'd'].map((name) => rewrite(store, ref, adding(name))));

  expect(await store.get(ref)).toEqual({ a: true, b: true, c: true, d: true });
});

test('a change that comes between reading and writing is seen, and the change made anew', async () => {
  const { store } = onPlatform().ports;
  await store.put(ref, { before: true });

  await rewrite(
    disturbed(store, () => rewrite(store, ref, adding('theirs'))),
    ref,
    adding('ours'),
  );

  expect(await store.get(ref)).toEqual({ before: true, theirs: true, ours: true });
});

test('a change whose answer was lost is made again on what it left', async () => {
  const { store } = onPlatform().ports;
  const seen: (Stored | undefined)[] = [];

  await rewrite(
    disturbed(store, () => Promise.resolve(), true),
    ref,
    (stored) => {
      seen.push(stored);
      return adding('ours')(stored);
    },
  );

  expect(seen).toEqual([undefined, { ours: true }]);
  expect(await store.get(ref)).toEqual({ ours: true });
});

test('a failure leaves the record as it is, and is asked of what is there then', async () => {
  const { store } = onPlatform().ports;
  const unlessTheirs = (stored: Stored | undefined) => (stored?.theirs ? fail('theirs') : adding('ours')(stored));

  const done = await rewrite(
    disturbed(store, () => rewrite(store, ref, adding('theirs'))),
    ref,
    unlessTheirs,
  );

  expect(done).toEqual(fail('theirs'));
  expect(await store.get(ref)).toEqual({ theirs: true });
});

test('what is written along is written with it, and a change without a value removes the record', async () => {
  const { store } = onPlatform().ports;
  const also = [{ kind: 'put', ref: { key: 'number:a' }, value: { version: 1 } }] as const;
  await rewrite(store, ref, () => ok({ value: { a: true }, also }));
  expect(await store.get({ key: 'number:a' })).toEqual({ version: 1 });

  await rewrite(store, ref, () => ok<Rewritten>({}));

  expect(await store.get(ref)).toBeUndefined();
});

test('a store that takes nothing is told', async () => {
  const { store } = onPlatform().ports;
  const full: Store = { ...store, transact: () => Promise.reject(new Error('full')) };

  await expect(rewrite(full, ref, adding('ours'))).rejects.toThrow('a record could not be changed');
});
