import type { MediaRef } from '../../domain/content';
import type { MediaRequests } from '../provider';
import { getRequest } from './api';

/**
 * A file's address is in the webhook. Files of some accounts are public, those of others want the key: it is always given. No path of files
 * is published: this host serves nothing else.
 */
export const mediaRequests = (accessKey: string): MediaRequests => ({
  toRequest: ({ providerId }: MediaRef) =>
    providerId.startsWith(`${MEDIA_HOST}/`) ? getRequest(providerId, accessKey) : undefined,
});

export const MEDIA_HOST = 'https://media.messagebird.com';
