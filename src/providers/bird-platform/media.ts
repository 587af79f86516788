import type { MediaRef } from '../../domain/content';
import type { MediaRequests } from '../provider';
import { bearer } from './outbound';

/** A file's address is in the webhook and wants the API key, which opens the whole API: it goes to files on Bird's own hosts alone. */
export const mediaRequests = (apiKey: string): MediaRequests => ({
  toRequest: ({ providerId }: MediaRef) =>
    FILE.test(providerId) ? { method: 'GET', url: providerId, headers: bearer(apiKey) } : undefined,
});

// The address of a file in a received message, as Bird's API description shows it (read 2026-11)
const FILE = /^https:\/\/[a-z0-9-]+\.platform\.bird\.com\/v\d+\/\w+\/media\/[\w-]+$/;
