import { ok } from '../../domain/result';
import { changeSettings } from '../../storage/settings';
import type { Run } from '../call';

export const saveAutoReply: Run<'saveAutoReply'> = async ({ ports }, { projectId }, input) => {
  const text = input.text.trim();
  await changeSettings(ports.store, projectId, (settings) => ({ ...settings, autoReply: text }));
  return ok({});
};
