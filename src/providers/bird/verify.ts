import { createHash, createHmac } from 'node:crypto';
import type { Verdict, WebhookRequest } from '../provider';
import { sameText } from '../sameText';

/** Seconds that a signature lives: Bird names no limit, this is the usual one. */
const LIFE_SECONDS = 300;

/**
 * Checks `messagebird-signature` over the time, the address of the subscription and the hash of the raw body.
 * https://docs.bird.com/api/notifications-api/api-reference/webhook-subscriptions/verifying-a-webhook-subscription (read 2026-11)
 */
export function verify({ headers, url, body }: WebhookRequest, signingKey: string, now: Date): Verdict {
  const [signature, time] = [headers['messagebird-signature'], headers['messagebird-request-timestamp']];
  if (signature === undefined) return { ok: false, reason: 'no-signature' };
  if (!/^[A-Za-z0-9+/]{43}=$/.test(signature) || !time || !/^\d{1,12}$/.test(time))
    return { ok: false, reason: 'malformed-signature' };
  const expected = createHmac('sha256', signingKey)
    .update(`${time}\n${url}\n`, 'utf8')
    .update(createHash('sha256').update(body, 'utf8').digest())
    .digest('base64');
  if (!sameText(signature, expected)) return { ok: false, reason: 'wrong-signature' };
  const isFresh = Math.abs(now.getTime() / 1000 - Number(time)) <= LIFE_SECONDS;
  return isFresh ? { ok: true } : { ok: false, reason: 'stale' };
}
