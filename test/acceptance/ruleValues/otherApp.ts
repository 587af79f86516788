import type { World } from '../../../sandbox/world';
import { jiraPerson, type JiraPerson } from '../../support/jiraPerson';

/** Jira's own automation, or any other app on the site: it calls Jira as itself. */
export function otherApp(world: World): JiraPerson {
  const { people } = world.state.jira;
  const app = people.find(({ role }) => role === 'app');
  if (!app) throw new Error('no app is on the site');
  const accountId = 'automation';
  if (!people.some((one) => one.accountId === accountId))
    people.push({ ...app, accountId, name: 'Automation for Jira' });
  return jiraPerson(world.jira.door, accountId);
}
