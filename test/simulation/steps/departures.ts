import type { Run } from '../books';
import { DESKS } from '../people';
import type { DepartureStep } from '../story';
import { requestAt, type Doings } from './doing';

export const DEPARTURES: Doings<DepartureStep> = {
  'closes-account'(run, { request }) {
    const { issues, people } = run.world.state.jira;
    const issueKey = requestAt(run, request);
    const { reporter } = Object.values(issues).find(({ key }) => key === issueKey) ?? {};
    const customer = people.find(({ accountId, role }) => accountId === reporter && role === 'customer');
    if (customer) run.world.jira.backstage.closeAccount(customer.accountId);
  },
  'bars-app': ({ world }, { desk, barred }) => world.jira.backstage.barApp(projectAt(desk), barred),
  'deletes-type': ({ world }, { desk }) => world.jira.backstage.deleteRequestType(projectAt(desk), 'Question'),
};

const projectAt = (desk: number): string => (DESKS[desk] ?? DESKS[0]).project;

/** The app is let in wherever it was taken out. */
export function letIn({ world }: Run): void {
  for (const { project } of DESKS) world.jira.backstage.barApp(project, false);
}
