import { parseMessageKey, type NumberId } from '../domain/ids';
import type { BusinessNumber, Connection } from '../domain/settings';
import type { ProviderEvent } from '../providers/providerEvent';
import type { Gateway, WebhookRequest } from '../providers/provider';
import { numberIdOf } from '../storage/keys';
import { findNumber } from '../storage/numbers';
import { readMessages } from '../storage/threads';
import type { App } from './call';
import { vouching } from './vouching';

/** A verified body, and the connection it was posted to. */
export type Webhook = { readonly connection: Connection; readonly gateway: Gateway; readonly request: WebhookRequest };

/**
 * The business number an event names, whichever address it was posted to; that of the message where a report names none. A
 * number of another connection is believed only where that connection's own credentials verify the body too; otherwise it
 * is a number nobody added here.
 */
export async function numberFor(app: App, webhook: Webhook, event: ProviderEvent): Promise<BusinessNumber | undefined> {
  const { connection, request } = webhook;
  const id = await numberIdIn(app, connection, event);
  if (!id) return undefined;
  const own = connection.numbers.find((number) => number.id === id);
  if (own) return own;
  const other = await findNumber(app.ports, id);
  if (!other) return undefined;
  return vouching(app, other, request).ok ? other.number : undefined;
}

async function numberIdIn(app: App, { provider }: Connection, event: ProviderEvent): Promise<NumberId | undefined> {
  if (event.receiver !== undefined) return numberIdOf(provider, event.receiver);
  const key = event.kind === 'report' ? parseMessageKey(event.key ?? '')?.key : undefined;
  const [message] = key ? await readMessages(app.ports.store, [key]) : [];
  return message?.direction === 'outbound' ? message.number : undefined;
}
