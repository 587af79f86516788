import type { MediaRequests } from '../provider';
import { authorized } from './authorized';
import type { VonageCredentials } from './credentials';

/**
 * A file's address is in the webhook and lives 48 hours. It wants a token of the application where "Secure inbound media"
 * is on. https://developer.vonage.com/en/messages/concepts/secure-inbound-media (read 2026-11)
 */
export const mediaRequests = (credentials: VonageCredentials): MediaRequests => ({
  toRequest: ({ providerId }, now) =>
    isOurs(providerId) ? authorized({ method: 'GET', url: providerId, headers: {} }, credentials, now) : undefined,
});

/** The token must never be shown to another host. */
const isOurs = (url: string): boolean => /^https:\/\/api(-eu|-us|-ap)?\.nexmo\.com\/v\d+\/media\/[\w-]+$/.test(url);
