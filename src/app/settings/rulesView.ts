import type { RulesView } from '../../contract/rulesView';
import { COMMENTS_AND_OMNICHAT, presetOf } from '../../domain/presets';
import type { BusinessNumber, ProjectSettings } from '../../domain/settings';
import { resolutionNames, statusNames } from '../../jira/workflow';
import type { App, CallContext } from '../call';

/** The conversation rules of a project and of its numbers, and the names they may use. */
export async function rulesView(
  { ports }: App,
  { projectId }: CallContext,
  { settings, numbers }: { readonly settings: ProjectSettings; readonly numbers: readonly BusinessNumber[] },
): Promise<RulesView> {
  const { version: _version, timeZone: _timeZone, numbers: owns, ...project } = settings;
  const [statuses, resolutions] = await Promise.all([statusNames(ports, projectId), resolutionNames(ports)]);
  return {
    project,
    preset: presetOf(project) ?? 'own',
    defaults: COMMENTS_AND_OMNICHAT,
    numbers: numbers.map(({ id, display }) => ({ id, display, own: owns[id] ?? {} })),
    // Without an answer of Jira names are typed.
    statuses: statuses.kind === 'ok' ? statuses.value : [],
    resolutions: resolutions.kind === 'ok' ? resolutions.value : [],
  };
}
