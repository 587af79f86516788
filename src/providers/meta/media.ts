import { z } from 'zod';
import type { MediaRef } from '../../domain/content';
import { parseJson } from '../parseJson';
import type { MediaRequests, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { bearer, getRequest } from './outbound';

/**
 * Meta names a file by its id: the id gives an address that lives five minutes and wants the token as well.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2026-11)
 */
export const mediaRequests = (accessToken: string): MediaRequests => ({
  toRequest: ({ providerId }: MediaRef) =>
    /^\d{1,30}$/.test(providerId) ? getRequest(providerId, accessToken) : undefined,
  locate(answer) {
    const found = Located.safeParse(parseJson(answer.body));
    return isGood(answer) && found.success ? download(found.data.url, accessToken) : undefined;
  },
});

const download = (url: string, accessToken: string): ProviderRequest => ({
  method: 'GET',
  url,
  headers: bearer(accessToken),
});

const Located = z.object({ url: z.url() });
