import type { OutboundContent, OutboundMessage } from '../../src/providers/outboundMessage';
import type { Gateway, ProviderRequest, WebhookRequest } from '../../src/providers/provider';

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
export const textContent = (text: string) => ({ kind: 'text', text }) satisfies OutboundContent;

/** The request of a message that the provider carries. */
export function requestOf(gateway: Gateway, message: OutboundMessage): ProviderRequest {
  const request = gateway.toRequest(message, NOW);
  if (!request.ok) throw new Error(`it cannot be carried: ${request.failure.reason}`);
  return request.value;
}

export const NOW = new Date('2026-11-20T10:00:00Z');
