import { withPreset } from '../../domain/presets';
import { ok } from '../../domain/result';
import { changeSettings } from '../../storage/settings';
import { refuse, type Run } from '../call';
import { changedMeanwhile } from './changedMeanwhile';

/**
 * Every rule of the project as the preset has it; its own texts and hours, and what its numbers have of their own, stay. What
 * somebody else saved since the rules were shown is not replaced unseen.
 */
export const choosePreset: Run<'choosePreset'> = async ({ ports }, { projectId }, { preset, from }) => {
  const chosen = await changeSettings(ports.store, projectId, (settings) => {
    const wanted = withPreset(settings, preset);
    const theirs = from ? changedMeanwhile(Object.keys(wanted), { now: settings, from, wanted }) : [];
    return theirs.length > 0 ? refuse('theirs-shown', theirs.join(', ')) : ok({ ...settings, ...wanted });
  });
  if (!chosen.ok) return chosen;
  ports.log.info('preset chosen', { project: projectId, preset });
  return ok({});
};
