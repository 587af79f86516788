import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { performHead } from '../app/performHead';
import { app } from './app';
import { again } from './again';
import { reportFailure } from './reportFailure';

/** By then newer code runs, or Jira and the store have calmed down. */
const AFTER_FAILURE_SECONDS = 60;

const Event = z.object({ body: z.object({ head: z.string() }) });

/** The consumer of the queue `effects`: a doorbell names a head, its work lies in the store. */
export async function perform(event: unknown): Promise<InvocationError | undefined> {
  const doorbell = Event.safeParse(event);
  if (!doorbell.success) {
    reportFailure('doorbell dropped', new Error('a queue event without a head'));
    return undefined;
  }
  try {
    const { againInSeconds } = await performHead(app, doorbell.data.body.head);
    return againInSeconds === undefined ? undefined : again(againInSeconds);
  } catch (error) {
    reportFailure('performing failed', error);
    return again(AFTER_FAILURE_SECONDS);
  }
}
