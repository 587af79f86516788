import { ok } from '../../domain/result';
import type { ProjectSettings } from '../../domain/settings';
import { changeSettings } from '../../storage/settings';
import type { Run } from '../call';

export const saveAutoReply: Run<'saveAutoReply'> = async ({ ports }, { projectId }, input) => {
  const text = input.text.trim();
  await changeSettings(ports.store, projectId, (settings) => withAutoReply(settings, text));
  return ok({});
};

function withAutoReply({ version, timeZone, smsMaxParts }: ProjectSettings, text: string): ProjectSettings {
  const others: Omit<ProjectSettings, 'autoReply'> = { version, timeZone, smsMaxParts };
  return text === '' ? others : { ...others, autoReply: text };
}
