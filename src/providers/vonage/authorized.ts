import { createHash } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import type { ProviderRequest } from '../provider';
import type { VonageCredentials } from './credentials';

/** Seconds a token is good for: each is made for one request. */
const LIFETIME = 300;

/**
 * The request with a token of the application. With key and secret of the account instead, reports and messages would
 * go to the account's webhooks, not to the application's.
 * https://developer.vonage.com/en/getting-started/concepts/authentication (read 2026-11)
 */
export function authorized(
  request: ProviderRequest,
  { applicationId, privateKey }: Pick<VonageCredentials, 'applicationId' | 'privateKey'>,
  now: Date,
): ProviderRequest {
  const iat = Math.floor(now.getTime() / 1000);
  // Every token has its own id; one and the same request at the same time is the only one that repeats it.
  const jti = createHash('sha256')
    .update(`${iat} ${request.url} ${request.body ?? ''}`)
    .digest('hex')
    .slice(0, 32);
  const claims = { application_id: applicationId, iat, exp: iat + LIFETIME, jti };
  const token = sign(claims, privateKey, { algorithm: 'RS256' });
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}
