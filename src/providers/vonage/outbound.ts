import { z } from 'zod';
import { addressValue, type ContactAddress } from '../../domain/contact';
import type { SendFailure } from '../../domain/delivery';
import { digitsOf } from '../../domain/ids';
import { fail, ok, type Result } from '../../domain/result';
import { parseJson } from '../parseJson';
import type { OutboundMessage } from '../outboundMessage';
import type { ProviderAnswer, ProviderRequest, ReadMark, Receipt } from '../provider';
import { type ProviderError, sendResult } from '../sendResult';
import { authorized } from './authorized';
import type { VonageCredentials } from './credentials';
import { problemIn, reasonOf } from './errors';
import { sentContent } from './sentContent';

/** https://developer.vonage.com/en/api/messages, send a message (read 2026-11) */
export function toRequest(
  message: OutboundMessage,
  credentials: VonageCredentials,
  now: Date,
): Result<ProviderRequest, SendFailure> {
  const { channel, from, to, content, quotes } = message;
  if (channel === 'sms' && content.kind !== 'text') return fail({ reason: 'cannot-carry-media' });
  if (channel === 'sms' && to.kind !== 'phone') return fail({ reason: 'no-address' });
  const body = {
    channel,
    from: from.replace(/^\+/, ''),
    to: recipientOf(to),
    ...sentContent(content),
    ...(channel === 'whatsapp' && quotes && { context: { message_uuid: quotes } }),
    ...validityOf(message),
    // Leads every report back to the message, so that the outcome of a send that timed out is learned.
    webhook_url: message.statusUrl,
    webhook_version: 'v1',
  };
  return ok(authorized(jsonRequest('POST', MESSAGES, body), credentials, now));
}

const MESSAGES = 'https://api.nexmo.com/v1/messages';

/** Vonage wants numbers without the plus sign. */
const recipientOf = (to: ContactAddress): string => (to.kind === 'phone' ? digitsOf(to.phone) : addressValue(to));

/** Seconds an SMS may wait: 20 seconds to 7 days. https://developer.vonage.com/en/api/sms, ttl (read 2026-11) */
const VALIDITY = { min: 20, max: 604_800 };

/** X22. WhatsApp keeps its messages by its own rules. */
function validityOf({ channel, validitySeconds }: OutboundMessage): { readonly ttl?: number } {
  if (channel !== 'sms' || validitySeconds === undefined) return {};
  return { ttl: Math.min(Math.max(validitySeconds, VALIDITY.min), VALIDITY.max) };
}

/**
 * Only the region that took a message in can mark it as read.
 * https://developer.vonage.com/en/messages/code-snippets/whatsapp/send-replying-indicator (read 2026-11)
 */
export function markRead(
  { channel, providerId }: ReadMark,
  credentials: VonageCredentials,
  now: Date,
): ProviderRequest | undefined {
  if (channel !== 'whatsapp') return undefined;
  const url = `https://api-${credentials.region || 'eu'}.nexmo.com/v1/messages/${encodeURIComponent(providerId)}`;
  return authorized(jsonRequest('PATCH', url, { status: 'read' }), credentials, now);
}

const jsonRequest = (method: 'POST' | 'PATCH', url: string, body: object): ProviderRequest => ({
  method,
  url,
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(body),
});

export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  const providerId = Accepted.safeParse(body).data?.message_uuid;
  return sendResult(answer, { providerId, error: refusalIn(answer, body) }, reasonOf);
}

/** Of a 5xx only a code of the Messages API tells that the message did not go; a general one leaves it open. */
function refusalIn({ status }: ProviderAnswer, body: unknown): ProviderError | undefined {
  const problem = problemIn(body);
  return status >= 500 && !/^\d+$/.test(problem?.code ?? '') ? undefined : problem;
}

const Accepted = z.object({ message_uuid: z.string().min(1) });
