import { z } from 'zod';
import { addressValue, type ContactAddress } from '../../domain/contact';
import type { SendFailure } from '../../domain/delivery';
import { digitsOf } from '../../domain/ids';
import type { Result } from '../../domain/result';
import { parseJson } from '../parseJson';
import type { OutboundMessage } from '../outboundMessage';
import type { ProviderAnswer, ProviderRequest, ReadMark, Receipt } from '../provider';
import { type ProviderError, sendResult } from '../sendResult';
import { providerError, reasonOf } from './errors';
import { GraphError } from './payloads';
import { sentContent } from './sentContent';

// Meta's documentation sends with v26.0 since mid 2026; a version lives about two years.
// https://developers.facebook.com/docs/graph-api/changelog/versions (read 2026-11)
const GRAPH = 'https://graph.facebook.com/v26.0';

export function toRequest(message: OutboundMessage, accessToken: string): ProviderRequest {
  return postMessages(message.from, accessToken, {
    recipient_type: 'individual',
    ...recipientOf(message.to),
    ...sentContent(message.content),
    ...(message.quotes && { context: { message_id: message.quotes } }),
    // Comes back in every report, so the outcome of a send that timed out is learned.
    biz_opaque_callback_data: message.key,
  });
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read (read 2026-11) */
export const markRead = ({ from, providerId }: ReadMark, accessToken: string): ProviderRequest =>
  postMessages(from, accessToken, { status: 'read', message_id: providerId });

const postMessages = (from: string, accessToken: string, body: object): ProviderRequest => ({
  method: 'POST',
  url: `${GRAPH}/${encodeURIComponent(from)}/messages`,
  headers: { ...bearer(accessToken), 'content-type': 'application/json' },
  body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
});

/** A 200 only means accepted: most refusals arrive later, as a report. */
export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  return sendResult(
    answer,
    { providerId: Accepted.safeParse(body).data?.messages[0].id, error: errorIn(body) },
    reasonOf,
  );
}

export const getRequest = (path: string, accessToken: string): ProviderRequest => ({
  method: 'GET',
  url: `${GRAPH}/${path}`,
  headers: bearer(accessToken),
});

export function errorIn(body: unknown): ProviderError | undefined {
  const parsed = z.object({ error: GraphError }).safeParse(body);
  return parsed.success ? providerError(parsed.data.error) : undefined;
}

export const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

/** A user without a phone number is answered in another field. */
const recipientOf = (to: ContactAddress) =>
  to.kind === 'phone' ? { to: digitsOf(to.phone) } : { recipient: addressValue(to) };

const Accepted = z.object({ messages: z.tuple([z.object({ id: z.string().min(1) })], z.unknown()) });
