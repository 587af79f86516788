import type { CallError } from '../../contract/calls';
import type { ConnectionId } from '../../domain/ids';
import { ok, type Result } from '../../domain/result';
import type { Provider } from '../../providers/provider';
import { loadConnection } from '../../storage/connections';
import type { OpenConnection } from '../../storage/connectionSchemas';
import { ConnectionIdSchema } from '../../storage/idSchemas';
import { refuse, type App, type CallContext } from '../call';

/** The connection, read anew. Another project's connection is not found: ids from screens prove nothing. */
export async function ownConnection(
  { ports }: App,
  { projectId }: CallContext,
  raw: string,
): Promise<Result<OpenConnection, CallError>> {
  const id = ConnectionIdSchema.safeParse(raw).data;
  const open = id && (await loadConnection(ports, id, { fresh: true }));
  return open?.connection.project === projectId ? ok(open) : refuse('not-found', 'no such connection in this project');
}

/** @throws when the connection's provider left the registry, which no release does. */
export function providerOf(
  { registry }: App,
  { id, provider }: { readonly id: ConnectionId; readonly provider: string },
): Provider {
  const found = registry.get(provider);
  if (!found) throw new Error(`connection ${id} names the unknown provider ${provider}`);
  return found;
}
