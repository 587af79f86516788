import { createHmac } from 'node:crypto';
import type { Verdict, WebhookAnswer, WebhookRequest } from '../provider';
import { sameSignature, sameText } from '../sameText';

/**
 * Checks `X-Hub-Signature-256` over the raw body. Meta signs its own spelling of the JSON (`\u00fc`, `\/`), so a body
 * that was parsed and written again never matches.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started (read 2026-11)
 */
export function verify({ headers, body }: WebhookRequest, appSecret: string): Verdict {
  const signature = headers['x-hub-signature-256'];
  if (!signature) return { ok: false, reason: 'no-signature' };
  if (!/^sha256=[0-9a-f]{64}$/.test(signature)) return { ok: false, reason: 'malformed-signature' };
  const expected = `sha256=${createHmac('sha256', appSecret).update(body, 'utf8').digest('hex')}`;
  return sameSignature(signature, expected) ? { ok: true } : { ok: false, reason: 'wrong-signature' };
}

/** Meta asks once, by GET, whether the address is ours: the challenge goes back as it came, never read as a number. */
export function handshake({ query }: WebhookRequest, verifyToken: string): WebhookAnswer {
  const [mode, token, challenge] = [query['hub.mode'], query['hub.verify_token'], query['hub.challenge']];
  if (!mode || !token || !challenge) return plain(400, '');
  return mode === 'subscribe' && sameText(token, verifyToken) ? plain(200, challenge) : plain(403, '');
}

const plain = (status: number, body: string): WebhookAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  body,
});
