import { Queue as ForgeQueue } from '@forge/events';
import type { Doorbell, Queue } from '../app/ports';
import { withinTime } from './withinTime';

const TIMEOUT_MS = 5_000;
/** Async events API: an event waits at most 900 seconds. */
const LONGEST_DELAY_SECONDS = 900;

const effects = new ForgeQueue({ key: 'effects' });
const files = new ForgeQueue({ key: 'files' });

export const queue: Queue = {
  push: ({ files: isForFiles, ...doorbell }, delaySeconds) =>
    withinTime('queue', TIMEOUT_MS, async () => {
      await (isForFiles ? files : effects).push([eventOf(doorbell, delaySeconds)]);
    }),
};

const eventOf = (doorbell: Doorbell, delaySeconds: number) => ({
  body: doorbell,
  delayInSeconds: Math.min(LONGEST_DELAY_SECONDS, Math.max(0, delaySeconds)),
});
