import { z } from 'zod';
import type { FailureReason } from '../../domain/delivery';
import { maybe } from '../lenient';
import type { ProviderError } from '../sendResult';
import { whatsAppReason } from '../whatsAppReasons';
import type { BirdError } from './payloads';

/** Which of our reasons an error of Bird means; undefined for one that no table lists. Where Bird groups many, WhatsApp's own code says which. */
export function reasonOf(code: string): FailureReason | undefined {
  const [own = '', behind = ''] = code.split('/');
  return (GROUPED.has(own) ? whatsAppReason(behind) : undefined) ?? REASON[own];
}

const GROUPED: ReadonlySet<string> = new Set(['undeliverable', 'recipient_suppressed']);

/** Why a message did not arrive. The code of WhatsApp or the carrier stands behind Bird's own: support asks for it. */
export function deliveryError({ code, description, ...raw }: BirdError): ProviderError {
  const behind = raw.meta_error_code ?? raw.carrier_error_code;
  return { code: behind ? `${code}/${behind}` : code, ...(description && { detail: description }) };
}

/** The error in the answer to a request. Its name says most; `code` is an opaque number, `type` a group. */
export function errorIn(body: unknown): ProviderError | undefined {
  const parsed = Refusal.safeParse(body);
  if (!parsed.success) return undefined;
  const { type = '', code, name = '', message } = parsed.data.error;
  const known = [name, type].find((one) => Object.hasOwn(REASON, one));
  return { code: known ?? (name || code), ...(message && { detail: message }) };
}

const Refusal = z.object({
  error: z.object({
    type: maybe(z.string()),
    code: z.string().min(1),
    name: maybe(z.string()),
    message: maybe(z.string()),
  }),
});

// WhatsAppErrorCode, SmsErrorCode and the names and types of API errors in Bird's API description (read 2026-11).
const REASON: Readonly<Record<string, FailureReason>> = {
  // delivery: WhatsApp
  service_window_expired: 'window-closed',
  recipient_suppressed: 'opted-out',
  undeliverable: 'unreachable',
  rate_limited: 'rate-limited',
  internal_error: 'provider-down',
  price_not_found: 'account',
  insufficient_balance: 'account',
  // delivery: SMS
  invalid_destination: 'unreachable',
  unreachable: 'unreachable',
  landline_unreachable: 'unreachable',
  blocked_by_recipient: 'blocked',
  blocked_by_carrier: 'refused',
  content_rejected: 'refused',
  sender_unregistered: 'account',
  recipient_opted_out: 'opted-out',
  provider_unavailable: 'provider-down',
  // names of API errors
  SMSInvalidRecipient: 'unreachable',
  SMSNoEligibleSender: 'account',
  WhatsAppInvalidRecipient: 'unreachable',
  WhatsAppRecipientNotSupportedForTemplate: 'template',
  WhatsAppTemplateParameterMismatch: 'template',
  WhatsAppSenderNotAllowed: 'account',
  WhatsAppSenderNotFound: 'account',
  WhatsAppSenderRequired: 'account',
  WhatsAppSenderWABAMismatch: 'account',
  // types of API errors
  auth_error: 'credentials',
  permission_error: 'credentials',
  // The key belongs to another region.
  misdirected_error: 'credentials',
  billing_error: 'account',
  rate_limit_error: 'rate-limited',
};
