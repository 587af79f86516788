import { z } from 'zod';
import type { FailureReason } from '../../domain/delivery';
import { maybe } from '../lenient';
import type { ProviderError } from '../sendResult';
import type { Explained } from './payloads';

type Told = { readonly status?: Explained | undefined; readonly error?: Explained | undefined };

/** The error where there is one, else the status: their numbers overlap, so a status says that it is one. */
export function errorOf({ status, error }: Told): ProviderError | undefined {
  const told = hasError(error) ? error : status;
  if (!told) return undefined;
  const detail = told.description ?? told.name;
  return { code: told === error ? String(told.id) : `status ${told.id}`, ...(detail && { detail }) };
}

/** 541 errors exist and more come: the short list, then the status, then its group. */
export const reasonFor = ({ status, error }: Told): FailureReason =>
  (hasError(error) ? ERRORS[error.id] : undefined) ??
  STATUSES[status?.id ?? -1] ??
  GROUPS[status?.groupId ?? -1] ??
  'refused';

const hasError = (error: Explained | undefined): error is Explained => error !== undefined && error.id !== 0;

/** The error in an answer, in either of the two envelopes of Infobip's APIs. */
export function errorIn(body: unknown): ProviderError | undefined {
  const { errorCode, description } = ApiError.safeParse(body).data ?? {};
  if (errorCode) return { code: errorCode, ...(description && { detail: description }) };
  const exception = ApiException.safeParse(body).data?.requestError.serviceException;
  return exception && { code: exception.messageId, ...(exception.text && { detail: exception.text }) };
}

/** Which of our reasons the code of an answer means; undefined for a code that no table lists. */
export const reasonOfAnswer = (code: string): FailureReason | undefined => ANSWERS[code];

const ApiError = z.object({ errorCode: z.string().min(1), description: maybe(z.string()) });
const ApiException = z.object({
  requestError: z.object({
    serviceException: z.object({ messageId: z.string().min(1), text: maybe(z.string()) }),
  }),
});

// https://www.infobip.com/docs/essentials/response-status-and-error-codes (read 2026-11)
const STATUSES: Readonly<Record<number, FailureReason>> = {
  4: 'refused',
  6: 'refused',
  8: 'unreachable',
  9: 'unreachable',
  // "Do not disturb": the number is on a list of those who want no messages.
  10: 'opted-out',
  11: 'account',
  12: 'account',
  13: 'account',
  14: 'opted-out',
  15: 'unreachable',
  17: 'account',
  18: 'unreachable',
  19: 'account',
  // To one customer 20 different or 6 equal messages within an hour.
  20: 'too-fast',
  21: 'provider-down',
  23: 'refused',
  24: 'refused',
  25: 'too-long',
  31: 'provider-down',
  51: 'unreachable',
  52: 'unreachable',
  87: 'refused',
  99: 'provider-down',
  100: 'provider-down',
};

const GROUPS: Readonly<Record<number, FailureReason>> = { 2: 'unreachable', 4: 'unreachable' };

const ERRORS: Readonly<Record<number, FailureReason>> = {
  // Operators' errors of SMS: unknown subscriber, absent subscriber.
  1: 'unreachable',
  27: 'unreachable',
  7001: 'account',
  7002: 'unreachable',
  7003: 'blocked',
  7004: 'credentials',
  7005: 'credentials',
  7006: 'refused',
  7007: 'refused',
  7008: 'template',
  7009: 'template',
  7010: 'window-closed',
  7011: 'account',
  7012: 'account',
  7013: 'media',
  7014: 'media',
  7015: 'media',
  // Spam, marked as permanent: trying again makes it worse.
  7016: 'account',
  7017: 'rate-limited',
  7019: 'account',
  7021: 'account',
  7022: 'media',
  7023: 'refused',
  7024: 'refused',
  7026: 'rate-limited',
  7027: 'refused',
  // The customer's identity is not the one that was acknowledged.
  7029: 'refused',
  7030: 'template',
  7031: 'refused',
  7032: 'capped',
  // Of marketing messages: Meta's 131050.
  7033: 'marketing-stopped',
  7034: 'account',
  7036: 'template',
  7037: 'template',
  7038: 'template',
  7050: 'provider-down',
  7051: 'provider-down',
  7052: 'provider-down',
  7080: 'account',
  7081: 'account',
  7082: 'account',
  7083: 'account',
  7084: 'account',
  7102: 'refused',
  7201: 'refused',
  7280: 'refused',
};

const ANSWERS: Readonly<Record<string, FailureReason>> = {
  E401: 'credentials',
  E403: 'credentials',
  E429: 'rate-limited',
  E500: 'provider-down',
  UNAUTHORIZED: 'credentials',
  FORBIDDEN: 'credentials',
  TOO_MANY_REQUESTS: 'rate-limited',
  GENERAL_ERROR: 'provider-down',
};
