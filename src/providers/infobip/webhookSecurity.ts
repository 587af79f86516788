import { createHmac } from 'node:crypto';

/** How Infobip proves that a webhook is its own, as the administrator chose it there. */
export type WebhookSecurity =
  | { readonly kind: 'basic' }
  | {
      readonly kind: 'hmac';
      /** Lower-case. */
      readonly header: string;
      readonly algorithm: Algorithm;
      readonly encoding: Encoding;
      /** Stands before the signature, e.g. `sha256=`; may be empty. */
      readonly prefix: string;
    };

// Infobip, Subscriptions API, security settings: HMAC_MD5 to HMAC_SHA_512 (OpenAPI 3.210.0, read 2026-11). Neither header
// nor encoding are documented, so the administrator copies them from a webhook of the account.
const ALGORITHMS = { md5: 16, sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 } as const;
type Algorithm = keyof typeof ALGORITHMS;
type Encoding = 'hex' | 'base64';

const WRITTEN =
  /^hmac\s+([A-Za-z0-9-]{1,64})\s+(md5|sha1|sha224|sha256|sha384|sha512)\s+(hex|base64)(?:\s+(\S{1,32}))?$/i;

/** Reads `basic`, or `hmac <header> <algorithm> <encoding> [<prefix>]`. */
export function parseWebhookSecurity(written: string): WebhookSecurity | undefined {
  if (/^basic$/i.test(written)) return { kind: 'basic' };
  const [, header, algorithm, encoding, prefix = ''] = WRITTEN.exec(written) ?? [];
  if (!header || !algorithm || !encoding) return undefined;
  return {
    kind: 'hmac',
    header: header.toLowerCase(),
    algorithm: algorithmNamed(algorithm.toLowerCase()),
    encoding: encoding.toLowerCase() === 'hex' ? 'hex' : 'base64',
    prefix,
  };
}

export type Hmac = Extract<WebhookSecurity, { kind: 'hmac' }>;

/** The header's value for a body: signed over its raw bytes. */
export const signatureOf = (body: string, { algorithm, encoding, prefix }: Hmac, secret: string): string =>
  prefix + createHmac(algorithm, secret).update(body, 'utf8').digest(encoding);

/** Could the header's value be a signature at all? */
export function isSignatureShaped(value: string, { algorithm, encoding, prefix }: Hmac): boolean {
  const bytes = ALGORITHMS[algorithm];
  const signature = value.slice(prefix.length);
  if (!value.startsWith(prefix)) return false;
  if (encoding === 'hex') return signature.length === bytes * 2 && /^[0-9a-f]+$/.test(signature);
  return signature.length === Math.ceil(bytes / 3) * 4 && /^[A-Za-z0-9+/]+={0,2}$/.test(signature);
}

const isAlgorithm = (name: string): name is Algorithm => name in ALGORITHMS;
const algorithmNamed = (name: string): Algorithm => (isAlgorithm(name) ? name : 'sha256');
