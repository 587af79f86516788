import { ok } from '../../domain/result';
import { saveConnection } from '../../storage/connections';
import type { Run } from '../call';
import { ownConnection } from './ownConnection';

/** Whether webhooks that fail verification are refused, or let through and counted (shadow mode). */
export const saveVerification: Run<'saveVerification'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { verification: _before, ...connection } = open.value.connection;
  const shadow = input.verification === 'shadow' && { verification: input.verification };
  await saveConnection(app.ports, { ...connection, ...shadow });
  app.ports.log.warn('verification changed', { connection: connection.id, verification: input.verification });
  return ok({});
};
