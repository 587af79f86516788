import { asConnectionId } from '../../domain/ids';
import { ok } from '../../domain/result';
import type { Connection } from '../../domain/settings';
import { removeConnection, saveNewConnection } from '../../storage/connections';
import { installationKey } from '../../storage/installation';
import { enterConnection, MOST_CONNECTIONS } from '../../storage/roster';
import { refuse, type App, type CallContext, type Run } from '../call';
import type { Input } from '../../contract/calls';
import { completedCredentials } from './credentials';

export const connectProvider: Run<'connectProvider'> = async (app, context, input) => {
  const { ports, registry } = app;
  const provider = registry.get(input.provider);
  if (!provider) return refuse('unknown-provider');
  const credentials = completedCredentials(provider, input.credentials, { ids: ports.ids });
  if (!credentials.ok) return credentials;
  // Made before the first webhook can come: an unverified one must leave nothing behind.
  await installationKey(ports);
  const connection = newConnection(app, context, input);
  await saveNewConnection(ports, connection, credentials.value);
  if (!(await enterConnection(ports, context.projectId, connection.id))) {
    await removeConnection(ports, connection.id);
    return refuse('failed', `a project has at most ${MOST_CONNECTIONS} connections`);
  }
  ports.log.info('connection added', { connection: connection.id, provider: provider.id });
  return ok({ connection: connection.id });
};

/** Id and token are the webhook address: 256 bits nobody can guess. */
const newConnection = (
  { ports }: App,
  { projectId }: CallContext,
  { provider, title }: Input<'connectProvider'>,
): Connection => ({
  version: 1,
  id: asConnectionId(ports.ids.next()),
  project: projectId,
  provider,
  title,
  token: ports.ids.next(),
  createdAt: ports.clock.now(),
  numbers: [],
});
