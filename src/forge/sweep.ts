import { sweep as sweepHeads } from '../app/sweep';
import { app } from './app';
import { reportFailure } from './reportFailure';

/** The five-minute schedule. Forge repeats no run that failed and wants a status: the next run looks again. */
export async function sweep(): Promise<{ readonly statusCode: number }> {
  try {
    await sweepHeads(app);
    return { statusCode: 204 };
  } catch (error) {
    reportFailure('sweep failed', error);
    return { statusCode: 500 };
  }
}
