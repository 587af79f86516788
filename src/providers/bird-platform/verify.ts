import type { Webhook } from 'standardwebhooks';
import type { Verdict, WebhookRequest } from '../provider';
import { sameSignature } from '../sameText';

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md (read 2026-11) */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Checks a Standard Webhooks signature over id, time and raw body. For a day after a rotation Bird signs with the old and
 * the new secret: one good signature of the list is enough. The library signs; time and comparison are ours, because it
 * reads the machine's own clock.
 */
export function verify({ headers, body }: WebhookRequest, signer: Webhook | undefined, now: Date): Verdict {
  const [id, seconds, signatures] = NAMES.map((name) => headers[name]);
  if (!id || !seconds || !signatures) return { ok: false, reason: 'no-signature' };
  if (!SECONDS.test(seconds) || !SIGNATURES.test(signatures)) return { ok: false, reason: 'malformed-signature' };
  // Without a secret nothing can be right.
  if (!signer) return { ok: false, reason: 'wrong-signature' };
  const at = new Date(Number(seconds) * 1_000);
  const expected = signer.sign(id, at, body);
  const isSigned = signatures.split(' ').some((signature) => sameSignature(signature, expected));
  if (!isSigned) return { ok: false, reason: 'wrong-signature' };
  return Math.abs(now.getTime() - at.getTime()) <= TOLERANCE_MS ? { ok: true } : { ok: false, reason: 'stale' };
}

const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
const SECONDS = /^\d{1,11}$/;
/** Versions separated by spaces, e.g. `v1,<base64>`; versions we do not know are passed over. */
const SIGNATURES = /^v\d+[a-z]?,[A-Za-z0-9+/]+={0,2}( v\d+[a-z]?,[A-Za-z0-9+/]+={0,2})*$/;
