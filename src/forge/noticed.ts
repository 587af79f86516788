import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { noticeProductEvent } from '../app/noticeProductEvent';
import { again } from './again';
import { app } from './app';
import { reportFailure } from './reportFailure';

/** Forge gives a product event four more times at most (product events, retries): they outlast 20 minutes without Jira. */
const WAITS_SECONDS: readonly number[] = [15, 60, 300, 900];

const Retried = z.object({ retryContext: z.object({ retryCount: z.number() }).optional() });

/** Hands a product event to the app. Whatever goes wrong, the event is asked for again. */
export async function noticed(event: unknown): Promise<InvocationError | undefined> {
  try {
    await noticeProductEvent(app, event);
    return undefined;
  } catch (error) {
    reportFailure('product event failed', error);
    const retries = Retried.safeParse(event).data?.retryContext?.retryCount ?? 0;
    return again(WAITS_SECONDS[retries] ?? 900);
  }
}
