import { fail, ok, type Result } from '../domain/result';
import type { Gateway, VerdictReason, WebhookRequest } from '../providers/provider';
import type { Credentials, OpenConnection } from '../storage/connectionSchemas';
import type { App } from './call';
import { heldCredentials } from './formerCredentials';

/**
 * The gateway that vouches for a webhook: of the connection's credentials, or of those they replaced within a day. The
 * reason of a refusal is that of the credentials in use.
 */
export function vouching(app: App, open: OpenConnection, request: WebhookRequest): Result<Gateway, VerdictReason> {
  const now = app.ports.clock.now();
  const verdict = verifiedBy(app, { open, credentials: open.credentials }, request);
  if (verdict.ok) return verdict;
  for (const { values } of heldCredentials(open, now)) {
    const former = verifiedBy(app, { open, credentials: values }, request);
    if (former.ok) return former;
  }
  return verdict;
}

export const gatewayOf = (app: App, { connection, credentials }: OpenConnection): Gateway | undefined =>
  gatewayWith(app, connection.provider, credentials);

type Key = { readonly open: OpenConnection; readonly credentials: Credentials };

function verifiedBy(app: App, { open, credentials }: Key, request: WebhookRequest): Result<Gateway, VerdictReason> {
  const gateway = gatewayWith(app, open.connection.provider, credentials);
  const verdict = gateway?.verify(request, new Date(app.ports.clock.now()));
  if (!gateway || !verdict) return fail('wrong-account');
  return verdict.ok ? ok(gateway) : fail(verdict.reason);
}

function gatewayWith({ registry }: App, provider: string, credentials: Credentials): Gateway | undefined {
  const connected = registry.get(provider)?.connect(credentials);
  return connected?.ok ? connected.value : undefined;
}
