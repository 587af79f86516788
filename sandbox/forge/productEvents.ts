import type { Agenda } from '../agenda';
import type { Chance } from '../chance';
import type { ProductEvent } from '../doors';
import { receives } from './eventFilter';
import type { Functions } from './functions';
import type { PlatformLog } from './log';
import { type Manifest, modulesOf } from './manifest';
import { retryOf } from './retry';
import { contextAriOf } from './runtime';

const LIMIT_MS = 25_000;
/** The app may ask for four retries; crashes and time-outs are tried again by the platform, too (Forge product events, read 2026-08). */
const MAX_RETRIES = 4;
const RETRY_AFTER_CRASH_MS = 10_000;

/** One delivery in the agenda, under the kind `forge.event`. */
type Delivery = { readonly triggerKey: string; readonly event: ProductEvent; readonly attempt: number };

type EventParts = {
  readonly manifest: Manifest;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly functions: Functions;
  readonly log: PlatformLog;
  readonly cloudId: string;
  /** The shortest and longest way of an event to the app. */
  readonly delayMs: () => readonly [number, number];
  readonly duplicate: () => boolean;
  /** True when an event never comes. */
  readonly lost: () => boolean;
};

/** Takes Jira's events to the triggers that want them, late, possibly twice, in no order. */
export function createProductEvents(parts: EventParts): (event: ProductEvent) => void {
  parts.agenda.on('forge.event', (delivery: Delivery) => deliver(parts, delivery));
  return (event) => {
    for (const trigger of modulesOf(parts.manifest, 'trigger')) {
      if (!trigger.events?.includes(event.eventType)) continue;
      const verdict = receives(trigger.filter, event);
      if (verdict.problem !== undefined) parts.log.write('warn', 'platform', verdict.problem);
      if (verdict.receives) plan(parts, { triggerKey: trigger.key, event, attempt: 0 });
    }
  };
}

function plan(parts: EventParts, delivery: Delivery): void {
  if (parts.lost()) return parts.log.write('warn', 'platform', `${nameOf(delivery.event)} was lost`);
  const [shortest, longest] = parts.delayMs();
  const inMs = shortest + parts.chance.below(Math.max(0, longest - shortest) + 1);
  add(parts, delivery, inMs);
  if (parts.duplicate()) add(parts, delivery, inMs + parts.chance.below(1_000));
}

function add({ agenda }: EventParts, delivery: Delivery, inMs: number): void {
  agenda.add({ kind: 'forge.event', what: `product event ${delivery.event.eventType}`, inMs, payload: delivery });
}

async function deliver(parts: EventParts, delivery: Delivery): Promise<void> {
  const trigger = modulesOf(parts.manifest, 'trigger').find((one) => one.key === delivery.triggerKey);
  if (!trigger?.function) return;
  const module = { key: trigger.key, type: 'trigger' };
  const context = { installContext: contextAriOf(parts.cloudId) };
  const args = [delivery.event, context];
  const { outcome } = await parts.functions.invoke({ functionKey: trigger.function, module, args, limitMs: LIMIT_MS });
  const broken = outcome.kind === 'crashed' || outcome.kind === 'timed-out';
  const retry = outcome.kind === 'returned' ? retryOf(outcome.value) : broken && { afterMs: RETRY_AFTER_CRASH_MS };
  if (!retry) return;
  if (delivery.attempt < MAX_RETRIES) add(parts, { ...delivery, attempt: delivery.attempt + 1 }, retry.afterMs);
  else
    parts.log.write('error', 'platform', `${nameOf(delivery.event)} was tried ${MAX_RETRIES + 1} times and is dropped`);
}

/** Its type, and the issue that it tells of. */
function nameOf({ eventType, issue }: ProductEvent): string {
  const { id } = (issue ?? {}) as { readonly id?: string };
  return id === undefined ? eventType : `${eventType} of issue ${id}`;
}
