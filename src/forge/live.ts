import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { z } from 'zod';
import type { Live } from '../app/ports';
import { cache } from './cache';
import { log } from './log';
import { withinTime } from './withinTime';

const TIMEOUT_MS = 2_000;
/** A token is given up this long before it expires. */
const MARGIN_MS = 60_000;

type Right = 'publish' | 'subscribe';

export const live: Live = {
  async publish(channel) {
    const token = await publishToken(channel);
    await attempt('live publish failed', async () => {
      const answer = await publishGlobal(channel, { changed: true }, token === undefined ? undefined : { token });
      if (answer.errors) throw new Error('realtime refused the event');
    });
  },
  subscribeToken: async (channel) => (await sign(channel, 'subscribe'))?.token,
};

/** A global channel reaches only subscribers whose token carries the publisher's claims (Realtime, authorizing channels). */
async function publishToken(channel: string): Promise<string | undefined> {
  const known = cache.get(`live ${channel}`);
  if (typeof known === 'string') return known;
  const signed = await sign(channel, 'publish');
  if (signed) cache.set(`live ${channel}`, signed.token, signed.expiresAt * 1_000 - Date.now() - MARGIN_MS);
  return signed?.token;
}

/** `expiresAt` is in epoch seconds. */
const Signed = z.object({ token: z.string(), expiresAt: z.coerce.number() });

async function sign(channel: string, right: Right): Promise<z.infer<typeof Signed> | undefined> {
  return attempt('live token refused', async () => {
    const answer = await signRealtimeToken(channel, { channel }, [right]);
    if (answer.errors) throw new Error('realtime gave no token');
    return Signed.parse(answer);
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
