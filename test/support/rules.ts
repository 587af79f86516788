import type { World } from '../../sandbox/world';
import { DEFAULT_SETTINGS, type ProjectSettings } from '../../src/domain/settings';

/** What an administrator has chosen in project settings, as the app stores it. */
export function haveRules(world: World, rules: Partial<ProjectSettings>): void {
  const { plain } = world.state.platform.kvs;
  const project = Object.values(world.state.jira.projects)[0];
  if (!project) throw new Error('this site has no project');
  const key = `settings:${project.id}`;
  const now = world.agenda.now();
  const known = plain[key]?.at(-1)?.record?.value ?? DEFAULT_SETTINGS;
  plain[key] = [{ at: 0, record: { value: { ...known, ...rules }, createdAt: now, updatedAt: now } }];
}
