import { checkKey, MAX_BATCH_KEYS, MAX_REQUEST_BYTES } from './limits';
import { badRequest, KvsRefusal } from './refusal';
import {
  type Answer,
  checkWrite,
  deleteRecord,
  getRecord,
  type Place,
  recordsAt,
  setRecord,
  sizeOf,
  type SetOptions,
  type Store,
} from './store';

export type BatchItem = Place & { readonly value?: unknown; readonly options?: SetOptions };
/** Perform one item of a batch. */
export type BatchWork = (store: Store, item: BatchItem) => Answer;

export const batchGet: BatchWork = (store, { key, entityName }) => getRecord(store, recordsAt(store, entityName), key);

export const batchSet: BatchWork = (store, item) => {
  if (item.options?.keyPolicy) throw badRequest('INVALID_OPTIONS', 'a batch knows no keyPolicy');
  const bytes = checkWrite(store, item, item.value);
  return setRecord(store, recordsAt(store, item.entityName), { ...item, value: item.value, bytes });
};

export const batchDelete: BatchWork = (store, { key, entityName }) =>
  deleteRecord(store, recordsAt(store, entityName), key);

export type BatchPlan = { readonly work: BatchWork; readonly isBroken: (index: number) => boolean };

/** Each item succeeds or fails for itself. Broken ones fail although nothing is wrong with them. */
export function batch(store: Store, items: readonly BatchItem[], { work, isBroken }: BatchPlan): Answer {
  checkItems(items);
  const results = items.map((item, index) => attempt(store, item, isBroken(index) ? broken : work));
  const place = ({ key, entityName }: BatchItem) => ({ key, ...(entityName !== undefined && { entityName }) });
  const successfulKeys = results.flatMap(({ item, answer }) =>
    answer ? [{ ...place(item), ...(answer.body as object | undefined) }] : [],
  );
  const failedKeys = results.flatMap(({ item, error }) => (error ? [{ ...place(item), error }] : []));
  const bytes = results.reduce((sum, { answer }) => sum + (answer?.bytes ?? 0), 0);
  return { body: { successfulKeys, failedKeys }, bytes, keys: items.length };
}

const broken: BatchWork = () => {
  throw new KvsRefusal(500, 'INTERNAL_SERVER_ERROR', 'this key could not be served');
};

function checkItems(items: readonly BatchItem[]): void {
  if (!Array.isArray(items) || items.length < 1 || items.length > MAX_BATCH_KEYS) {
    throw badRequest('INVALID_BATCH', `a batch has 1 to ${MAX_BATCH_KEYS} keys`);
  }
  const bytes = (items as readonly BatchItem[]).reduce(
    (sum, { value }) => sum + (value === undefined ? 0 : sizeOf(value)),
    0,
  );
  if (bytes > MAX_REQUEST_BYTES) throw badRequest('MAX_SIZE', 'a batch has at most 4 MB');
  for (const { key } of items as readonly BatchItem[]) checkKey(key);
  const places = new Set(items.map(({ key, entityName }: BatchItem) => JSON.stringify([entityName, key])));
  if (places.size < items.length) throw badRequest('DUPLICATE_KEY', 'a batch names each key once');
}

function attempt(store: Store, item: BatchItem, work: BatchWork) {
  try {
    return { item, answer: work(store, item) };
  } catch (error) {
    if (!(error instanceof KvsRefusal)) throw error;
    return { item, error: { code: error.code, message: error.message } };
  }
}
