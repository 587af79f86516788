import { createHash, createHmac } from 'node:crypto';
import type { Verdict, WebhookRequest } from '../provider';
import { sameText } from '../sameText';
import { sortedQueries } from './signedUrl';

/** Seconds that a signature lives: the limit in the library of MessageBird. */
const LIFE_SECONDS = 100;

/**
 * `MessageBird-Signature` over the time, the sorted parameters of the address and the hash of the raw body. The path is not
 * covered. https://github.com/messagebird/messagebird-nodejs (lib/signature.js, read 2026-11)
 */
export function verifyLegacy(request: WebhookRequest, signingKey: string, now: Date): Verdict {
  const signature = request.headers['messagebird-signature'];
  const time = request.headers['messagebird-request-timestamp'];
  if (signature === undefined) return { ok: false, reason: 'no-signature' };
  if (!/^[A-Za-z0-9+/]{43}=$/.test(signature) || !time || !/^\d{1,12}$/.test(time))
    return { ok: false, reason: 'malformed-signature' };
  const isOurs = sortedQueries(request.url).some((query) =>
    sameText(signature, sign(signingKey, `${time}\n${query}\n`, request.body)),
  );
  if (!isOurs) return { ok: false, reason: 'wrong-signature' };
  const isFresh = Math.abs(now.getTime() / 1000 - Number(time)) < LIFE_SECONDS;
  return isFresh ? { ok: true } : { ok: false, reason: 'stale' };
}

const sign = (signingKey: string, head: string, body: string): string =>
  createHmac('sha256', signingKey)
    .update(head, 'utf8')
    .update(createHash('sha256').update(body, 'utf8').digest())
    .digest('base64');
