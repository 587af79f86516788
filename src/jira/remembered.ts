import type { z } from 'zod';
import type { Cache } from '../app/ports';
import type { JiraOutcome } from './outcome';

/** Where a found value is kept; `shape` reads it back, for the cache knows no types. */
export type Memory<Value> = { readonly key: string; readonly lifeMs: number; readonly shape: z.ZodType<Value> };

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** Asks once in the memory's life. Only what was found is remembered: a failure may be over the next time. */
export async function remembered<Value>(
  cache: Cache,
  { key, lifeMs, shape }: Memory<Value>,
  find: () => Promise<JiraOutcome<Value>>,
): Promise<JiraOutcome<Value>> {
  const known = shape.safeParse(cache.get(key));
  if (known.success) return { kind: 'ok', value: known.data };
  const found = await find();
  if (found.kind === 'ok') cache.set(key, found.value, lifeMs);
  return found;
}
