import { ok } from '../../domain/result';
import { saveCredentials } from '../../storage/connections';
import type { Run } from '../call';
import { ownConnection } from './ownConnection';

/** Replaced credentials verify no webhook any more: somebody else may know them. */
export const endFormerCredentials: Run<'endFormerCredentials'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { connection, credentials } = open.value;
  await saveCredentials(app.ports, connection.id, { values: credentials });
  app.ports.log.info('former credentials ended', { connection: connection.id });
  return ok({});
};
