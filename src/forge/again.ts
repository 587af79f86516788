import { InvocationError, InvocationErrorCode } from '@forge/events';

/** Asks Forge for the same event again. Returned, not thrown: a thrown error comes back whenever the platform likes. */
export const again = (afterSeconds: number): InvocationError =>
  new InvocationError({ retryAfter: afterSeconds, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
