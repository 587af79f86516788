import type { BusinessNumber, Connection } from '../domain/settings';
import type { ProviderEvent } from '../providers/providerEvent';
import { countUnclaimed } from '../storage/unclaimed';
import type { App } from './call';
import { numberFor, type Webhook } from './numberFor';

/** An event and the business number it is for. */
export type Routed = { readonly event: ProviderEvent; readonly number: BusinessNumber };

/**
 * Those of the events that are for a number of ours; `areAll` is false when what one of them is for cannot be read at the
 * moment: it comes again and keeps none of the others waiting.
 */
export async function routed(app: App, webhook: Webhook, events: readonly ProviderEvent[]) {
  const places = await Promise.all(events.map((event) => placeOf(app, webhook, event)));
  await heedStrangers(
    app,
    webhook.connection,
    places.flatMap((place) => (place === 'again' || place.number ? [] : [place.event])),
  );
  const ours = places.flatMap((place): readonly Routed[] =>
    place !== 'again' && place.number ? [{ event: place.event, number: place.number }] : [],
  );
  return { ours, areAll: !places.includes('again') };
}

type Place = Pick<Routed, 'event'> & { readonly number: BusinessNumber | undefined };

async function placeOf(app: App, webhook: Webhook, event: ProviderEvent): Promise<Place | 'again'> {
  try {
    return { event, number: await numberFor(app, webhook, event) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.name : typeof cause;
    app.ports.log.error('event not routed', { connection: webhook.connection.id, why });
    return 'again';
  }
}

/** Events for a number nobody added are counted and offered in settings as *Add this number*; one that names none is left out. */
async function heedStrangers(app: App, connection: Connection, events: readonly ProviderEvent[]): Promise<void> {
  const now = app.ports.clock.now();
  const sightings = events.flatMap(({ receiver, channel, ...event }) => {
    const display = ('receiverDisplay' in event ? event.receiverDisplay : undefined) ?? '';
    return receiver === undefined ? [] : [{ receiver, channel, display, at: now }];
  });
  const nameless = events.filter(({ receiver }) => receiver === undefined);
  logLeftOut(
    app,
    connection,
    nameless.map(({ kind }) => `${kind} without a number of ours`),
  );
  await countUnclaimed(app.ports.store, connection.id, sightings);
}

/** A body may leave out so many kinds with a line of their own. */
const LOGGED_KINDS = 5;

/** What was understood and left out, by its kind alone: a line each, for the log withholds what is no code. */
export function logLeftOut({ ports }: App, { id }: Connection, kinds: readonly string[]): void {
  for (const kind of [...new Set(kinds)].slice(0, LOGGED_KINDS)) {
    const count = kinds.filter((one) => one === kind).length;
    ports.log.info('events left out', { connection: id, kind, count });
  }
}
