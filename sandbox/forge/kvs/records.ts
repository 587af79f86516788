import type { Records, StoredRecord } from '../state';

/** Expired records stay readable until they are deleted, up to 48 hours later (Forge KVS reference, read 2026-08). */
const DELETED_AFTER_EXPIRY_MS = 48 * 3_600_000;
/** No query lags further behind than this. */
export const OLDEST_VIEW_MS = 120_000;

/** The record as it is now: what a strong read sees. */
export function read(records: Records, key: string, now: number): StoredRecord | undefined {
  return alive(Object.hasOwn(records, key) ? records[key]?.at(-1)?.record : undefined, now);
}

/** The record as it was then: what a query may still see. */
export function readAsOf(records: Records, key: string, view: { then: number; now: number }): StoredRecord | undefined {
  return alive(records[key]?.findLast((version) => version.at <= view.then)?.record, view.now);
}

export type Write = { readonly key: string; readonly value: unknown; readonly ttlMs?: number | undefined };

export function write(records: Records, { key, value, ttlMs }: Write, now: number): StoredRecord {
  const createdAt = read(records, key, now)?.createdAt ?? now;
  const record: StoredRecord = {
    value,
    createdAt,
    updatedAt: now,
    ...(ttlMs !== undefined && { expiresAt: now + ttlMs }),
  };
  records[key] = [...recent(records, key, now), { at: now, record }];
  return record;
}

export function remove(records: Records, key: string, now: number): void {
  const versions = recent(records, key, now);
  if (versions.length) records[key] = [...versions, { at: now }];
}

/** The versions a query may still see: of those older than any view, the last. */
function recent(records: Records, key: string, now: number) {
  const versions = Object.hasOwn(records, key) ? (records[key] ?? []) : [];
  const first = versions.findLastIndex((version) => version.at <= now - OLDEST_VIEW_MS);
  return versions.slice(Math.max(0, first));
}

const alive = (record: StoredRecord | undefined, now: number) =>
  record?.expiresAt !== undefined && now > record.expiresAt + DELETED_AFTER_EXPIRY_MS ? undefined : record;
