import { getAppContext } from '@forge/api';
import type { Clock } from '../app/ports';

export const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  remainingMs: () => getAppContext().invocationRemainingTimeInMillis(),
};
