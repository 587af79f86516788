import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { ConnectionId, MessageKey } from '../domain/ids';
import { MessageKeySchema } from './idSchemas';
import { logPrefix } from './keys';
import { readRecord, type RecordKind } from './record';

const KINDS = ['refused-webhook', 'unverified-webhook', 'failed-send'] as const;
export type DeliveryLogKind = (typeof KINDS)[number];

/**
 * What an administrator must know about a connection: refused webhooks, those let through unverified, and failed sends.
 * Codes, never contents.
 */
export type DeliveryLogEntry = {
  readonly version: 1;
  readonly at: number;
  readonly kind: DeliveryLogKind;
  readonly reason: string;
  /** The provider's error code. */
  readonly code?: string;
  readonly message?: MessageKey;
};

export const LOG_DAYS = 30;
const LIFE_MS = LOG_DAYS * 24 * 3_600_000;
/** Anyone who learned a webhook address could fill the log at our cost; a process writes so many of a kind a minute, then no more. */
const MOST_PER_MINUTE = 20;
export const LOG_PAGE = 100;

const ENTRY: RecordKind<DeliveryLogEntry> = {
  name: 'delivery log entry',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    at: z.number(),
    kind: z.enum(KINDS),
    reason: z.string(),
    code: z.string().exactOptional(),
    message: MessageKeySchema.exactOptional(),
  }) satisfies z.ZodType<DeliveryLogEntry>,
};

export async function writeDeliveryLog(
  { store, cache, ids }: Pick<Ports, 'store' | 'cache' | 'ids'>,
  connection: ConnectionId,
  entry: Omit<DeliveryLogEntry, 'version'>,
): Promise<void> {
  const minute = `log:${connection}:${entry.kind}:${Math.floor(entry.at / 60_000)}`;
  const written = z.number().catch(0).parse(cache.get(minute));
  if (written >= MOST_PER_MINUTE) return;
  cache.set(minute, written + 1, 60_000);
  const key = `${logPrefix(connection, entry.kind)}${newestFirst(entry.at)}:${ids.next().slice(0, 8)}`;
  await store.put({ key }, { version: 1, ...entry }, LIFE_MS / 1_000);
}

/** A prefix query answers in the order of its keys: time counts down in them, so that the first page is the newest. */
const newestFirst = (at: number): string => String(9_999_999_999_999 - at).padStart(13, '0');

/** The entries of one kind of the last 30 days, newest first, at most 100: a list for people, eventually consistent. */
export async function readDeliveryLog(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  connection: ConnectionId,
  kind: DeliveryLogKind,
): Promise<readonly DeliveryLogEntry[]> {
  const { rows } = await store.query({ kind: 'prefix', prefix: logPrefix(connection, kind), limit: LOG_PAGE });
  // Expired keys stay readable for up to 48 hours (Forge KVS, TTL).
  const since = clock.now() - LIFE_MS;
  return rows.map(({ value }) => readRecord(ENTRY, value)).filter((entry) => entry.at >= since);
}
