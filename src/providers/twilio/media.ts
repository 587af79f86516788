import type { MediaRef } from '../../domain/content';
import type { MediaRequests } from '../provider';
import { basic } from './outbound';
import type { TwilioCredentials } from './verify';

/**
 * A file's address is in the webhook; it wants the account's credentials and leads on to a storage host that must not see
 * them. Accounts of before may have that switched off: their files lie at a host of Amazon that is everybody's, and are not
 * fetched from there. https://www.twilio.com/docs/messaging/api/media-resource (read 2026-11)
 */
export const mediaRequests = (credentials: TwilioCredentials): MediaRequests => ({
  toRequest: ({ providerId }: MediaRef) =>
    isFileOf(credentials, providerId) ? { method: 'GET', url: providerId, headers: basic(credentials) } : undefined,
});

/** The credentials open the whole API: they go to files of the account alone, never to a list of its messages that calls itself one. */
function isFileOf({ accountSid }: TwilioCredentials, url: string): boolean {
  const messages = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/`;
  return url.startsWith(messages) && /^\w+\/Media\/\w+$/.test(url.slice(messages.length));
}
