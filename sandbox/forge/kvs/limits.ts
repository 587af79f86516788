import type { AttributeType, EntityDeclaration } from '../manifest';
import { badRequest } from './refusal';

// Limits of Forge storage: "Storage limits" and the entities reference, read 2026-08.
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const MAX_KEY = 500;
const MAX_VALUE_BYTES = 240 * 1024;
const MAX_DEPTH = 31;
export const MAX_BATCH_KEYS = 25;
export const MAX_REQUEST_BYTES = 4 * 1024 * 1024;
const MAX_TTL_SECONDS = 365 * 86_400;
const SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3_600, DAYS: 86_400 };

export type Ttl = { readonly value: number; readonly unit: keyof typeof SECONDS };

export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || key.length < 1)
    throw badRequest('INVALID_KEY', 'a key is a text of 1 to 500 characters');
  if (key.length > MAX_KEY)
    throw badRequest('KEY_TOO_LONG', `a key has at most ${MAX_KEY} characters, not ${key.length}`);
  if (!KEY.test(key))
    throw badRequest('INVALID_KEY', `the key ${key} has characters outside a-z A-Z 0-9 : . _ - # and space`);
}

/** The value's size in bytes. */
export function checkValue(value: unknown): number {
  if (value === undefined || value === null) throw badRequest('INVALID_VALUE', 'there is no value');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > MAX_VALUE_BYTES) throw badRequest('MAX_SIZE', `a value has at most 240 KiB, not ${bytes} bytes`);
  const depth = depthOf(value);
  if (depth > MAX_DEPTH) throw badRequest('MAX_DEPTH', `a value is at most ${MAX_DEPTH} levels deep, not ${depth}`);
  return bytes;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((deepest: number, one) => Math.max(deepest, depthOf(one)), 0);
}

export function ttlMs(ttl: Ttl | undefined): number | undefined {
  if (!ttl) return undefined;
  const seconds = ttl.value * SECONDS[ttl.unit];
  if (!(seconds > 0) || seconds > MAX_TTL_SECONDS)
    throw badRequest('INVALID_TTL', 'a TTL is between 1 second and 1 year');
  return seconds * 1_000;
}

/** Entity values are objects of the declared attributes. */
export function checkEntityValue(entity: EntityDeclaration, value: unknown): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('INVALID_ENTITY_VALUE', `a value of ${entity.name} is an object`);
  }
  for (const [name, attribute] of Object.entries(value)) {
    const type = entity.attributes[name]?.type;
    if (!type) throw badRequest('INVALID_ENTITY_VALUE', `${entity.name} declares no attribute ${name}`);
    if (!FITS[type](attribute)) throw badRequest('INVALID_ENTITY_VALUE', `${entity.name}.${name} is not a ${type}`);
  }
  return checkValue(value);
}

const FITS: Record<AttributeType, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string' && value.trim() !== '', // empty and blank texts are refused
  boolean: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31, // 32 bits
  any: () => true,
};
