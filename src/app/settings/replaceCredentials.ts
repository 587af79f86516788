import { ok } from '../../domain/result';
import { saveCredentials } from '../../storage/connections';
import { forgetHealth } from '../../storage/health';
import type { Run } from '../call';
import { formerAfter } from '../formerCredentials';
import { completedCredentials } from './credentials';
import { ownConnection, providerOf } from './ownConnection';

/** The ones before still verify webhooks for a day; everything else is done with the new ones from now on. */
export const replaceCredentials: Run<'replaceCredentials'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { connection, credentials: stored } = open.value;
  const { ids, log, clock } = app.ports;
  const credentials = completedCredentials(providerOf(app, connection), input.credentials, { ids, stored });
  if (!credentials.ok) return credentials;
  const former = formerAfter(open.value, credentials.value, clock.now());
  await saveCredentials(app.ports, connection.id, { values: credentials.value, former });
  await forgetHealth(app.ports.store, connection.id);
  log.info('credentials replaced', { connection: connection.id });
  return ok({});
};
