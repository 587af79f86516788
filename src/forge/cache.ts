import { getAppContext } from '@forge/api';
import type { Cache } from '../app/ports';

type Entry = { readonly value: unknown; readonly until: number };

/** Oldest entries give way: a warm process may serve hundreds of installations. */
const MOST_ENTRIES = 1_000;

/** Insertion order is age. A warm process is reused across tenants, so the installation is part of every key. */
const entries = new Map<string, Entry>();

export const cache: Cache = {
  get(key) {
    const entry = entries.get(ownKey(key));
    return entry && entry.until > Date.now() ? entry.value : undefined;
  },
  set(key, value, lifeMs) {
    const own = ownKey(key);
    entries.delete(own);
    entries.set(own, { value, until: Date.now() + lifeMs });
    for (const oldest of entries.keys()) {
      if (entries.size <= MOST_ENTRIES) return;
      entries.delete(oldest);
    }
  },
  drop: (key) => void entries.delete(ownKey(key)),
};

const ownKey = (key: string): string => `${getAppContext().installationAri.installationId} ${key}`;
