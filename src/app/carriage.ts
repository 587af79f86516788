import type { Route } from '../domain/conversation';
import type { Carriage } from '../domain/event';
import type { Head } from '../domain/head';
import { findNumber, type OpenNumber } from '../storage/numbers';
import { isSuppressed } from '../storage/suppression';
import type { App } from './call';

/** What is known of the way to a customer now: the business number, consent, the channel's limit. `head`: where there is one. */
export async function carriageFor(
  app: App,
  route: Route,
  head?: Head,
): Promise<Carriage & { readonly open?: OpenNumber }> {
  const [open, suppressed] = await Promise.all([
    findNumber(app.ports, route.number),
    isSuppressed(app.ports, route.address, head?.optOut),
  ]);
  const limits = open && app.registry.get(open.connection.provider)?.limits[route.channel];
  const { maxCharacters = 0, files = {}, ...facts } = limits ?? {};
  const carried = { maxCharacters, files, ...facts };
  return { suppressed, ...carried, numberRemoved: !open, ...(open && { open }) };
}
