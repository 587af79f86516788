import { z } from 'zod';

// Strict in what we use, lenient in what we ignore: one odd field or element must not cost the rest of a webhook.

/** The field where it has the right shape; undefined where it is absent or anything else. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** Elements are read one by one later, so that an odd one costs only itself. No list at all is an empty list. */
export const list = z.array(z.unknown()).catch([]);

/** A word of a provider for our log: short and without anything that a person could have written. */
export const word = (raw: string): string => (/^[\w.-]{1,60}$/.test(raw) ? raw : 'unknown');
