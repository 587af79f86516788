import { isNews } from '../domain/breaker';
import type { ConnectionId } from '../domain/ids';
import type { ProviderEvent } from '../providers/providerEvent';
import type { App } from './call';
import { tell } from './tell';

/**
 * Some limits are told only after the message was taken (Meta's 130429 in a status, Twilio's 30022): the connection rests as it
 * does when a send is answered so. Of a body with many such reports one says it all.
 */
export async function heedLimits(app: App, connection: ConnectionId, events: readonly ProviderEvent[]): Promise<void> {
  const now = app.ports.clock.now();
  const times = events.filter(isLimited).map(({ at = now }) => Math.min(at, now));
  const latest = Math.max(...times);
  if (isNews(latest, now)) await tell(app, { connection }, { kind: 'rate-limited', askedAt: latest });
}

/** A report about a message that is none of ours tells of the account's limits as well. */
const isLimited = (event: ProviderEvent): event is Extract<ProviderEvent, { kind: 'report' }> =>
  event.kind === 'report' && event.status === 'failed' && event.failure?.reason === 'rate-limited';
