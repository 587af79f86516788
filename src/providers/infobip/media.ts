import type { MediaRef } from '../../domain/content';
import type { MediaRequests } from '../provider';
import { type Account, getRequest } from './account';

const FILE =
  /^https:\/\/(?:[a-z0-9-]{1,63}\.)?api\.infobip\.com(\/whatsapp\/\d\/senders\/[\w.-]{1,64}\/media\/[\w.-]{1,200})$/i;

/**
 * A file's address is in the webhook and wants the account's key, so it is asked for at the account's own host, whatever
 * host the address names. It may lead on to a storage host that must not see the key.
 * https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-inbound-messages/download-whatsapp-inbound-media (read 2026-11)
 */
export const mediaRequests = (account: Account): MediaRequests => ({
  toRequest({ providerId }: MediaRef) {
    const [, path] = FILE.exec(providerId) ?? [];
    if (!path) return undefined;
    const { authorization } = getRequest(account, path).headers;
    return { ...getRequest(account, path), headers: { authorization: authorization ?? '' } };
  },
});
