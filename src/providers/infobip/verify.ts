import type { Verdict, WebhookRequest } from '../provider';
import { sameText } from '../sameText';
import { isProven } from './reportAddress';
import { type Hmac, isSignatureShaped, signatureOf, type WebhookSecurity } from './webhookSecurity';

export type WebhookKeys = { readonly webhookSecret: string; readonly webhookSecurity: WebhookSecurity };

/** The user name that Infobip is given for Basic; the password is the secret. */
export const BASIC_USER = 'omnichat';

/**
 * Checks the webhook's Basic authorization or its HMAC over the raw body, whichever the administrator set up; a report
 * may come to an address that proves itself instead.
 * https://www.infobip.com/docs/cpaas-x/subscriptions-management (read 2026-11)
 */
export function verify(request: WebhookRequest, { webhookSecret, webhookSecurity }: WebhookKeys): Verdict {
  const verdict =
    webhookSecurity.kind === 'basic'
      ? basicVerdict(request, webhookSecret)
      : hmacVerdict(request, webhookSecurity, webhookSecret);
  if (verdict.ok) return verdict;
  const proven = isProven(request, webhookSecret);
  if (proven === undefined) return verdict;
  return proven ? { ok: true } : { ok: false, reason: 'wrong-signature' };
}

function basicVerdict({ headers }: WebhookRequest, secret: string): Verdict {
  const { authorization } = headers;
  if (!authorization) return { ok: false, reason: 'no-signature' };
  const [, credentials] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
  if (!credentials) return { ok: false, reason: 'malformed-signature' };
  const expected = Buffer.from(`${BASIC_USER}:${secret}`, 'utf8').toString('base64');
  return sameText(credentials, expected) ? { ok: true } : { ok: false, reason: 'wrong-signature' };
}

function hmacVerdict({ headers, body }: WebhookRequest, hmac: Hmac, secret: string): Verdict {
  const signature = headers[hmac.header];
  if (!signature) return { ok: false, reason: 'no-signature' };
  if (!isSignatureShaped(signature, hmac)) return { ok: false, reason: 'malformed-signature' };
  return sameText(signature, signatureOf(body, hmac, secret)) ? { ok: true } : { ok: false, reason: 'wrong-signature' };
}
