import { createHash, createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Verdict, VerdictReason, WebhookRequest } from '../provider';
import { sameText } from '../sameText';
import { verifyLegacy } from './legacySignature';
import { spellings } from './signedUrl';

/**
 * Checks `MessageBird-Signature-JWT`: a token over the hashes of the public address and of the raw body, good for a minute.
 * Accounts that still sign the older way are checked that way, with the same key.
 * https://developers.messagebird.com/docs/verify-http-requests (read 2026-11)
 */
export function verify(request: WebhookRequest, signingKey: string, now: Date): Verdict {
  const token = request.headers['messagebird-signature-jwt'];
  if (token === undefined) return verifyLegacy(request, signingKey, now);
  const claims = claimsOf(token, signingKey, now);
  if (typeof claims === 'string') return { ok: false, reason: claims };
  return isAbout(request, claims) ? { ok: true } : { ok: false, reason: 'wrong-signature' };
}

/** The library of MessageBird allows the same. */
const TOLERANCE_SECONDS = 5;

function claimsOf(token: string, signingKey: string, now: Date): Claims | VerdictReason {
  try {
    const claims = Claims.safeParse(
      // As a key object: given a text, the library first tries whether it is a public key, which takes ten times as long.
      jwt.verify(token, createSecretKey(signingKey, 'utf8'), {
        algorithms: ['HS256', 'HS384', 'HS512'],
        issuer: 'MessageBird',
        clockTimestamp: Math.floor(now.getTime() / 1000),
        clockTolerance: TOLERANCE_SECONDS,
      }),
    );
    return claims.success ? claims.data : 'malformed-signature';
  } catch (error) {
    return refusalOf(error);
  }
}

/** The library says by throwing what is wrong with a token. */
function refusalOf(error: unknown): VerdictReason {
  if (error instanceof jwt.TokenExpiredError || error instanceof jwt.NotBeforeError) return 'stale';
  return error instanceof Error && error.message === 'invalid signature' ? 'wrong-signature' : 'malformed-signature';
}

/** A request with a body needs its hash, one without must not have any. */
function isAbout({ url, body }: WebhookRequest, { url_hash, payload_hash }: Claims): boolean {
  const isBodyMeant = body === '' ? payload_hash === undefined : sameText(payload_hash ?? '', sha256(body));
  return isBodyMeant && spellings(url).some((one) => sameText(url_hash, sha256(one)));
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A token without an end would be good for ever, so `exp` is asked for as well. */
const Claims = z.object({
  jti: z.string(),
  exp: z.number(),
  url_hash: z.string(),
  payload_hash: z.string().exactOptional(),
});
type Claims = z.infer<typeof Claims>;
