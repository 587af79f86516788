import type { MediaRef } from '../../domain/content';
import type { MediaRequests } from '../provider';
import { bearer } from './outbound';

/** A file's address is in the webhook and wants the API key, which goes to Bird's own hosts alone. */
export const mediaRequests = (apiKey: string): MediaRequests => ({
  toRequest: ({ providerId }: MediaRef) =>
    BIRD.test(providerId) ? { method: 'GET', url: providerId, headers: bearer(apiKey) } : undefined,
});

const BIRD = /^https:\/\/[a-z0-9-]+\.platform\.bird\.com\//;
