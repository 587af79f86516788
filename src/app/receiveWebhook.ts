import { fail, ok, type Result } from '../domain/result';
import type { Connection } from '../domain/settings';
import type { Gateway, VerdictReason, WebhookAnswer, WebhookRequest } from '../providers/provider';
import { loadConnection, type OpenConnection } from '../storage/connections';
import { installationKey } from '../storage/installation';
import { writeDeliveryLog } from '../storage/deliveryLog';
import type { App } from './call';
import { parseWebhookPath, type WebhookPath } from './webhookPath';
import { takeIn } from './takeIn';
import { gatewayOf, vouching } from './vouching';

/** A call of the web trigger as the platform hands it over: `path` follows the trigger's own address. */
export type InboundCall = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The query as it was called, without `?`, where the platform tells it: some signatures cover it. */
  readonly rawQuery?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const NOT_FOUND: WebhookAnswer = { status: 404, headers: {}, body: '' };
const REFUSED: WebhookAnswer = { status: 401, headers: {}, body: '' };
const AGAIN: WebhookAnswer = { status: 503, headers: { 'retry-after': '60' }, body: '' };

/**
 * A provider calls: verifies on the raw body before anything else, takes in every event, and answers only when all of
 * them are stored. What cannot be stored now is answered 503 and comes again. The answer tells an attacker nothing. Only
 * where an administrator put the connection in shadow mode is a webhook taken that fails verification.
 */
export async function receiveWebhook(app: App, call: InboundCall): Promise<WebhookAnswer> {
  const path = parseWebhookPath(call.path);
  if (!path) return NOT_FOUND;
  const [open, request] = await Promise.all([
    openFor(app, path),
    requestOf(app, call, path),
    installationKey(app.ports),
  ]);
  if (!open) return NOT_FOUND;
  const gateway = gatewayOf(app, open);
  if (call.method === 'GET' && gateway?.handshake) return gateway.handshake(request);
  if (!gateway) return REFUSED;
  const trusted = await verified(app, open, request);
  if (!trusted.ok) return gateway.refusal?.(trusted.failure) ?? REFUSED;
  const taken = await takeIn(app, { ...trusted.value, request });
  return taken ? trusted.value.gateway.acknowledgement : AGAIN;
}

type Trusted = { readonly connection: Connection; readonly gateway: Gateway };

/** Credentials may have been replaced within the cache's minute: they are read once more before a refusal. */
async function verified(
  app: App,
  open: OpenConnection,
  request: WebhookRequest,
): Promise<Result<Trusted, VerdictReason>> {
  const known = vouching(app, open, request);
  if (known.ok) return ok({ connection: open.connection, gateway: known.value });
  const fresh = await loadConnection(app.ports, open.connection.id, { fresh: true });
  if (!fresh) return refused(app, open.connection, 'wrong-account');
  const renewed = vouching(app, fresh, request);
  if (renewed.ok) return ok({ connection: fresh.connection, gateway: renewed.value });
  const inShadow = fresh.connection.verification === 'shadow' && gatewayOf(app, fresh);
  if (!inShadow) return refused(app, fresh.connection, renewed.failure);
  await note(app, fresh.connection, { kind: 'unverified-webhook', reason: renewed.failure });
  return ok({ connection: fresh.connection, gateway: inShadow });
}

async function refused(app: App, connection: Connection, reason: VerdictReason) {
  await note(app, connection, { kind: 'refused-webhook', reason });
  return fail(reason);
}

type Unverified = { readonly kind: 'refused-webhook' | 'unverified-webhook'; readonly reason: VerdictReason };

/** Counted and told to the administrator, without any content. */
async function note({ ports }: App, { id }: Connection, { kind, reason }: Unverified): Promise<void> {
  ports.log.warn(LOGGED[kind], { connection: id, reason });
  await writeDeliveryLog(ports, id, { at: ports.clock.now(), kind, reason });
}

const LOGGED = {
  'refused-webhook': 'webhook refused',
  'unverified-webhook': 'webhook let through unverified',
} as const;

async function openFor(app: App, path: WebhookPath): Promise<OpenConnection | undefined> {
  const open = await loadConnection(app.ports, path.connection);
  return open && path.opens(open.connection.token) ? open : undefined;
}

/** The public address is the stored one: what the caller says of host and port is not believed. */
async function requestOf({ ports }: App, call: InboundCall, path: WebhookPath): Promise<WebhookRequest> {
  const address = `${await ports.site.webTriggerUrl()}${call.path}`;
  const query = call.rawQuery ?? new URLSearchParams(call.query).toString();
  return {
    method: call.method,
    url: query === '' ? address : `${address}?${query}`,
    suffix: path.suffix,
    query: call.query,
    headers: call.headers,
    body: call.body,
  };
}
