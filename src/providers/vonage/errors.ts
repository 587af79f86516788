import type { FailureReason } from '../../domain/delivery';
import type { ProviderError } from '../sendResult';
import { Problem } from './payloads';

/** Which of our reasons a code of Vonage means; undefined for a code that no table lists. */
export const reasonOf = (code: string): FailureReason | undefined => REASON[code];

/** The error that a report or an answer tells. Its code is the fragment of the type, else a title that is a number. */
export function problemIn(raw: unknown): ProviderError | undefined {
  const problem = Problem.safeParse(raw).data;
  if (!problem) return undefined;
  const [, fragment] = /#([\w-]{1,60})$/.exec(problem.type ?? '') ?? [];
  const [numbered] = /^\d{3,5}$/.exec(String(problem.title ?? '')) ?? [];
  const code = fragment ?? numbered;
  const detail = problem.detail ?? (numbered === undefined && problem.title ? String(problem.title) : undefined);
  return code ? { code, ...(detail && { detail }) } : undefined;
}

// https://developer.vonage.com/en/api-errors/messages and https://developer.vonage.com/en/api-errors (read 2026-11)
const REASON: Readonly<Record<string, FailureReason>> = {
  1000: 'rate-limited',
  1010: 'refused',
  1020: 'refused',
  1021: 'refused',
  1022: 'template',
  1030: 'provider-down',
  1040: 'refused',
  // The recipient is on the list of numbers that want no messages.
  1050: 'opted-out',
  1060: 'account',
  1070: 'account',
  1080: 'account',
  1090: 'too-long',
  1100: 'provider-down',
  1110: 'refused',
  1120: 'account',
  1130: 'refused',
  1140: 'account',
  1150: 'refused',
  // The sandbox reaches only numbers that were added to it.
  1160: 'account',
  1170: 'unreachable',
  1180: 'unreachable',
  1190: 'unreachable',
  1200: 'unreachable',
  1210: 'account',
  1220: 'unreachable',
  1230: 'provider-down',
  1240: 'opted-out',
  1241: 'rate-limited',
  1250: 'unreachable',
  1260: 'unreachable',
  // The recipient's age is not verified, the carrier blocks the kind of message, a prepaid card is empty.
  1270: 'refused',
  1280: 'refused',
  1290: 'unreachable',
  1300: 'unreachable',
  1310: 'unreachable',
  1320: 'refused',
  1330: 'refused',
  1331: 'provider-down',
  1340: 'window-closed',
  // Its time to live was over.
  1360: 'unreachable',
  1380: 'media',
  1381: 'media',
  1382: 'media',
  'account-suspended': 'account',
  forbidden: 'credentials',
  'invalid-api-key': 'credentials',
  'invalid-signature': 'credentials',
  'jwt-expired': 'credentials',
  'jwt-revoked': 'credentials',
  'low-balance': 'account',
  unauthorized: 'credentials',
  // As Vonage spells it in some answers.
  unathorized: 'credentials',
  unprovisioned: 'account',
};
