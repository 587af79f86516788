import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { performHead } from '../app/performHead';
import type { LaneName } from '../domain/effect';
import { app } from './app';
import { again } from './again';
import { reportFailure } from './reportFailure';

/** By then newer code runs, or Jira and the store have calmed down. */
const AFTER_FAILURE_SECONDS = 60;

const Event = z.object({ body: z.object({ head: z.string() }) });

/** The consumer of the queue `effects`: a doorbell names a head, its work lies in the store. */
export const perform = consumer(['phone', 'jira']);
/** The consumer of the queue `files`, which has more time. */
export const fetchFiles = consumer(['media']);

function consumer(lanes: readonly LaneName[]) {
  return (event: unknown) => consume(event, lanes);
}

async function consume(event: unknown, lanes: readonly LaneName[]): Promise<InvocationError | undefined> {
  const doorbell = Event.safeParse(event);
  if (!doorbell.success) {
    reportFailure('doorbell dropped', new Error('a queue event without a head'));
    return undefined;
  }
  try {
    const { againInSeconds } = await performHead(app, doorbell.data.body.head, lanes);
    return againInSeconds === undefined ? undefined : again(againInSeconds);
  } catch (error) {
    reportFailure('performing failed', error);
    return again(AFTER_FAILURE_SECONDS);
  }
}
