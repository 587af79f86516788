import type { FailureReason, SendFailure } from '../domain/delivery';
import { retryAfter } from '../domain/retryAfter';
import { fail, ok, type Result } from '../domain/result';
import type { ProviderAnswer, Receipt } from './provider';

/** A provider's own account of what went wrong. */
export type ProviderError = { readonly code: string; readonly detail?: string };

/** Which of our reasons a provider's error code means. A code it does not know is `refused`. */
export type Reasons = (code: string) => FailureReason | undefined;

/**
 * What an answer to a send says. An HTTP 5xx, or a good answer that names no message, is `provider-down` without a
 * `code` unless the provider gives a coded error: nobody knows whether the message went, and the app treats it as unknown.
 */
export function sendResult(
  answer: ProviderAnswer,
  found: { readonly providerId: string | undefined; readonly error: ProviderError | undefined },
  reasons: Reasons,
): Result<Receipt, SendFailure> {
  if (isGood(answer) && found.providerId) return ok({ providerId: found.providerId, status: 'accepted' });
  const { error } = found;
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

export const isGood = ({ status }: ProviderAnswer): boolean => status >= 200 && status < 300;

const isPassing = (reason: FailureReason): boolean => reason === 'rate-limited' || reason === 'too-fast';

const codedReason = (error: ProviderError | undefined, reasons: Reasons): FailureReason | undefined =>
  error && (reasons(error.code) ?? 'refused');

function uncodedReason(answer: ProviderAnswer): FailureReason {
  const { status } = answer;
  if (status >= 500 || isGood(answer)) return 'provider-down';
  return status === 401 || status === 403 ? 'credentials' : 'refused';
}

/** An agent reads the detail in a row of the tab: 300 characters are plenty. */
const spelled = ({ code, detail }: ProviderError) => ({ code, ...(detail && { detail: detail.slice(0, 300) }) });
