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
  for (const id of await numberIdsIn(app, webhook.connection, event)) {
    const number = await believed(app, webhook, id);
    if (number) return number;
  }
  return undefined;
}

async function believed(app: App, { connection, request }: Webhook, id: NumberId): Promise<BusinessNumber | undefined> {
  const own = connection.numbers.find((number) => number.id === id);
  if (own) return own;
  const other = await findNumber(app.ports, id);
  if (!other) return undefined;
  return vouching(app, other, request).ok ? other.number : undefined;
}

/** What the event may mean, the likeliest first. */
async function numberIdsIn(app: App, { provider }: Connection, event: ProviderEvent): Promise<readonly NumberId[]> {
  const { receiver } = event;
  if (receiver !== undefined) {
    const withPlus = 'mayLackPlus' in event ? [numberIdOf(provider, `+${receiver}`)] : [];
    return [numberIdOf(provider, receiver), ...withPlus];
  }
  const key = event.kind === 'report' ? parseMessageKey(event.key ?? '')?.key : undefined;
  const [message] = key ? await readMessages(app.ports.store, [key]) : [];
  return message?.direction === 'outbound' ? [message.number] : [];
}
