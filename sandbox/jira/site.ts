import type { Agenda } from '../agenda';
import type { Chance } from '../chance';
import type { JiraDoor, ProductEvent } from '../doors';
import type { Felt } from '../faults';
import { openBackstage, type Backstage } from './backstage';
import { DEMO_PEOPLE, demoProject } from './demo';
import { createDoor } from './door';
import type { IndexedProperty, Site } from './jiraCall';
import { personByEmail } from './model/people';
import type { Issue, JiraState, JiraSwitches, Person, Project } from './model/state';

export { newJiraState, type JiraState, type JiraSwitches } from './model/state';
export type { IndexedProperty } from './jiraCall';

export type JiraOptions = {
  /** Plain JSON, changed in place; `newJiraState()` makes an empty one. */
  readonly state: JiraState;
  readonly agenda: Pick<Agenda, 'now'>;
  readonly chance: Chance;
  /** Called in the order of the writes, before the writer has its answer. */
  readonly emit: (event: ProductEvent) => void;
  readonly baseUrl: string;
  readonly appAccountId: string;
  /** What the manifest's `jira:entityProperty` modules declare. */
  readonly indexed: readonly IndexedProperty[];
  /** How far search lags behind; asked at each write. Default: not at all. */
  readonly indexLagMs?: () => number;
  readonly felt?: Felt;
};

/** A Jira site with JSM in memory. All of it is `state`; a site made from saved state goes on where it was. */
export type JiraSite = {
  readonly state: JiraState;
  readonly door: JiraDoor;
  readonly switches: JiraSwitches;
  /** Everybody but the app. */
  people(): readonly { accountId: string; name: string; email?: string; role: 'admin' | 'agent' | 'customer' }[];
  /** By e-mail address, whatever its case. */
  accountFor(email: string): string | undefined;
  projects(): readonly Project[];
  /** By id or key. */
  issue(idOrKey: string): Issue | undefined;
  /** What people do to issues beside REST, as the person of that account. */
  backstage: Backstage;
  /** People and the project SUP; does nothing on a site that has projects. */
  seedDemo(): void;
};

export function createJira(options: JiraOptions): JiraSite {
  const { state } = options;
  const site: Site = {
    ...options,
    now: () => options.agenda.now(),
    indexLagMs: () => options.indexLagMs?.() ?? 0,
  };
  if (!state.people.some(({ accountId }) => accountId === options.appAccountId))
    state.people.push(appPerson(options.appAccountId));
  return {
    state,
    door: createDoor(site),
    switches: state.switches,
    people: () => state.people.flatMap(({ role, ...rest }) => (role === 'app' ? [] : [{ ...shown(rest), role }])),
    accountFor: (email) => personByEmail(site, email)?.accountId,
    projects: () => state.projects,
    issue: (idOrKey) => state.issues[idOrKey] ?? Object.values(state.issues).find(({ key }) => key === idOrKey),
    backstage: openBackstage(site),
    seedDemo() {
      if (state.projects.length > 0) return;
      state.people.push(...DEMO_PEOPLE.map((person) => ({ ...person })));
      state.projects.push(demoProject());
    },
  };
}

const shown = ({ accountId, name, email }: Omit<Person, 'role'>) => ({
  accountId,
  name,
  ...(email !== undefined && { email }),
});

const appPerson = (accountId: string): Person => ({
  accountId,
  name: 'OmniChat',
  role: 'app',
  timeZone: 'Etc/UTC',
  active: true,
});
