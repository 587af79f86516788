import type { ConnectionView, NumberChannelView, NumberView } from '../../contract/views';
import type { Breaker } from '../../domain/breaker';
import type { NumberId } from '../../domain/ids';
import type { BusinessNumber, NumberChannel } from '../../domain/settings';
import { fill } from '../../domain/text/fill';
import type { Provider } from '../../providers/provider';
import type { Credentials, OpenConnection } from '../../storage/connectionSchemas';
import { readDeliveryLog, type DeliveryLogEntry, type DeliveryLogKind } from '../../storage/deliveryLog';
import { loadBreaker } from '../../storage/breaker';
import { loadHealth, type Health } from '../../storage/health';
import { loadRouteTroubles, type RouteTrouble } from '../../storage/routeTroubles';
import { listUnclaimed, type Unclaimed } from '../../storage/unclaimed';
import type { App } from '../call';
import { heldCredentials } from '../formerCredentials';
import { webhookUrl } from '../webhookUrl';
import { providerOf } from './ownConnection';

/** A connection as an administrator sees it. Of a secret only the name of its field leaves the server. */
export async function connectionView(app: App, open: OpenConnection, webTriggerUrl: string): Promise<ConnectionView> {
  const { connection, credentials } = open;
  const provider = providerOf(app, connection);
  const url = webhookUrl(webTriggerUrl, connection);
  const values = openValues(provider, credentials);
  const logged = (kind: DeliveryLogKind) => readDeliveryLog(app.ports, connection.id, kind);
  const [unclaimed, troubles, refused, failed, passed, health, breaker] = await Promise.all([
    listUnclaimed(app.ports.store, connection.id),
    loadRouteTroubles(app.ports, connection.project),
    logged('refused-webhook'),
    logged('failed-send'),
    connection.verification === 'shadow' ? logged('unverified-webhook') : undefined,
    loadHealth(app.ports.store, connection.id),
    loadBreaker(app.ports, { connection: connection.id }),
  ]);
  return {
    id: connection.id,
    provider: provider.id,
    title: connection.title,
    webhookUrl: url,
    values,
    stored: provider.fields.filter(({ name, secret }) => secret && credentials[name]).map(({ name }) => name),
    steps: provider.webhookSteps.map((step) => fill(step, { ...values, url })),
    numbers: connection.numbers.map(numberView(troubles)),
    unclaimed: unclaimed.map(unclaimedView),
    refused: countView(refused),
    failed: { ...countView(failed), ...lastFailure(failed) },
    ...(passed && { shadow: { ...countView(passed), ...lastReason(passed) } }),
    ...(health && { health: healthView(health) }),
    ...restView(breaker, app.ports.clock.now()),
    ...formerView(open, app.ports.clock.now()),
  };
}

const openValues = ({ fields }: Provider, credentials: Credentials): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.filter(({ secret }) => !secret).map(({ name }) => [name, credentials[name] ?? '']));

function formerView(open: OpenConnection, now: number): Pick<ConnectionView, 'formerUntil'> {
  const [latest] = heldCredentials(open, now);
  return latest ? { formerUntil: new Date(latest.until).toISOString() } : {};
}

/** After its end a rest troubles nobody any more: the next message shows whether the provider is back. */
function restView(breaker: Breaker | undefined, now: number): Pick<ConnectionView, 'rest'> {
  const rest = breaker?.rest;
  if (!rest || rest.until <= now) return {};
  const [since, until] = [new Date(rest.since).toISOString(), new Date(rest.until).toISOString()];
  return { rest: { because: rest.because, since, until } };
}

const healthView = ({
  works,
  message,
  troubles,
  webhook,
  at,
  since,
}: Health): NonNullable<ConnectionView['health']> => ({
  works,
  message,
  troubles,
  ...(webhook && { webhook }),
  at: new Date(at).toISOString(),
  since: new Date(since).toISOString(),
});

const numberView =
  (troubles: readonly RouteTrouble[]) =>
  ({ id, receiver, display, channels }: BusinessNumber): NumberView => ({
    id,
    receiver,
    display,
    channels: channels.map((row) => ({ ...row, ...troublesOf(id, row, troubles) })),
  });

/** A request type that no message is routed to any more troubles nobody. */
function troublesOf(
  number: NumberId,
  { channel, requestTypeId, routes = [] }: NumberChannel,
  troubles: readonly RouteTrouble[],
): Pick<NumberChannelView, 'troubles'> {
  const used = [requestTypeId, ...routes.map((route) => route.requestTypeId)];
  const own = troubles
    .filter((one) => one.number === number && one.channel === channel && used.includes(one.requestTypeId))
    .map(({ number: _number, channel: _channel, at, ...told }) => ({ ...told, at: new Date(at).toISOString() }));
  return own.length > 0 ? { troubles: own } : {};
}

const unclaimedView = ({ receiver, display, channel, count, lastAt }: Unclaimed) => ({
  receiver,
  display,
  channel,
  count,
  lastAt: new Date(lastAt).toISOString(),
});

/** At most 100: what is more is not counted. */
function countView(log: readonly DeliveryLogEntry[]): ConnectionView['refused'] {
  const [newest] = log;
  return { count: log.length, ...(newest && { lastAt: new Date(newest.at).toISOString() }) };
}

const lastReason = ([newest]: readonly DeliveryLogEntry[]): { readonly reason?: string } =>
  newest ? { reason: newest.reason } : {};

const lastFailure = ([newest]: readonly DeliveryLogEntry[]): { readonly reason?: string; readonly code?: string } =>
  newest ? { reason: newest.reason, ...(newest.code !== undefined && { code: newest.code }) } : {};
