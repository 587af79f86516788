import { definedOnly } from '../../domain/definedOnly';
import { ok } from '../../domain/result';
import { changeSettings } from '../../storage/settings';
import type { Run } from '../call';

/** Changes the rules it names and no others: of two administrators who save different groups neither undoes the other's. */
export const saveRules: Run<'saveRules'> = async ({ ports }, { projectId }, { rules }) => {
  await changeSettings(ports.store, projectId, (settings) => ({ ...settings, ...definedOnly(rules) }));
  return ok({});
};
