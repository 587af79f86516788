import { createHash } from 'node:crypto';
import { attributeOf, compare, type Conditions, fits, holds } from './conditions';
import { readAsOf } from './records';
import { badRequest } from './refusal';
import type { Records, StoredRecord } from '../state';
import type { EntityDeclaration } from '../manifest';
import { type Answer, entityOf, presented, recordsAt, sizeOf, type Store } from './store';

type Row = { readonly key: string; readonly record: StoredRecord };
type Paging = { readonly limit?: number; readonly cursor?: string | undefined; readonly question: unknown };

export type KeyQuery = {
  readonly limit?: number;
  readonly after?: string;
  readonly where?: readonly {
    readonly property: string;
    readonly condition: string;
    readonly values: readonly unknown[];
  }[];
};

/** Plain keys, in their order. */
export function queryKeys(store: Store, { limit, after, where = [] }: KeyQuery): Answer {
  for (const one of where) {
    if (one.property !== 'key' || one.condition !== 'BEGINS_WITH')
      throw badRequest('INVALID_QUERY', 'keys are queried by prefix');
  }
  const matches = ({ key }: Row) => where.every((one) => fits(one.condition, key, one.values));
  const rows = rowsOf(store, store.state.plain).filter(matches).sort(byKey);
  return pageOf(rows, { ...(limit !== undefined && { limit }), cursor: after, question: where });
}

export type EntityQuery = {
  readonly entityName: string;
  readonly indexName: string;
  readonly partition?: readonly unknown[];
  readonly range?: { readonly condition: string; readonly values: readonly unknown[] };
  readonly filters?: Conditions;
  readonly sort?: 'ASC' | 'DESC';
  readonly limit?: number;
  readonly cursor?: string;
};

/** Records of an entity, in the order of an index. Filters apply after a page is read: pages may be empty. */
export function queryEntity(store: Store, query: EntityQuery): Answer {
  const { limit, cursor, filters, ...question } = query;
  const index = indexOf(entityOf(store, query.entityName), query);
  const rows = rowsOf(store, recordsAt(store, query.entityName))
    .filter((row) => index.partition.every((name, at) => attributeOf(row.record.value, name) === query.partition?.[at]))
    .filter((row) => index.valueOf(row) !== undefined)
    .filter((row) => !query.range || fits(query.range.condition, index.valueOf(row), query.range.values))
    .sort((one, other) => inOrder(compare(index.valueOf(one), index.valueOf(other)), byKey(one, other)));
  if (query.sort === 'DESC') rows.reverse();
  const paging = { ...(limit !== undefined && { limit }), cursor, question: [question, filters] };
  return pageOf(rows, paging, (row) => !filters || holds(filters, row.record.value));
}

/** Queries lag behind: they see the store as it was a while ago. */
function rowsOf(store: Store, records: Records): Row[] {
  const now = store.now();
  const then = now - store.lagMs();
  return Object.keys(records).flatMap((key) => {
    const record = readAsOf(records, key, { then, now });
    if ((records[key]?.at(-1)?.at ?? 0) > then) store.felt?.('store queries lag');
    return record ? [{ key, record }] : [];
  });
}

function indexOf(entity: EntityDeclaration, { indexName, partition = [] }: EntityQuery) {
  if (indexName === 'by-key') return { partition: [], valueOf: (row: Row): unknown => row.key };
  const found = (entity.indexes ?? []).find((one) => (typeof one === 'string' ? one : one.name) === indexName);
  if (found === undefined) throw badRequest('INVALID_INDEX', `${entity.name} has no index ${indexName}`);
  const names = typeof found === 'string' ? [] : (found.partition ?? []);
  if (names.length !== partition.length)
    throw badRequest('INVALID_PARTITION', `${indexName} wants ${names.length} partition values`);
  const range = typeof found === 'string' ? found : (found.range[0] ?? '');
  return { partition: names, valueOf: (row: Row): unknown => attributeOf(row.record.value, range) };
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

function pageOf(rows: readonly Row[], paging: Paging, keep: (row: Row) => boolean = () => true): Answer {
  const { limit = DEFAULT_LIMIT, cursor, question } = paging;
  if (limit < 1 || limit > MAX_LIMIT) throw badRequest('INVALID_LIMIT', `a page has 1 to ${MAX_LIMIT} rows`);
  const asked = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 12);
  const start = cursor === undefined ? 0 : startOf(rows, cursor, asked);
  const page = rows.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < rows.length && last;
  const data = page.filter(keep).map(({ key, record }) => presented(key, record));
  const next = more ? Buffer.from(JSON.stringify([asked, last.key, start + limit])).toString('base64url') : undefined;
  return { body: { data, ...(next !== undefined && { cursor: next }) }, bytes: sizeOf(data), keys: page.length };
}

/** A cursor holds for the same question only, and goes on after the row it names, or where that row was. */
function startOf(rows: readonly Row[], cursor: string, asked: string): number {
  const [question, key, position] = decode(cursor);
  if (question !== asked) throw badRequest('INVALID_CURSOR', 'the cursor belongs to another query');
  const found = rows.findIndex((row) => row.key === key);
  return found < 0 ? Number(position) : found + 1;
}

function decode(cursor: string): readonly unknown[] {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  } catch {
    return []; // belongs to no query: refused by the caller
  }
}

const inOrder = (first: number | undefined, second: number) => (first === undefined || first === 0 ? second : first);
const byKey = (one: Row, other: Row) => compare(one.key, other.key) ?? 0;
