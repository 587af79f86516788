import { checkConnections as checkAll } from '../app/checkConnections';
import { app } from './app';
import { reportFailure } from './reportFailure';

/** The hourly schedule. Forge repeats no run that failed and wants a status: the next hour looks again. */
export async function checkConnections(): Promise<{ readonly statusCode: number }> {
  try {
    await checkAll(app);
    return { statusCode: 204 };
  } catch (error) {
    reportFailure('check of connections failed', error);
    return { statusCode: 500 };
  }
}
