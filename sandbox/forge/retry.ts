/** A retry the function asked for by returning an `InvocationError` of `@forge/events`; undefined when it did not. */
export type Retry = { readonly afterMs: number; readonly retryReason?: string; readonly retryData?: unknown };

const MAX_RETRY_AFTER_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;

type Returned = {
  readonly _retry?: unknown;
  readonly retryOptions?: { readonly retryAfter?: number; readonly retryReason?: string; readonly retryData?: unknown };
};

export function retryOf(value: unknown): Retry | undefined {
  if (typeof value !== 'object' || value === null || (value as Returned)._retry !== true) return undefined;
  const { retryAfter = 1, retryReason, retryData } = (value as Returned).retryOptions ?? {};
  const fits = retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) <= MAX_RETRY_DATA_BYTES;
  return {
    afterMs: Math.min(MAX_RETRY_AFTER_SECONDS, retryAfter) * 1_000,
    ...(retryReason !== undefined && { retryReason }),
    ...(fits && { retryData }),
  };
}
