import type { Felt } from '../../faults';
import type { EntityDeclaration } from '../manifest';
import type { KvsState, Records, StoredRecord } from '../state';
import { checkEntityValue, checkKey, checkValue, ttlMs, type Ttl } from './limits';
import { read, remove, write } from './records';
import { badRequest, KvsRefusal, notFound } from './refusal';

/** The store of one installation, and what the request at hand may say about it. */
export type Store = {
  readonly state: KvsState;
  readonly entities: ReadonlyMap<string, EntityDeclaration>;
  readonly now: () => number;
  readonly lagMs: () => number;
  readonly felt?: Felt;
};

/** What a request did, for the ledger. */
export type Answer = { readonly body?: unknown; readonly bytes: number; readonly keys: number };

export type Place = { readonly key: string; readonly entityName?: string | undefined };
export type SetOptions = {
  readonly ttl?: Ttl;
  readonly keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
  readonly returnValue?: 'PREVIOUS' | 'LATEST';
};

/** @throws KvsRefusal for an entity the manifest does not declare. */
export function entityOf(store: Store, name: string): EntityDeclaration {
  const entity = store.entities.get(name);
  if (!entity) throw badRequest('INVALID_ENTITY', `the manifest declares no entity ${name}`);
  return entity;
}

export function recordsAt(store: Store, entityName: string | undefined): Records {
  if (entityName === undefined) return store.state.plain;
  entityOf(store, entityName);
  return (store.state.entities[entityName] ??= {});
}

/** The size of a value that may be stored there. */
export function checkWrite(store: Store, { key, entityName }: Place, value: unknown): number {
  checkKey(key);
  return entityName === undefined ? checkValue(value) : checkEntityValue(entityOf(store, entityName), value);
}

export function getRecord(store: Store, records: Records, key: unknown): Answer {
  checkKey(key);
  const record = read(records, key, store.now());
  if (!record) throw notFound(key);
  if (isExpired(store, record)) store.felt?.('expired record, still readable');
  return { body: presented(key, record), bytes: sizeOf(record.value), keys: 1 };
}

export type SetRequest = { readonly key: string; readonly value: unknown; readonly options?: SetOptions };

/** `bytes` is what `checkWrite` has measured. */
export function setRecord(store: Store, records: Records, request: SetRequest & { bytes: number }): Answer {
  const { key, value, options, bytes } = request;
  const previous = read(records, key, store.now());
  if (previous && options?.keyPolicy === 'FAIL_IF_EXISTS') {
    if (isExpired(store, previous)) store.felt?.('expired record, still readable');
    throw new KvsRefusal(409, 'KEY_CONFLICT', `${key} exists`);
  }
  const latest = write(records, { key, value, ttlMs: ttlMs(options?.ttl) }, store.now());
  const returned = options?.returnValue === 'PREVIOUS' ? previous : latest;
  return { ...(options?.returnValue && returned && { body: presented(key, returned) }), bytes, keys: 1 };
}

export function deleteRecord(store: Store, records: Records, key: unknown): Answer {
  checkKey(key);
  if (!read(records, key, store.now())) throw notFound(key);
  remove(records, key, store.now());
  return { bytes: 0, keys: 1 };
}

/** A record as it is answered, with all metadata: the SDK hands on what was asked for. */
export const presented = (key: string, { value, createdAt, updatedAt, expiresAt }: StoredRecord) => ({
  key,
  value,
  createdAt,
  updatedAt,
  ...(expiresAt !== undefined && { expireTime: new Date(expiresAt).toISOString() }),
});

const isExpired = ({ now }: Store, { expiresAt }: StoredRecord) => expiresAt !== undefined && expiresAt < now();

export const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
