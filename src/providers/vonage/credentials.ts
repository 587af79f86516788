import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** As they are stored: texts from the form. What may be left empty is an empty text. */
export const Credentials = z.object({
  applicationId: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  privateKey: z.string().transform((text, context) => {
    const key = privateKeyIn(text);
    if (key) return key;
    context.addIssue({ code: 'custom', message: 'no private key' });
    return z.NEVER;
  }),
  signatureSecret: z.string().trim().regex(/^\S+$/),
  whatsAppAccountId: z.string().trim().regex(/^\d*$/).default(''),
  region: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(eu|us|ap)?$/)
    .default(''),
});
export type VonageCredentials = z.infer<typeof Credentials>;

/**
 * The RSA key in a PEM file, however its lines were lost: a field of one line swallows line breaks, an environment
 * file writes them as `\n`. Undefined for anything that Vonage could not use.
 */
function privateKeyIn(text: string): KeyObject | undefined {
  const [, label = '', body = ''] =
    /-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+/=\s\\]+?)-----END \1-----/.exec(text) ?? [];
  const lines = body.replace(/\\n|\s/g, '').match(/.{1,64}/g) ?? [];
  try {
    const key = createPrivateKey([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n'));
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_BITS ? key : undefined;
  } catch {
    // Not a key, or only a part of one.
    return undefined;
  }
}

/** RFC 7518, 3.3: RS256 needs 2048 bits; Vonage makes its keys that long. */
const SMALLEST_BITS = 2048;
