import { fail, ok, type Result } from '../domain/result';
import type { Connection } from '../domain/settings';
import type { Gateway, Verdict, VerdictReason, WebhookAnswer, WebhookRequest } from '../providers/provider';
import { loadConnection, type OpenConnection } from '../storage/connections';
import { installationKey } from '../storage/installation';
import { writeDeliveryLog } from '../storage/deliveryLog';
import type { App } from './call';
import { parseWebhookPath, type WebhookPath } from './webhookPath';
import { takeIn } from './takeIn';

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
 * them are stored. What cannot be stored now is answered 503 and comes again. The answer tells an attacker nothing.
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
  const trusted = await verified(app, { open, gateway, request });
  if (!trusted.ok) return gateway.refusal?.(trusted.failure) ?? REFUSED;
  const { connection } = trusted.value.open;
  const taken = await takeIn(app, { connection, gateway: trusted.value.gateway, request });
  return taken ? trusted.value.gateway.acknowledgement : AGAIN;
}

type Trusted = { readonly open: OpenConnection; readonly gateway: Gateway };

/** Credentials may have been replaced within the cache's minute: they are read once more before a refusal. */
async function verified(
  app: App,
  { open, gateway, request }: Trusted & { request: WebhookRequest },
): Promise<Result<Trusted, VerdictReason>> {
  const now = new Date(app.ports.clock.now());
  if (gateway.verify(request, now).ok) return ok({ open, gateway });
  const fresh = await loadConnection(app.ports, open.connection.id, { fresh: true });
  const renewed = fresh && gatewayOf(app, fresh);
  const verdict: Verdict = renewed?.verify(request, now) ?? { ok: false, reason: 'wrong-account' };
  if (fresh && renewed && verdict.ok) return ok({ open: fresh, gateway: renewed });
  const reason = verdict.ok ? 'wrong-account' : verdict.reason;
  await logRefusal(app, open.connection, reason);
  return fail(reason);
}

async function logRefusal({ ports }: App, connection: Connection, reason: VerdictReason): Promise<void> {
  ports.log.warn('webhook refused', { connection: connection.id, reason });
  await writeDeliveryLog(ports, connection.id, { at: ports.clock.now(), kind: 'refused-webhook', reason });
}

async function openFor(app: App, path: WebhookPath): Promise<OpenConnection | undefined> {
  const open = await loadConnection(app.ports, path.connection);
  return open && path.opens(open.connection.token) ? open : undefined;
}

function gatewayOf(app: App, { connection, credentials }: OpenConnection): Gateway | undefined {
  const connected = app.registry.get(connection.provider)?.connect(credentials);
  return connected?.ok ? connected.value : undefined;
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
