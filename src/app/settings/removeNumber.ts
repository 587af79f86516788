import { ok } from '../../domain/result';
import { changeConnection } from '../../storage/connections';
import { NumberIdSchema } from '../../storage/idSchemas';
import { findNumber, releaseOf } from '../../storage/numbers';
import { refuse, type Run } from '../call';
import { ownConnection } from './ownConnection';

/** Conversations of the number stay; an answer to one of them then says that the number was removed. */
export const removeNumber: Run<'removeNumber'> = async (app, context, input) => {
  const { ports } = app;
  const id = NumberIdSchema.safeParse(input.number).data;
  const found = id && (await findNumber(ports, id));
  if (!found) return refuse('not-found', 'no such number');
  const open = await ownConnection(app, context, found.connection.id);
  if (!open.ok) return open;
  const { connection } = open.value;
  const removed = await changeConnection(ports, connection.id, (now) =>
    ok({ connection: { ...now, numbers: now.numbers.filter((one) => one.id !== id) }, also: [releaseOf(ports, id)] }),
  );
  if (!removed.ok) return refuse(removed.failure);
  ports.log.info('number removed', { connection: connection.id, number: id });
  return ok({});
};
