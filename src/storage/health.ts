import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { ConnectionId } from '../domain/ids';
import { healthRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** `elsewhere` and `none` of at least one number; `cannot-ask` the provider, `not-told` by it this time. */
export const WEBHOOK_STATES = ['ours', 'elsewhere', 'none', 'cannot-ask', 'not-told'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** What the provider answered when it was last asked about a connection. Times are epoch milliseconds. */
export type Health = {
  readonly version: 1;
  readonly at: number;
  readonly works: boolean;
  /** The answer in a sentence. */
  readonly message: string;
  /** Sentences about business numbers that something is wrong with. */
  readonly troubles: readonly string[];
  /** Where the provider sends what customers write. Absent: nobody has asked yet. */
  readonly webhook?: WebhookState;
  /** Since when it has been as well, or as unwell. */
  readonly since: number;
};

const HEALTH: RecordKind<Health> = {
  name: 'health',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    at: z.number(),
    works: z.boolean(),
    message: z.string(),
    troubles: z.array(z.string()),
    webhook: z.enum(WEBHOOK_STATES).exactOptional(),
    since: z.number(),
  }) satisfies z.ZodType<Health>,
};

/** Undefined when the provider was not asked since the credentials were entered. */
export async function loadHealth(store: Ports['store'], connection: ConnectionId): Promise<Health | undefined> {
  const stored = await store.get(healthRef(connection));
  return stored && readRecord(HEALTH, stored);
}

export const saveHealth = (store: Ports['store'], connection: ConnectionId, health: Health): Promise<void> =>
  store.put(healthRef(connection), health);

export const forgetHealth = (store: Ports['store'], connection: ConnectionId): Promise<void> =>
  store.delete(healthRef(connection));
