import type { FailureReason } from '../domain/delivery';

/** Which of our reasons a code of WhatsApp means. Whoever carries WhatsApp passes Meta's codes on; undefined for a code that Meta does not list. */
export const whatsAppReason = (code: string): FailureReason | undefined => REASON[code];

// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-11)
const REASON: Readonly<Record<string, FailureReason>> = {
  // The business has blocked the customer, not the other way round.
  130403: 'blocked-by-us',
  130429: 'rate-limited',
  130472: 'capped',
  130497: 'account',
  131000: 'provider-down',
  131005: 'credentials',
  131008: 'refused',
  131009: 'refused',
  131016: 'provider-down',
  // The sender and the recipient are the same number.
  131021: 'unreachable',
  131026: 'unreachable',
  131031: 'account',
  131037: 'account',
  131042: 'account',
  131045: 'account',
  131047: 'window-closed',
  131048: 'rate-limited',
  131049: 'capped',
  131050: 'marketing-stopped',
  131051: 'refused',
  131052: 'media',
  131053: 'media',
  131055: 'refused',
  131056: 'too-fast',
  131057: 'provider-down',
  131062: 'refused',
  131064: 'rate-limited',
  132000: 'template',
  132001: 'template',
  132005: 'template',
  132007: 'template',
  132012: 'template',
  132015: 'template',
  132016: 'template',
  132018: 'template',
  132068: 'template',
  132069: 'template',
  133004: 'provider-down',
  133010: 'account',
  // Ten registrations of a number within 72 hours: trying again soon does not help.
  133016: 'account',
  135000: 'refused',
  // The customer's identity key is not the one expected.
  137000: 'refused',
};
