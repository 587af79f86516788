import type { ConversationEvent } from '../domain/event';
import { keywordOf } from '../domain/keywords';
import { rulesFor, type BusinessNumber, type Connection, type ProjectSettings } from '../domain/settings';
import type { ProviderEvent } from '../providers/providerEvent';
import type { HeadKey } from '../storage/threads';
import { recordSuppression } from '../storage/suppression';
import { countUnclaimed } from '../storage/unclaimed';
import type { App } from './call';
import { inboundEvent } from './inboundEvent';
import { numberFor, type Webhook } from './numberFor';
import { takeTurn, TURN_EVENTS } from './runTurn';
import { sideBySide } from './sideBySide';

/** What is not stored by then comes again. */
const DEADLINE_MS = 8_000;

/**
 * Takes in every event of a verified body, each routed by the receiving number it names. True when all are stored (or
 * are none of ours); false when some must come again.
 */
export async function takeIn(app: App, webhook: Webhook): Promise<boolean> {
  const { events, ignored } = webhook.gateway.parse(webhook.request);
  if (ignored.length > 0)
    app.ports.log.info('events left out', {
      connection: webhook.connection.id,
      count: ignored.length,
      kinds: kindsOf(ignored),
    });
  const routed = await Promise.all(
    events.map(async (event) => ({ event, number: await numberFor(app, webhook, event.receiver) })),
  );
  await countStrangers(
    app,
    webhook.connection,
    routed.flatMap(({ event, number }) => (number ? [] : [event])),
  );
  const threads = await byThread(
    app,
    routed.flatMap(({ event, number }) => (number ? [{ event, number }] : [])),
  );
  return runThreads(app, threads);
}

type Routed = { readonly event: ProviderEvent; readonly number: BusinessNumber };
type ThreadEvents = { readonly key: HeadKey; readonly events: readonly ConversationEvent[] };

const kindsOf = (ignored: readonly string[]): string => [...new Set(ignored)].slice(0, 5).join(', ');

/** Events for a number nobody added are counted and offered in settings as *Add this number*. */
async function countStrangers({ ports }: App, connection: Connection, events: readonly ProviderEvent[]): Promise<void> {
  const now = ports.clock.now();
  const sightings = events.map(({ receiver, channel, ...event }) => ({
    receiver,
    channel,
    display: ('receiverDisplay' in event ? event.receiverDisplay : undefined) ?? '',
    at: now,
  }));
  await countUnclaimed(ports.store, connection.id, sightings);
}

async function byThread(app: App, routed: readonly Routed[]): Promise<readonly ThreadEvents[]> {
  const threads = new Map<string, { key: HeadKey; events: ConversationEvent[] }>();
  for (const { event, number } of routed) {
    if (event.kind === 'consent') await heedConsent(app, event);
    const inbound = await inboundEvent(app, event, number);
    if (!inbound) continue;
    const name = `${inbound.key.project}:${inbound.key.contact}`;
    const thread = threads.get(name) ?? { key: inbound.key, events: [] };
    thread.events.push(inbound.event);
    threads.set(name, thread);
  }
  return [...threads.values()];
}

async function runThreads(app: App, threads: readonly ThreadEvents[]): Promise<boolean> {
  const deadline = app.ports.clock.now() + DEADLINE_MS;
  let stored = true;
  await sideBySide(threads, async (thread) => {
    stored = app.ports.clock.now() < deadline && (await runThread(app, thread)) && stored;
  });
  return stored;
}

async function runThread(app: App, { key, events }: ThreadEvents): Promise<boolean> {
  try {
    for (let from = 0; from < events.length; from += TURN_EVENTS) {
      const taken = events.slice(from, from + TURN_EVENTS);
      const { settings } = await takeTurn(app, { key, events: taken });
      // One after the other: a STOP and a START of one address read what the other wrote.
      for (const event of taken) await heedKeyword(app, event, settings);
    }
    return true;
  } catch (cause) {
    app.ports.log.error('turn failed', {
      project: key.project,
      why: cause instanceof Error ? cause.message : typeof cause,
    });
    return false;
  }
}

/** The provider tells of an opt-out, or of its end, apart from any message: it binds every later send as STOP and START do. */
async function heedConsent({ ports }: App, event: Extract<ProviderEvent, { kind: 'consent' }>): Promise<void> {
  const now = ports.clock.now();
  const word = { state: event.stopped ? 'stopped' : 'started', at: Math.min(event.at ?? now, now) } as const;
  for (const address of event.from) await recordSuppression(ports, address, word);
}

/** STOP and START of the customer bind every later send, whatever conversation it belongs to. */
async function heedKeyword({ ports }: App, event: ConversationEvent, project: ProjectSettings): Promise<void> {
  if (event.kind !== 'customer-message') return;
  const keyword = keywordOf(event, rulesFor(project, event.number));
  if (keyword !== 'stop' && keyword !== 'start') return;
  const word = { state: keyword === 'stop' ? 'stopped' : 'started', at: event.at } as const;
  for (const address of event.addresses) await recordSuppression(ports, address, word);
}
