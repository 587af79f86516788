import { type Conditions, holds } from './conditions';
import { checkKey, MAX_BATCH_KEYS, MAX_REQUEST_BYTES, ttlMs } from './limits';
import { read, remove, write } from './records';
import { badRequest, KvsRefusal } from './refusal';
import { type Answer, checkWrite, type Place, recordsAt, type SetOptions, type Store } from './store';

type Conditional = Place & { readonly conditions?: Conditions };
export type TransactionRequest = {
  readonly set?: readonly (Conditional & { readonly value: unknown; readonly options?: SetOptions })[];
  readonly delete?: readonly Conditional[];
  readonly check?: readonly Conditional[];
};

/** All or nothing. Every limit is checked, then every condition, then everything is written. */
export function transact(store: Store, request: TransactionRequest): Answer {
  const { set = [], delete: gone = [], check = [] } = request;
  const operations = [...set, ...gone, ...check];
  checkOperations(operations);
  const bytes = set.reduce((sum, one) => sum + checkWrite(store, one, one.value), 0);
  if (bytes > MAX_REQUEST_BYTES) throw badRequest('MAX_SIZE', 'a transaction has at most 4 MB');
  for (const one of check)
    if (!one.conditions) throw badRequest('INVALID_CONDITIONS', `${one.key} is checked for nothing`);
  for (const one of operations) checkCondition(store, one);
  for (const { key, entityName, value, options } of set) {
    write(recordsAt(store, entityName), { key, value, ttlMs: ttlMs(options?.ttl) }, store.now());
  }
  for (const { key, entityName } of gone) remove(recordsAt(store, entityName), key, store.now());
  return { bytes, keys: operations.length };
}

function checkOperations(operations: readonly Conditional[]): void {
  if (operations.length < 1 || operations.length > MAX_BATCH_KEYS) {
    throw badRequest(
      'INVALID_TRANSACTION',
      `a transaction has 1 to ${MAX_BATCH_KEYS} operations, not ${operations.length}`,
    );
  }
  const places = new Set(operations.map(({ key, entityName }) => JSON.stringify([entityName, key])));
  if (places.size < operations.length) throw badRequest('DUPLICATE_KEY', 'a transaction names each key once');
  for (const { key } of operations) checkKey(key);
}

function checkCondition(store: Store, { key, entityName, conditions }: Conditional): void {
  if (!conditions) return;
  if (entityName === undefined) {
    throw badRequest('INVALID_CONDITIONS', `${key} is no entity: conditions are possible on entities only`);
  }
  const record = read(recordsAt(store, entityName), key, store.now());
  // What the platform answers here is documented nowhere: whoever relies on it is stopped.
  if (!record)
    throw badRequest('CONDITION_ON_MISSING_KEY', `${entityName} ${key} does not exist: its condition is undefined`);
  if (!holds(conditions, record.value)) {
    throw new KvsRefusal(409, 'CONDITIONAL_CHECK_FAILED', `the condition on ${entityName} ${key} does not hold`);
  }
}
