import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { z } from 'zod';
import type { Live } from '../app/ports';
import { cache } from './cache';
import { log } from './log';
import { withinTime } from './withinTime';

const TIMEOUT_MS = 2_000;
/** Shorter than any life Forge gives a token, so that a cached one is never stale. */
const TOKEN_LIFE_MS = 5 * 60_000;

type Right = 'publish' | 'subscribe';

export const live: Live = {
  async publish(channel) {
    const token = await publishToken(channel);
    await attempt('live publish failed', async () => {
      const answer = await publishGlobal(channel, { changed: true }, token === undefined ? undefined : { token });
      if (answer.errors) throw new Error('realtime refused the event');
    });
  },
  subscribeToken: (channel) => signed(channel, 'subscribe'),
};

/** A global channel reaches only subscribers whose token carries the publisher's claims (Realtime, authorizing channels). */
async function publishToken(channel: string): Promise<string | undefined> {
  const known = cache.get(`live ${channel}`);
  if (typeof known === 'string') return known;
  const token = await signed(channel, 'publish');
  if (token !== undefined) cache.set(`live ${channel}`, token, TOKEN_LIFE_MS);
  return token;
}

async function signed(channel: string, right: Right): Promise<string | undefined> {
  return attempt('live token refused', async () => {
    const answer = await signRealtimeToken(channel, { channel }, [right]);
    if (answer.errors) throw new Error('realtime gave no token');
    return z.string().parse(answer.token);
  });
}

/** Screens poll when nothing arrives, so a failure here costs seconds, never a message. */
async function attempt<Value>(event: string, work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await withinTime('realtime', TIMEOUT_MS, work);
  } catch (error) {
    log.warn(event, { error: error instanceof Error ? error.message : 'unknown' });
    return undefined;
  }
}
