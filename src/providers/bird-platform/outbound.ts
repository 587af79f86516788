import { addressValue } from '../../domain/contact';
import { z } from 'zod';
import type { SendFailure } from '../../domain/delivery';
import { fail, ok, type Result } from '../../domain/result';
import type { OutboundMessage } from '../outboundMessage';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, Receipt } from '../provider';
import { sendResult } from '../sendResult';
import { errorIn, reasonOf } from './errors';
import { sentContent } from './sentContent';

/**
 * Reports bring our key back in the metadata. It is the idempotency key as well: for three hours Bird answers a repetition
 * with its first answer and sends nothing. Bird takes no quotes and no validity of an SMS yet.
 */
export function toRequest(message: OutboundMessage, apiKey: string): Result<ProviderRequest, SendFailure> {
  const { channel, content, from, key, to } = message;
  if (channel === 'sms' && content.kind !== 'text') return fail({ reason: 'cannot-carry-media' });
  if (channel === 'sms' && to.kind !== 'phone') return fail({ reason: 'no-address' });
  // Bird wants to know of an SMS why it is sent; an agent's answer is service.
  const what =
    content.kind === 'text' && channel === 'sms' ? { text: content.text, category: 'service' } : sentContent(content);
  const body = { to: addressValue(to), from, ...what, metadata: { omnichat: key } };
  return ok({
    method: 'POST',
    url: `${baseUrl(apiKey)}/v1/${channel}/messages`,
    headers: { ...bearer(apiKey), 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
}

/**
 * Every error of Bird has a code, also one that Bird did not expect (HTTP 5xx): that does not say whether the message went,
 * so its code is not taken for a refusal.
 */
export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  const error = answer.status >= 500 ? undefined : errorIn(body);
  return sendResult(answer, { providerId: Accepted.safeParse(body).data?.id, error }, reasonOf);
}

export const getRequest = (path: string, apiKey: string): ProviderRequest => ({
  method: 'GET',
  url: `${baseUrl(apiKey)}${path}`,
  headers: bearer(apiKey),
});

export const bearer = (apiKey: string) => ({ authorization: `Bearer ${apiKey}` });

/** The key names its region: `bk_eu1_…`. */
const baseUrl = (apiKey: string): string => `https://${apiKey.split('_')[1] ?? ''}.platform.bird.com`;

const Accepted = z.object({ id: z.string().min(1) });
