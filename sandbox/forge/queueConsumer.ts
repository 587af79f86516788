import type { Functions } from './functions';
import { type Manifest, functionOf, modulesOf } from './manifest';
import { type QueuedEvent, type QueueParts, statsOf } from './queueDoor';
import type { PlatformLog } from './log';
import { retryOf } from './retry';
import { contextAriOf } from './runtime';

const RETENTION_MS = 24 * 3_600_000; // then an event is dropped: there is no dead-letter queue (Forge async events, read 2026-08)
const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;
const BUSY_AGAIN_MS = 1_000;

type ConsumerParts = Omit<QueueParts, 'gate' | 'ledger'> & {
  readonly functions: Functions;
  readonly log: PlatformLog;
  readonly cloudId: string;
  /** True when an event that succeeded is to be delivered once more. */
  readonly duplicate: () => boolean;
};

/** Performs queued events: at least once, in no order, again after every failure until a day is over. */
export function consumeQueues(parts: ConsumerParts): void {
  const busy = new Map<string, number>();
  parts.agenda.on('forge.queue', async (event: QueuedEvent) => {
    if (parts.state.jobs[event.jobId]?.cancelled) return;
    if (event.concurrency && (busy.get(event.concurrency.key) ?? 0) >= event.concurrency.limit) {
      again(parts, event, BUSY_AGAIN_MS);
      return;
    }
    const key = event.concurrency?.key ?? '';
    busy.set(key, (busy.get(key) ?? 0) + 1);
    await consume(parts, event);
    busy.set(key, (busy.get(key) ?? 1) - 1);
  });
}

async function consume(parts: ConsumerParts, event: QueuedEvent): Promise<void> {
  const { functionKey, module, limitMs } = consumerOf(parts.manifest, event.queueName);
  const context = { installContext: contextAriOf(parts.cloudId), principal: undefined };
  const { pushChain } = event;
  const args = [eventOf(parts, event), context];
  const { outcome } = await parts.functions.invoke({ functionKey, module, args, limitMs, pushChain });
  const retry = outcome.kind === 'returned' ? retryOf(outcome.value) : { afterMs: backoffMs(event.attempt) };
  const stats = statsOf(parts.state, event.jobId);
  if (retry && parts.agenda.now() + retry.afterMs < event.pushedAt + RETENTION_MS) {
    const { afterMs, ...why } = retry;
    again(parts, { ...event, ...why, attempt: event.attempt + 1 }, afterMs);
    return;
  }
  stats.inProgress -= 1;
  stats[retry ? 'failed' : 'success'] += 1;
  if (retry) parts.log.write('error', 'platform', `an event of ${event.queueName} failed for a day and is dropped`);
  else if (parts.duplicate()) again(parts, event, parts.queueMs());
}

function again({ agenda }: ConsumerParts, event: QueuedEvent, inMs: number): void {
  agenda.add({ kind: 'forge.queue', what: `event of the queue ${event.queueName}, again`, inMs, payload: event });
}

const backoffMs = (attempt: number) => Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);

function consumerOf(manifest: Manifest, queueName: string) {
  const consumer = modulesOf(manifest, 'consumer').find((one) => one.queue === queueName);
  const { key: functionKey, timeoutSeconds = 55 } = functionOf(manifest, consumer?.function);
  return { functionKey, module: { key: consumer?.key ?? '', type: 'consumer' }, limitMs: timeoutSeconds * 1_000 };
}

/** The event as `AsyncEvent` of `@forge/events` describes it. */
function eventOf({ agenda }: ConsumerParts, event: QueuedEvent) {
  const { queueName, jobId, eventId, body, attempt, retryReason, retryData, pushedAt } = event;
  const remainingTimeMs = pushedAt + RETENTION_MS - agenda.now();
  const retentionWindow = { startTime: new Date(pushedAt).toISOString(), remainingTimeMs };
  const retryContext = {
    retryCount: attempt,
    retryReason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
    retryData,
    retentionWindow,
  };
  return { queueName, jobId, eventId, body, ...(attempt > 0 && { retryContext }) };
}
