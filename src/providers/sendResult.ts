import type { FailureReason, SendFailure } from '../domain/delivery';
import { retryAfter } from '../domain/retryAfter';
import { fail, ok, type Result } from '../domain/result';
import type { ProviderAnswer, Receipt } from './provider';

/** A provider's own account of what went wrong. */
export type ProviderError = { readonly code: string; readonly detail?: string };

/** Which of our reasons a provider's error code means. A code it does not know is `refused`. */
export type Reasons = (code: string) => FailureReason | undefined;

/**
 * What an answer to a send says. An HTTP 5xx or 408, or a good answer that names no message, is `provider-down` without a
 * `code`: nobody knows whether the message went, and the app treats it as unknown. Only a code of which the tables know that
 * it refuses says more; one that nobody knows, or that tells of trouble at the provider, says nothing of the message.
 */
export function sendResult(
  answer: ProviderAnswer,
  found: { readonly providerId: string | undefined; readonly error: ProviderError | undefined },
  reasons: Reasons,
): Result<Receipt, SendFailure> {
  if (isGood(answer) && found.providerId) return ok({ providerId: found.providerId, status: 'accepted' });
  const error = isOpen(answer) ? refusing(found.error, reasons) : found.error;
  const told = codedReason(error, reasons);
  const reason = answer.status === 429 && told !== 'too-fast' ? 'rate-limited' : (told ?? uncodedReason(answer));
  const retryAfterSeconds = isPassing(reason) ? retryAfter(answer.headers) : undefined;
  return fail({
    reason,
    ...(error && spelled(error)),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds: Math.ceil(retryAfterSeconds) }),
  });
}

/** Why an accepted message failed later, from a delivery report. */
export const reportedFailure = (error: ProviderError | undefined, reasons: Reasons): SendFailure => ({
  reason: codedReason(error, reasons) ?? 'refused',
  ...(error && spelled(error)),
});

/** The provider failed while it had the message. */
const isOpen = ({ status }: ProviderAnswer): boolean => status >= 500 || status === 408;

function refusing(error: ProviderError | undefined, reasons: Reasons): ProviderError | undefined {
  const reason = error && reasons(error.code);
  return reason === undefined || reason === 'provider-down' ? undefined : error;
}

export const isGood = ({ status }: ProviderAnswer): boolean => status >= 200 && status < 300;

const isPassing = (reason: FailureReason): boolean => reason === 'rate-limited' || reason === 'too-fast';

const codedReason = (error: ProviderError | undefined, reasons: Reasons): FailureReason | undefined =>
  error && (reasons(error.code) ?? 'refused');

function uncodedReason(answer: ProviderAnswer): FailureReason {
  if (isOpen(answer) || isGood(answer)) return 'provider-down';
  const { status } = answer;
  return status === 401 || status === 403 ? 'credentials' : 'refused';
}

/** An agent reads the detail in a row of the tab: 300 characters are plenty. */
const spelled = ({ code, detail }: ProviderError) => ({ code, ...(detail && { detail: detail.slice(0, 300) }) });
