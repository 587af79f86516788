import type { Run } from '../books';
import { DESKS, WITH_INBOX } from '../people';
import { recordsOf } from '../records';
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
  'bars-app'({ world, books: { outOf } }, { desk, barred }) {
    const project = projectAt(desk);
    if (barred) outOf.set(project, outOf.get(project) ?? world.agenda.now());
    world.jira.backstage.barApp(project, barred);
  },
  'deletes-type': ({ world }, { desk }) => world.jira.backstage.deleteRequestType(projectAt(desk), 'Question'),
  archives({ world, books }, { phone }) {
    const { provider, whatsapp: from } = WITH_INBOX;
    const to = books.phones[phone];
    const theirs = recordsOf(world).active.find(
      ({ route: { address } }) => address.kind === 'phone' && address.phone === to,
    );
    if (to === undefined || !theirs) return;
    books.archived.add(theirs.id);
    world.carriers.get(provider)?.closesConversation?.({ from, to });
  },
};

const projectAt = (desk: number): string => (DESKS[desk] ?? DESKS[0]).project;

/** The app is let in wherever it was taken out. */
export function letIn({ world }: Run): void {
  for (const { project } of DESKS) world.jira.backstage.barApp(project, false);
}
