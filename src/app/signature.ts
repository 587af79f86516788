import type { AccountId } from '../domain/ids';
import type { ProjectSettings } from '../domain/settings';
import { whoIs } from '../jira/people';
import type { App } from './call';

/** The agent's public name where the rules have it stand before the text; nothing where Jira does not tell it. */
export async function signature(
  { ports }: App,
  { agentName }: ProjectSettings,
  agent: AccountId,
): Promise<{ readonly signed?: string }> {
  if (!agentName) return {};
  const who = await whoIs(ports, agent);
  return who.kind === 'ok' ? { signed: who.value.displayName } : {};
}
