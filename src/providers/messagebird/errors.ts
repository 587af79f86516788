import type { FailureReason } from '../../domain/delivery';
import { gsmReason } from '../gsmReasons';
import { whatsAppReason } from '../whatsAppReasons';

/** Which of our reasons the code of a refused request means; undefined for a code that no table lists. */
export const requestReason = (code: string): FailureReason | undefined => REQUEST[code] ?? messageReason(code);

/** Why a WhatsApp message failed: codes of Meta, and older ones of the time before the Cloud API. */
export const messageReason = (code: string): FailureReason | undefined => whatsAppReason(code) ?? ON_PREMISES[code];

/** Why an SMS failed. The words say it where no operator gave a code, and where the code is one of theirs. */
export const smsReason = (code: string, words: string): FailureReason | undefined =>
  SMS[code] ?? gsmReason(code) ?? WORDS[words.toLowerCase().replaceAll('_', ' ')];

// https://developers.messagebird.com/api/#api-errors (read 2026-11)
const REQUEST: Readonly<Record<string, FailureReason>> = {
  2: 'credentials',
  9: 'refused',
  10: 'refused',
  // The channel, or whatever else the request names, is not there.
  20: 'account',
  21: 'refused',
  25: 'account',
  98: 'refused',
};

/** An error inside MessageBird: nobody knows whether the message went. */
export const INTERNAL_ERROR = '99';

// https://developers.facebook.com/docs/whatsapp/on-premises/errors (as of its end, 2025-10)
const ON_PREMISES: Readonly<Record<string, FailureReason>> = {
  402: 'account',
  408: 'refused',
  410: 'unreachable',
  429: 'rate-limited',
  430: 'credentials',
  432: 'refused',
  433: 'account',
  470: 'window-closed',
  471: 'rate-limited',
  472: 'capped',
  480: 'refused',
  500: 'provider-down',
  501: 'refused',
  1013: 'unreachable',
  1014: 'provider-down',
  1015: 'rate-limited',
  1018: 'rate-limited',
  1023: 'account',
  1026: 'unreachable',
  1028: 'rate-limited',
  1031: 'account',
  2000: 'template',
  2001: 'template',
  2002: 'template',
  2003: 'template',
  2004: 'template',
  2005: 'template',
  2012: 'template',
};

// MessageBird's own, above those of the networks. https://developers.messagebird.com/api/sms-messaging#sms-errors (read 2026-11)
const SMS: Readonly<Record<string, FailureReason>> = { 103: 'opted-out' };

// `statusReason`, https://developers.messagebird.com/api/sms-messaging#sms-statuses (read 2026-11)
const WORDS: Readonly<Record<string, FailureReason>> = {
  'incorrect number': 'unreachable',
  'unknown subscriber': 'unreachable',
  'unavailable subscriber': 'unreachable',
  'absent subscriber': 'unreachable',
  expired: 'unreachable',
  'dlr not received': 'unreachable',
  'opted out': 'opted-out',
  'user opted out': 'opted-out',
  'received network error': 'unreachable',
  'generic delivery failure': 'unreachable',
  'insufficient balance': 'account',
  'carrier rejected': 'refused',
  'capacity limit reached': 'rate-limited',
};
