import type { BusinessNumber, Connection } from '../domain/settings';
import type { Gateway, WebhookRequest } from '../providers/provider';
import { numberOf } from '../storage/connections';
import { numberIdOf } from '../storage/keys';
import { findNumber } from '../storage/numbers';
import type { App } from './call';
import { vouching } from './vouching';

/** A verified body, and the connection it was posted to. */
export type Webhook = { readonly connection: Connection; readonly gateway: Gateway; readonly request: WebhookRequest };

/**
 * The business number an event names, whichever address it was posted to. A number of another connection is believed
 * only where that connection's own credentials verify the body too; otherwise it is a number nobody added here.
 */
export async function numberFor(app: App, webhook: Webhook, receiver: string): Promise<BusinessNumber | undefined> {
  const { connection, request } = webhook;
  const own = numberOf(connection, receiver);
  if (own) return own;
  const other = await findNumber(app.ports, numberIdOf(connection.provider, receiver));
  if (!other) return undefined;
  return vouching(app, other, request).ok ? other.number : undefined;
}
