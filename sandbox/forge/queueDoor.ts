import type { Agenda } from '../agenda';
import type { Fault } from '../faults';
import type { Ledger } from '../ledger';
import type { Gate } from './gate';
import type { Invocation } from './invocation';
import { functionOf, type Manifest, modulesOf } from './manifest';
import { empty, json, jsonBody } from './reply';
import type { JobStats, QueueState } from './state';

// Limits of asynchronous events: Forge async events reference and limits, read 2026-08.
const MAX_EVENTS = 50;
const MAX_BYTES = 200 * 1024;
/** Of one event, where the consumer may run longer than 55 s. */
const MAX_LONG_EVENT_BYTES = 100 * 1024;
const LONG_SECONDS = 55;
const EVENTS_PER_MINUTE = 500;
const MAX_CHAIN = 1_000;
const MAX_DELAY_SECONDS = 900;

/** One event in the agenda, under the kind `forge.queue`. */
export type QueuedEvent = {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: unknown;
  readonly concurrency?: { readonly key: string; readonly limit: number };
  readonly pushedAt: number;
  readonly pushChain: number;
  readonly attempt: number;
  readonly retryReason?: string;
  readonly retryData?: unknown;
};

export type QueueParts = {
  readonly manifest: Manifest;
  readonly state: QueueState;
  readonly agenda: Agenda;
  readonly gate: Gate;
  readonly ledger: Ledger;
  readonly queueMs: () => number;
};

type Push = {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly {
    readonly body: unknown;
    readonly delayInSeconds?: number;
    readonly concurrency?: { readonly key: string; readonly limit: number };
  }[];
};

/** Answers `Queue` of `@forge/events`: publish, stats and cancel. */
export function createQueueDoor(parts: QueueParts) {
  return (path: string, init: { readonly body?: unknown } | undefined): Promise<Response> => {
    const request = jsonBody(init) as Push;
    const what = path.split('/')[3] ?? '';
    if (what !== 'publish')
      return parts.gate.pass({ at: `queue.${what}`, perform: async () => jobAnswer(parts, what, request) });
    return parts.gate.pass({
      at: 'queue.push',
      refuse: refuseFor,
      perform: async (invocation) => push(parts, request, invocation),
      partly: async (invocation) => pushHalf(parts, request, invocation),
    });
  };
}

function push(parts: QueueParts, request: Push, invocation: Invocation): Response {
  const refused = refusalOf(parts, request, invocation);
  if (refused) return refused;
  enqueue(parts, request, invocation);
  return empty(201);
}

/** Only every second event is taken in. */
function pushHalf(parts: QueueParts, request: Push, invocation: Invocation): Response {
  const refused = refusalOf(parts, request, invocation);
  if (refused) return refused;
  enqueue(parts, { ...request, payload: request.payload.filter((_, index) => index % 2 === 1) }, invocation);
  const lost = request.payload.flatMap((_, index) =>
    index % 2 === 0 ? [{ index: String(index), errorMessage: 'not taken in' }] : [],
  );
  return json(202, { errorMessage: 'some events were not taken in', failedEvents: lost });
}

function refusalOf(parts: QueueParts, { queueName, payload }: Push, { pushChain }: Invocation): Response | undefined {
  const consumer = modulesOf(parts.manifest, 'consumer').find((one) => one.queue === queueName);
  if (!consumer) return json(404, { code: 404, message: `no consumer reads the queue ${queueName}` });
  if (payload.length < 1 || payload.length > MAX_EVENTS)
    return json(400, { code: 400, message: `1 to ${MAX_EVENTS} events a push` });
  const { timeoutSeconds = LONG_SECONDS } = functionOf(parts.manifest, consumer.function);
  const largest = Math.max(...payload.map(sizeOf));
  if (sizeOf(payload) > MAX_BYTES || (timeoutSeconds > LONG_SECONDS && largest > MAX_LONG_EVENT_BYTES)) {
    return json(413, { errorMessage: 'the events are too large' });
  }
  if (payload.some(({ delayInSeconds = 0 }) => delayInSeconds < 0 || delayInSeconds > MAX_DELAY_SECONDS)) {
    return json(400, { code: 400, message: `a delay is at most ${MAX_DELAY_SECONDS} s` });
  }
  if (pushChain >= MAX_CHAIN) return json(405, { code: 405, message: `a chain of pushes ends after ${MAX_CHAIN}` });
  return isOverRate(parts, payload.length) ? json(429, { code: 429, message: 'Too many requests' }) : undefined;
}

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

function isOverRate({ state, agenda }: QueueParts, events: number): boolean {
  if (agenda.now() >= state.minute.startedAt + 60_000) state.minute = { startedAt: agenda.now(), events: 0 };
  if (state.minute.events + events > EVENTS_PER_MINUTE) return true;
  state.minute.events += events;
  return false;
}

function enqueue(parts: QueueParts, { queueName, jobId, payload }: Push, invocation: Invocation): void {
  const { agenda, ledger, state } = parts;
  statsOf(state, jobId).inProgress += payload.length;
  payload.forEach(({ body, delayInSeconds = 0, concurrency }, index) => {
    const event: QueuedEvent = {
      queueName,
      jobId,
      eventId: `${jobId}#${index}`,
      body,
      ...(concurrency && { concurrency }),
      pushedAt: agenda.now(),
      pushChain: invocation.pushChain + 1,
      attempt: 0,
    };
    const inMs = delayInSeconds * 1_000 + parts.queueMs();
    agenda.add({ kind: 'forge.queue', what: `event of the queue ${queueName}`, inMs, payload: event });
  });
  ledger.record({ at: agenda.now(), kind: 'queue', events: payload.length, function: invocation.functionKey });
}

export const statsOf = (state: QueueState, jobId: string): JobStats =>
  (state.jobs[jobId] ??= { success: 0, inProgress: 0, failed: 0 });

function jobAnswer({ state }: QueueParts, what: string, { jobId }: Push): Response {
  const stats = state.jobs[jobId];
  if (!stats || (what !== 'stats' && what !== 'cancel')) return json(404, { code: 404, message: 'no such job' });
  if (what === 'stats') return json(200, stats);
  stats.cancelled = true;
  return empty(204);
}

function refuseFor({ kind }: Fault): Response {
  if (kind === '429') return json(429, { code: 429, message: 'Too many requests' });
  const status = kind === '500' ? 500 : 400;
  return json(status, { code: status, message: 'the queue refuses the push' });
}
