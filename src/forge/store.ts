import kvs, { Filter, FilterConditions, Sort, WhereConditions, type SetOptions } from '@forge/kvs';
import type { Operation, Page, Query, Ref, Store, Stored } from '../app/ports';
import { createUnlessExists } from './createUnlessExists';
import { readBatch } from './readBatch';
import { withinTime } from './withinTime';

/** Forge gives a KVS call no time limit of its own; a call that hangs must not eat the invocation. */
const TIMEOUT_MS = 5_000;
/** Name of the index in manifest.yml: a single attribute, named by itself. */
const DUE_INDEX = 'dueAt';

const call = <Value>(what: string, work: () => Promise<Value>) => withinTime(`kvs ${what}`, TIMEOUT_MS, work);

export const store: Store = {
  get: (ref) =>
    call('get', () =>
      ref.entity === undefined ? kvs.get<Stored>(ref.key) : kvs.entity<Stored>(ref.entity).get(ref.key),
    ),
  batch: (refs) => call('batch', () => readBatch(refs)),
  transact: (operations) => call('transact', () => transact(operations)),
  create: (ref, value, ttlSeconds) =>
    call('create', () =>
      createUnlessExists((policy) => write(ref, value, { keyPolicy: policy, ...lifeOf(ttlSeconds) })),
    ),
  put: (ref, value, ttlSeconds) => call('put', () => write(ref, value, lifeOf(ttlSeconds))),
  delete: (ref) =>
    call('delete', () => (ref.entity === undefined ? kvs.delete(ref.key) : kvs.entity(ref.entity).delete(ref.key))),
  query: (query) => call('query', () => readPage(query)),
  getSecret: (key) => call('get secret', () => kvs.getSecret<Stored>(key)),
  setSecret: (key, value) => call('set secret', () => kvs.setSecret(key, value)),
  createSecret: (key, value) =>
    call('create secret', () => createUnlessExists((policy) => kvs.setSecret(key, value, { keyPolicy: policy }))),
  deleteSecret: (key) => call('delete secret', () => kvs.deleteSecret(key)),
};

type Policy = { readonly keyPolicy?: 'FAIL_IF_EXISTS' };

function write(ref: Ref, value: Stored, options: SetOptions & Policy): Promise<void> {
  return ref.entity === undefined
    ? kvs.set(ref.key, value, options)
    : kvs.entity<Stored>(ref.entity).set(ref.key, value, options);
}

async function transact(operations: readonly Operation[]): Promise<void> {
  if (operations.length === 0) return;
  const transaction = kvs.transact();
  for (const operation of operations) {
    const { entity, key } = operation.ref;
    if (operation.kind === 'delete') transaction.delete(key, entity && { entityName: entity });
    if (operation.kind === 'check')
      transaction.check(key, { entityName: entityOf(operation.ref), ...ifRev(operation.ifRev) });
    if (operation.kind === 'put') {
      const guard = operation.ifRev === undefined ? {} : ifRev(operation.ifRev);
      if (entity === undefined && operation.ifRev !== undefined) entityOf(operation.ref);
      // The third argument is the entity: a TTL given there for a plain key is dropped without a word.
      transaction.set(key, operation.value, entity && { entityName: entity, ...guard }, lifeOf(operation.ttlSeconds));
    }
  }
  await transaction.execute();
}

const ifRev = (rev: number) => ({ conditions: new Filter<Stored>().and('rev', FilterConditions.equalTo(rev)) });

/** @throws for a plain key: Forge compares entities only. */
function entityOf(ref: Ref): string {
  if (ref.entity === undefined) throw new Error(`no condition can be put on the plain key ${ref.key}`);
  return ref.entity;
}

const lifeOf = (ttlSeconds: number | undefined): SetOptions =>
  ttlSeconds === undefined ? {} : { ttl: { value: ttlSeconds, unit: 'SECONDS' } };

async function readPage(query: Query): Promise<Page> {
  const { results, nextCursor } = await (query.kind === 'prefix' ? byPrefix(query) : byDue(query));
  const rows = results.map(({ key, value }) => ({ key, value }));
  return nextCursor ? { rows, cursor: nextCursor } : { rows };
}

function byPrefix(query: Extract<Query, { kind: 'prefix' }>) {
  const found = kvs.query().where('key', WhereConditions.beginsWith(query.prefix)).limit(query.limit);
  return (query.cursor === undefined ? found : found.cursor(query.cursor)).getMany<Stored>();
}

function byDue(query: Extract<Query, { kind: 'due' }>) {
  const due = WhereConditions.lessThanEqualTo(query.until);
  const found = kvs.entity<Stored>('head').query().index(DUE_INDEX).where(due).sort(Sort.ASC).limit(query.limit);
  return (query.cursor === undefined ? found : found.cursor(query.cursor)).getMany();
}
