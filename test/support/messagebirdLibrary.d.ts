/** What we use of MessageBird's library to check ourselves by; its own types leave these files out. */
declare module 'messagebird/lib/signature' {
  export function generate(
    request: {
      readonly headers: Readonly<Record<string, string>>;
      readonly query: Readonly<Record<string, string>>;
      readonly body: string;
    },
    signingKey: string,
  ): Buffer;
}

declare module 'messagebird/lib/webhook-signature-jwt' {
  import type { KeyObject } from 'node:crypto';

  export const VerifyOptions: new (validateUrl: boolean, validatePayload: boolean, options: object) => object;
  type Signed = [url: string, payload: Buffer, token: string, key: KeyObject, options: object];
  /** Rejects for a signature that is not good. */
  export function verify(...signed: Signed): Promise<true>;
}
