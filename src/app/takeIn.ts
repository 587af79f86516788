import type { ConversationEvent } from '../domain/event';
import type { ProjectId } from '../domain/ids';
import type { Connection, ProjectSettings } from '../domain/settings';
import type { ProviderEvent } from '../providers/providerEvent';
import type { HeadKey, Loaded } from '../storage/threads';
import { carrySuppression } from '../storage/suppression';
import { forgetTemplates } from '../storage/templates';
import type { App } from './call';
import { heedLimits } from './heedLimits';
import { heedKeyword, heedReport, heedStops, heedStopsOf } from './heedOptOut';
import { inboundEvents, type Inbound } from './inboundEvents';
import { notKept } from './notKept';
import type { Webhook } from './numberFor';
import { logLeftOut, routed, type Routed } from './routed';
import { takeTurn, TURN_EVENTS } from './runTurn';
import { sideBySide } from './sideBySide';

/** What is not stored by then comes again. */
const DEADLINE_MS = 8_000;

/**
 * Takes in every event of a verified body, each routed by the receiving number it names. True when all are stored (or
 * are none of ours); false when some must come again.
 */
export async function takeIn(app: App, webhook: Webhook): Promise<boolean> {
  const { events, ignored, templatesChanged } = webhook.gateway.parse(webhook.request);
  if (templatesChanged || events.some(isRefusedTemplate))
    await Promise.all(webhook.connection.numbers.map(({ id }) => forgetTemplates(app.ports.store, id)));
  logLeftOut(app, webhook.connection, ignored);
  const { ours, areAll } = await routed(app, webhook, events);
  await heedLimits(
    app,
    webhook.connection.id,
    ours.map(({ event }) => event),
  );
  const { threads, isWhole, ofNobody } = await byThread(app, ours);
  logLeftOut(app, webhook.connection, ofNobody);
  return (await runThreads(app, webhook.connection, threads)) && isWhole && areAll;
}

/** Paused or changed since it was listed: the list is asked for anew. */
const isRefusedTemplate = (event: ProviderEvent): boolean =>
  event.kind === 'report' && event.failure?.reason === 'template';

type ThreadEvents = { readonly key: HeadKey; readonly events: readonly ConversationEvent[] };

/** An event whose head cannot be found at the moment comes again; it keeps none of the others waiting. */
async function byThread(app: App, ours: readonly Routed[]) {
  const threads = new Map<string, { key: HeadKey; events: ConversationEvent[] }>();
  const ofNobody: string[] = [];
  let isWhole = true;
  for (const one of ours) {
    if (one.event.kind === 'identity') await carrySuppression(app.ports, one.event.was, one.event.now);
    const inbound = await inboundOf(app, one);
    if (inbound === 'again') isWhole = false;
    else if (inbound.length === 0) ofNobody.push(`${one.event.kind} of nobody here`);
    for (const { key, event } of inbound === 'again' ? [] : inbound) {
      const name = `${key.project}:${key.contact}`;
      const thread = threads.get(name) ?? { key, events: [] };
      thread.events.push(event);
      threads.set(name, thread);
    }
  }
  return { threads: [...threads.values()], isWhole, ofNobody };
}

async function inboundOf(app: App, { event, number }: Routed): Promise<readonly Inbound[] | 'again'> {
  try {
    return await inboundEvents(app, event, number);
  } catch (cause) {
    logFailure(app, number.project, cause);
    if (event.kind === 'message') {
      const { from, channel, content, keyword, at = app.ports.clock.now() } = event;
      const said = { channel, content, number: number.id, addresses: from, at, ...(keyword && { keyword }) };
      await heedStopsOf(app, number.project, [said]);
    }
    return 'again';
  }
}

async function runThreads(app: App, connection: Connection, threads: readonly ThreadEvents[]): Promise<boolean> {
  const deadline = app.ports.clock.now() + DEADLINE_MS;
  let stored = true;
  await sideBySide(threads, async (thread) => {
    stored = app.ports.clock.now() < deadline && (await runThread(app, connection, thread)) && stored;
  });
  return stored;
}

async function runThread(app: App, connection: Connection, { key, events }: ThreadEvents): Promise<boolean> {
  try {
    for (let from = 0; from < events.length; from += TURN_EVENTS) {
      const taken = events.slice(from, from + TURN_EVENTS);
      // Nobody may be written to between a STOP and its row; a START counts once its row is there.
      const before = (known: ProjectSettings) => heedStops(app, known, taken.filter(isSaid));
      const turn = await takeTurn(app, { key, events: taken, before });
      logLeftOut(app, connection, notKept(turn.thread, taken));
      // One after the other: a STOP and a START of one address read what the other wrote.
      for (const event of taken) await heed(app, event, turn);
    }
    return true;
  } catch (cause) {
    logFailure(app, key.project, cause);
    await heedStopsOf(app, key.project, events.filter(isSaid));
    return false;
  }
}

/** What binds later sends to an address, whatever conversation they belong to. */
async function heed(app: App, event: ConversationEvent, { thread, settings }: Loaded): Promise<void> {
  if (event.kind === 'customer-message') await heedKeyword(app, event, settings);
  if (event.kind === 'report') await heedReport(app, thread.messages[event.message], event.number);
}

type CustomerMessage = Extract<ConversationEvent, { kind: 'customer-message' }>;

const isSaid = (event: ConversationEvent): event is CustomerMessage => event.kind === 'customer-message';

function logFailure({ ports }: App, project: ProjectId, cause: unknown): void {
  ports.log.error('turn failed', { project, why: cause instanceof Error ? cause.message : typeof cause });
}
