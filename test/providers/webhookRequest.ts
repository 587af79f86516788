import type { WebhookRequest } from '../../src/providers/provider';

/** A webhook as the app hands it to a gateway. `suffix` follows the connection's own address. */
export function webhookRequest(
  part: Partial<Omit<WebhookRequest, 'query'>> & { readonly base?: string } = {},
): WebhookRequest {
  const suffix = part.suffix ?? '';
  const url = part.url ?? `${part.base ?? ADDRESS}${suffix}`;
  const query = Object.fromEntries(new URL(url).searchParams);
  return { method: part.method ?? 'POST', url, suffix, query, headers: part.headers ?? {}, body: part.body ?? '' };
}

export const ADDRESS = 'https://3f2a.webtrigger.atlassian.app/public/inbound/c1/token';
export const NOW = new Date('2026-11-20T10:00:00Z');
