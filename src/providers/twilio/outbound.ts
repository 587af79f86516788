import { z } from 'zod';
import type { SendFailure } from '../../domain/delivery';
import { fail, ok, type Result } from '../../domain/result';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { OutboundMessage } from '../outboundMessage';
import type { ProviderAnswer, ProviderRequest, Receipt } from '../provider';
import { type ProviderError, sendResult } from '../sendResult';
import { reasonOf } from './errors';
import { addressOf, spellAddress, WHATSAPP } from './payloads';
import { sentContent } from './sentContent';
import type { TwilioCredentials } from './verify';

const API = 'https://api.twilio.com/2010-04-01';

/** Seconds a message may stay in Twilio's queue: https://www.twilio.com/docs/api/errors/90007 (read 2026-11) */
const VALIDITY = { min: 1, max: 36_000 };

/** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource (read 2026-11) */
export function toRequest(
  message: OutboundMessage,
  credentials: TwilioCredentials,
): Result<ProviderRequest, SendFailure> {
  if (message.channel === 'sms' && message.content.kind !== 'text') return fail({ reason: 'cannot-carry-media' });
  if (message.channel === 'sms' && message.to.kind !== 'phone') return fail({ reason: 'no-address' });
  const from = addressOf(message.from)?.value ?? message.from;
  const form = new URLSearchParams({
    To: spellAddress(message.channel, message.to),
    From: message.channel === 'whatsapp' ? `${WHATSAPP}${from}` : from,
    ...sentContent(message.content),
    StatusCallback: message.statusUrl,
    ...validityOf(message),
  });
  return ok({
    method: 'POST',
    url: accountUrl(credentials, 'Messages.json'),
    headers: { ...basic(credentials), 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: form.toString(),
  });
}

/** X22. WhatsApp keeps its messages by its own rules. */
function validityOf({ channel, validitySeconds }: OutboundMessage): Readonly<Record<string, string>> {
  if (channel !== 'sms' || validitySeconds === undefined) return {};
  return { ValidityPeriod: String(Math.min(Math.max(validitySeconds, VALIDITY.min), VALIDITY.max)) };
}

export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  return sendResult(answer, { providerId: Accepted.safeParse(body).data?.sid, error: errorIn(body) }, reasonOf);
}

export const getRequest = (credentials: TwilioCredentials, path: string): ProviderRequest => ({
  method: 'GET',
  url: accountUrl(credentials, path),
  headers: basic(credentials),
});

export function errorIn(body: unknown): ProviderError | undefined {
  const parsed = TwilioError.safeParse(body);
  if (!parsed.success) return undefined;
  return { code: String(parsed.data.code), ...(parsed.data.message && { detail: parsed.data.message }) };
}

const accountUrl = ({ accountSid }: TwilioCredentials, path: string) =>
  `${API}/Accounts/${encodeURIComponent(accountSid)}/${path}`;

export const basic = ({ accountSid, authToken }: TwilioCredentials) => ({
  authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`, 'utf8').toString('base64')}`,
});

const Accepted = z.object({ sid: z.string().min(1) });
const TwilioError = z.object({ code: z.number(), message: maybe(z.string()) });
