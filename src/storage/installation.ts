import { z } from 'zod';
import type { Ports } from '../app/ports';
import { readRecord, type RecordKind } from './record';

const SECRET = 'installation';
const CACHED = 'installation-key';
/** The key never changes, so a warm process keeps it as long as it likes. */
const LIFE_MS = 24 * 3_600_000;

const INSTALLATION: RecordKind<{ readonly version: 1; readonly key: string }> = {
  name: 'installation key',
  version: 1,
  schema: z.object({ version: z.literal(1), key: z.string().min(32) }),
};

/** The key of this installation's hashes: made once, by whoever comes first, and never again. */
export async function installationKey({ store, cache, ids }: Pick<Ports, 'store' | 'cache' | 'ids'>): Promise<string> {
  const known = cache.get(CACHED);
  if (typeof known === 'string') return known;
  const key = (await storedKey(store)) ?? (await madeKey(store, `${ids.next()}${ids.next()}`));
  cache.set(CACHED, key, LIFE_MS);
  return key;
}

async function storedKey(store: Ports['store']): Promise<string | undefined> {
  const stored = await store.getSecret(SECRET);
  return stored && readRecord(INSTALLATION, stored).key;
}

async function madeKey(store: Ports['store'], fresh: string): Promise<string> {
  if (await store.createSecret(SECRET, { version: 1, key: fresh })) return fresh;
  const theirs = await storedKey(store);
  if (theirs === undefined) throw new Error('the installation key exists but cannot be read');
  return theirs;
}
