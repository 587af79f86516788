import { webTrigger } from '@forge/api';
import type { Site } from '../app/ports';
import { cache } from './cache';
import { withinTime } from './withinTime';

const TIMEOUT_MS = 5_000;
/** The address is stable per installation (web trigger API), so a warm process asks once an hour. */
const LIFE_MS = 3_600_000;
const CACHED = 'web-trigger-url';

export const site: Site = {
  async webTriggerUrl() {
    const known = cache.get(CACHED);
    if (typeof known === 'string') return known;
    const url = await withinTime('web trigger address', TIMEOUT_MS, () => webTrigger.getUrl('inbound'));
    const bare = url.replace(/\/+$/, '');
    cache.set(CACHED, bare, LIFE_MS);
    return bare;
  },
};
