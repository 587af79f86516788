import type { Connection } from '../domain/settings';

/** Where a connection's provider posts to; what a provider appends (`/status/…`) follows it. */
export const webhookUrl = (webTriggerUrl: string, { id, token }: Pick<Connection, 'id' | 'token'>): string =>
  `${webTriggerUrl}/${id}/${token}`;
