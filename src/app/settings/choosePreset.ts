import { withPreset } from '../../domain/presets';
import { ok } from '../../domain/result';
import { changeSettings } from '../../storage/settings';
import type { Run } from '../call';

/** Every rule of the project as the preset has it; its own texts and hours, and what its numbers have of their own, stay. */
export const choosePreset: Run<'choosePreset'> = async ({ ports }, { projectId }, { preset }) => {
  await changeSettings(ports.store, projectId, (settings) => ok({ ...settings, ...withPreset(settings, preset) }));
  ports.log.info('preset chosen', { project: projectId, preset });
  return ok({});
};
