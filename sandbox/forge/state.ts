import type { Chance } from '../chance';

/** Everything the platform keeps, as plain JSON. */
export type PlatformState = {
  readonly installationId: string;
  readonly environmentId: string;
  /** Signs realtime tokens. */
  readonly secret: string;
  readonly kvs: KvsState;
  readonly queue: QueueState;
  /** By key. Absent in worlds saved before there was an object store. */
  objects?: Record<string, StoredObject>;
};

/** `bytes` in base64. */
export type StoredObject = { readonly type: string; readonly bytes: string; readonly expiresAt: number };

export type KvsState = {
  readonly plain: Records;
  readonly secrets: Records;
  readonly entities: Record<string, Records>;
};
/** By key, the versions a late reader may still see, newest last. */
export type Records = Record<string, Version[]>;
/** No `record`: deleted at that time. */
export type Version = { readonly at: number; readonly record?: StoredRecord };
export type StoredRecord = {
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The record stays readable after it: the platform deletes up to 48 hours later. */
  readonly expiresAt?: number;
};

export type QueueState = {
  /** Events pushed in the current minute of the clock. */
  minute: { startedAt: number; events: number };
  readonly jobs: Record<string, JobStats>;
};
export type JobStats = { success: number; inProgress: number; failed: number; cancelled?: true };

export function newPlatformState(chance: Chance): PlatformState {
  return {
    installationId: chance.uuid(),
    environmentId: chance.uuid(),
    secret: chance.uuid(),
    kvs: { plain: {}, secrets: {}, entities: {} },
    queue: { minute: { startedAt: 0, events: 0 }, jobs: {} },
  };
}
