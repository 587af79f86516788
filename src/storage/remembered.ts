import type { z } from 'zod';
import type { Cache } from '../app/ports';

/** What a warm process may keep of a record: under which key, how long, and its shape (the cache knows no types). */
export type Memory<Value> = { readonly key: string; readonly lifeMs: number; readonly schema: z.ZodType<Value> };

/** The value from memory, else loaded and kept. Only hits are kept: what is missing now may be there at the next look. */
export async function remembered<Value>(
  cache: Cache,
  memory: Memory<Value>,
  load: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  const known = memory.schema.safeParse(cache.get(memory.key));
  if (known.success) return known.data;
  const value = await load();
  if (value !== undefined) cache.set(memory.key, value, memory.lifeMs);
  return value;
}
