import { createHash, createSecretKey } from 'node:crypto';
import { verify as openToken } from 'jsonwebtoken';
import { z } from 'zod';
import { maybe } from '../lenient';
import type { Verdict, VerdictReason, WebhookAnswer, WebhookRequest } from '../provider';
import { sameText } from '../sameText';

/**
 * Checks the token in `Authorization`: signed with the account's signature secret, fresh, for this application, and
 * vouching for the raw body by its hash. Its `jti` is not remembered: a repeated event is known by its `message_uuid`.
 * https://developer.vonage.com/en/messages/concepts/signed-webhooks (read 2026-11)
 */
export function verify({ headers, body }: WebhookRequest, account: VonageAccount, now: Date): Verdict {
  const header = headers.authorization;
  if (!header) return refused('no-signature');
  const [, token] = BEARER.exec(header) ?? [];
  if (!token) return refused('malformed-signature');
  const claims = claimsIn(token, account.signatureSecret);
  // A token that names no body vouches for none.
  if (!claims?.payload_hash || !sameText(claims.payload_hash.toLowerCase(), sha256(body))) {
    return refused('wrong-signature');
  }
  if (!isFresh(claims.iat, now)) return refused('stale');
  const { application_id: application } = claims;
  return application === undefined || application === account.applicationId ? { ok: true } : refused('wrong-account');
}

const refused = (reason: VerdictReason): Verdict => ({ ok: false, reason });

export type VonageAccount = { readonly applicationId: string; readonly signatureSecret: string };

/**
 * Vonage sends an unsigned webhook now and then, and signs it when it tries again after a 5xx; after another 4xx it
 * gives up. https://developer.vonage.com/en/messages/concepts/signed-webhooks (read 2026-11)
 */
export const refusal = (reason: VerdictReason): WebhookAnswer => ({
  status: reason === 'no-signature' || reason === 'stale' ? 503 : 401,
  headers: {},
  body: '',
});

/** A token of three parts, in base64url. */
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The claims of a token that was signed with this secret, whatever its times say. Only HS256: never what the token asks for. */
function claimsIn(token: string, secret: string): z.infer<typeof Claims> | undefined {
  try {
    const times = { ignoreExpiration: true, ignoreNotBefore: true };
    // As a key object: given a text, the library first tries whether it is a public key, which takes ten times as long.
    const key = createSecretKey(secret, 'utf8');
    return Claims.safeParse(openToken(token, key, { algorithms: ['HS256'], ...times })).data;
  } catch {
    // The library throws for each of the many ways in which a token is not good: all mean the same here.
    return undefined;
  }
}

/** As old, or as far ahead, as a token may be: every attempt is signed anew. */
const TOLERANCE_MS = 5 * 60 * 1000;

const isFresh = (issuedAt: number | undefined, now: Date): boolean =>
  issuedAt !== undefined && Math.abs(now.getTime() - issuedAt * 1000) <= TOLERANCE_MS;

const Claims = z.object({
  iat: maybe(z.number()),
  payload_hash: maybe(z.string()),
  application_id: maybe(z.string()),
});

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
