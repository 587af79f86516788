import type { FailureReason } from '../../domain/delivery';
import type { ProviderError } from '../sendResult';
import { whatsAppReason } from '../whatsAppReasons';
import type { GraphError } from './payloads';

/** Which of our reasons a code of Meta means; undefined for a code that no table lists. */
export function reasonOf(code: string): FailureReason | undefined {
  const value = Number(code);
  // 200–299 are missing permissions, whichever of them.
  return value >= 200 && value <= 299 ? 'credentials' : (whatsAppReason(code) ?? GRAPH[code]);
}

/** `details` says more than the message, whose text may change at any time. */
export const providerError = (error: GraphError): ProviderError => {
  const detail = error.error_data?.details ?? error.message ?? error.title;
  return { code: String(error.code), ...(detail && { detail }) };
};

// The codes of the Graph API itself; those of WhatsApp are in whatsAppReasons.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-11)
const GRAPH: Readonly<Record<string, FailureReason>> = {
  0: 'credentials',
  1: 'provider-down',
  2: 'provider-down',
  3: 'credentials',
  4: 'rate-limited',
  10: 'credentials',
  33: 'refused',
  100: 'refused',
  190: 'credentials',
  368: 'account',
  80007: 'rate-limited',
};
