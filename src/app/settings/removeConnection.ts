import { ok } from '../../domain/result';
import { removeConnection as eraseConnection } from '../../storage/connections';
import { forgetBreakers } from '../../storage/breaker';
import { ConnectionIdSchema } from '../../storage/idSchemas';
import { forgetHealth } from '../../storage/health';
import { isEntered, leaveConnection } from '../../storage/roster';
import { eraseUnclaimed } from '../../storage/unclaimed';
import { refuse, type Run } from '../call';
import { ownConnection } from './ownConnection';

/** Its business numbers are removed first, one by one: nobody should lose a number by a click beside it. */
export const removeConnection: Run<'removeConnection'> = async (app, context, input) => {
  const { ports } = app;
  const id = ConnectionIdSchema.safeParse(input.connection).data;
  const open = await ownConnection(app, context, input.connection);
  // A removal that was cut off left the roster's entry: the project's roster alone proves that it was ours.
  if (!id || (!open.ok && !(await isEntered(ports, context.projectId, id)))) return refuse('not-found');
  if (!(await eraseConnection(ports, id)).ok) return refuse('in-use', 'the connection has numbers');
  await eraseUnclaimed(ports.store, id);
  await forgetHealth(ports.store, id);
  await forgetBreakers(ports, id);
  await leaveConnection(ports, context.projectId, id);
  ports.log.info('connection removed', { connection: id });
  return ok({});
};
