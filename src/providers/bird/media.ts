import type { MediaRef } from '../../domain/content';
import type { MediaRequests } from '../provider';
import { authorization, type BirdCredentials } from './outbound';

/** A file's address is in the webhook and wants the key. Bird publishes no path of files: these hosts serve nothing else. */
export const mediaRequests = (credentials: BirdCredentials): MediaRequests => ({
  toRequest: ({ providerId }: MediaRef) =>
    MEDIA_HOSTS.some((host) => providerId.startsWith(`${host}/`))
      ? { method: 'GET', url: providerId, headers: authorization(credentials) }
      : undefined,
});

export const MEDIA_HOSTS: readonly string[] = ['https://media.nest.messagebird.com', 'https://media.api.bird.com'];
