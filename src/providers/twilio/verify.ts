import { createHash, createHmac } from 'node:crypto';
import type { Verdict, WebhookRequest } from '../provider';
import { sameSignature, sameText } from '../sameText';
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
  const form = new URLSearchParams(request.body);
  if (!isSigned(request, form, { signature, authToken })) return { ok: false, reason: 'wrong-signature' };
  // A sub-account signs with its own token; a body that names another account is not for this connection.
  const named = fieldsOf(request, form).get('AccountSid');
  return named === undefined || named === accountSid ? { ok: true } : { ok: false, reason: 'wrong-account' };
}

export type TwilioCredentials = { readonly accountSid: string; readonly authToken: string };

type Claim = { readonly signature: string; readonly authToken: string };

function isSigned(request: WebhookRequest, form: URLSearchParams, { signature, authToken }: Claim): boolean {
  const hash = request.query[BODY_HASH];
  if (hash !== undefined && !sameText(hash, sha256(request.body))) return false;
  const parameters = hasBodyHash(request) || request.method === 'GET' ? '' : signedParameters(form);
  const isSignedAs = (url: string) => sameSignature(signature, sign(url + parameters, authToken));
  // Nearly always it is the address as it came.
  return isSignedAs(request.url) || spellings(request.url).some(isSignedAs);
}

/** Names and values without separators, names sorted by code unit; of a repeated name each value once, sorted. */
function signedParameters(form: URLSearchParams): string {
  // In one pass: nobody has proved yet that the form is Twilio's, and it may have any number of names.
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    const seen = values.get(name);
    if (seen) seen.push(value);
    else values.set(name, [value]);
  }
  const names = [...values.keys()].sort();
  return names.reduce((text, name) => text + spelled(name, values.get(name) ?? []), '');
}

function spelled(name: string, values: readonly string[]): string {
  const once = values.length > 1 ? [...new Set(values)].sort() : values;
  return once.reduce((text, value) => text + name + value, '');
}

const sign = (text: string, authToken: string): string =>
  createHmac('sha1', authToken).update(text, 'utf8').digest('base64');

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
