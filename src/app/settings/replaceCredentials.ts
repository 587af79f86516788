import { ok } from '../../domain/result';
import { saveCredentials } from '../../storage/connections';
import type { Run } from '../call';
import { completedCredentials } from './credentials';
import { ownConnection, providerOf } from './ownConnection';

export const replaceCredentials: Run<'replaceCredentials'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { connection, credentials: stored } = open.value;
  const { ids, log } = app.ports;
  const credentials = completedCredentials(providerOf(app, connection), input.credentials, { ids, stored });
  if (!credentials.ok) return credentials;
  await saveCredentials(app.ports, connection.id, credentials.value);
  log.info('credentials replaced', { connection: connection.id });
  return ok({});
};
