import { createHash, createHmac } from 'node:crypto';
import type { Verdict, WebhookRequest } from '../provider';
import { sameText } from '../sameText';
import { BODY_HASH, fieldsOf, hasBodyHash } from './payloads';
import { spellings } from './signedUrl';

/**
 * Checks `X-Twilio-Signature` over the public address and every parameter, empty and unknown ones included.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security (read 2026-11)
 */
export function verify(request: WebhookRequest, { accountSid, authToken }: TwilioCredentials): Verdict {
  const signature = request.headers['x-twilio-signature'];
  if (!signature) return { ok: false, reason: 'no-signature' };
  if (!/^[A-Za-z0-9+/]{27}=$/.test(signature)) return { ok: false, reason: 'malformed-signature' };
  if (!isSigned(request, signature, authToken)) return { ok: false, reason: 'wrong-signature' };
  // A sub-account signs with its own token; a body that names another account is not for this connection.
  const named = fieldsOf(request).get('AccountSid');
  return named === undefined || named === accountSid ? { ok: true } : { ok: false, reason: 'wrong-account' };
}

export type TwilioCredentials = { readonly accountSid: string; readonly authToken: string };

function isSigned(request: WebhookRequest, signature: string, authToken: string): boolean {
  const hash = request.query[BODY_HASH];
  if (hash !== undefined && !sameText(hash, sha256(request.body))) return false;
  const parameters = hasBodyHash(request) || request.method === 'GET' ? '' : signedParameters(request.body);
  return spellings(request.url).some((url) => sameText(signature, sign(url + parameters, authToken)));
}

/** Names and values without separators, names sorted by code unit; of a repeated name each value once, sorted. */
function signedParameters(body: string): string {
  const form = new URLSearchParams(body);
  const names = [...new Set(form.keys())].sort();
  return names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => `${name}${value}`)).join('');
}

const sign = (text: string, authToken: string): string =>
  createHmac('sha1', authToken).update(text, 'utf8').digest('base64');

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
