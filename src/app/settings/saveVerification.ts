import { ok } from '../../domain/result';
import { changeConnection } from '../../storage/connections';
import { refuse, type Run } from '../call';
import { ownConnection } from './ownConnection';

/** Whether webhooks that fail verification are refused, or let through and counted (shadow mode). */
export const saveVerification: Run<'saveVerification'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { id } = open.value.connection;
  const shadow = input.verification === 'shadow' && { verification: input.verification };
  const saved = await changeConnection(app.ports, id, ({ verification: _before, ...connection }) =>
    ok({ connection: { ...connection, ...shadow } }),
  );
  if (!saved.ok) return refuse(saved.failure);
  app.ports.log.warn('verification changed', { connection: id, verification: input.verification });
  return ok({});
};
