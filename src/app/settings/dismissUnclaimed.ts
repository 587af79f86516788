import { ok } from '../../domain/result';
import { forgetUnclaimed } from '../../storage/unclaimed';
import type { Run } from '../call';
import { ownConnection } from './ownConnection';

export const dismissUnclaimed: Run<'dismissUnclaimed'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  await forgetUnclaimed(app.ports.store, open.value.connection.id, input.receiver);
  return ok({});
};
