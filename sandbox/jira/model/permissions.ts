import type { Site } from '../jiraCall';
import { noSuchIssue } from '../refusal';
import type { Issue, Person } from './state';

const AGENT = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'MODIFY_REPORTER',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'TRANSITION_ISSUES',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'EDIT_ALL_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'CREATE_ATTACHMENTS',
  'SERVICEDESK_AGENT',
  'USER_PICKER',
];
const ADMIN = [...AGENT, 'DELETE_ISSUES', 'DELETE_ALL_COMMENTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'];
const APP = [...AGENT.filter((key) => key !== 'ASSIGNABLE_USER'), 'DELETE_ALL_COMMENTS'];

/** The role model of jira.md section 10. Customers have these in their own requests only. */
const GRANTS: Record<Person['role'], ReadonlySet<string>> = {
  admin: new Set(ADMIN),
  agent: new Set(AGENT),
  app: new Set(APP),
  customer: new Set(['BROWSE_PROJECTS', 'ADD_COMMENTS', 'CREATE_ATTACHMENTS']),
};
export const GLOBAL_PERMISSIONS: readonly string[] = ['ADMINISTER', 'USER_PICKER'];
export const PROJECT_PERMISSIONS: readonly string[] = ADMIN.filter((key) => !GLOBAL_PERMISSIONS.includes(key));

type Who = { readonly site: Site; readonly me: Person };

/** Whether the person may do `permission`, on the issue or (without one) anywhere in a project. */
export function may({ site, me: person }: Who, permission: string, issue?: Issue): boolean {
  const { switches } = site.state;
  if (!person.active || !GRANTS[person.role].has(permission)) return false;
  if (person.role === 'app' && issue && isBarred(site, issue)) return false;
  if (person.role === 'app' && permission === 'EDIT_ALL_COMMENTS') return switches.appMayEditComments;
  if (person.role === 'app' && permission === 'MODIFY_REPORTER') return switches.appMaySetReporter;
  if (person.role !== 'customer') return true;
  return switches.customersMayCommentV3 && issue !== undefined && isOwnRequest(person, issue);
}

function isBarred({ state, felt }: Site, { projectId }: Issue): boolean {
  const barred = state.projects.some(({ id, appBarred }) => id === projectId && appBarred);
  if (barred) felt?.('app is out of the project');
  return barred;
}

export const isOwnRequest = (person: Person, issue: Issue): boolean =>
  issue.reporter === person.accountId || issue.participants.includes(person.accountId);

/** Agents, administrators and the app see what customers must not: internal notes, Jira's own API. */
export const isStaff = (person: Person): boolean => person.role !== 'customer';

/** Visible to the person through the platform API. A new issue stays invisible for a while where the switch says so. */
export function visibleIssue(site: Site, person: Person, idOrKey: string): Issue {
  const issue = existingIssue(site, idOrKey);
  if (!issue || !may({ site, me: person }, 'BROWSE_PROJECTS', issue)) throw noSuchIssue();
  return issue;
}

/** Visible to the person in the portal: staff see every request, customers their own. */
export function visibleRequest(site: Site, person: Person, idOrKey: string): Issue {
  const issue = existingIssue(site, idOrKey);
  if (!issue?.requestTypeId || !(isStaff(person) || isOwnRequest(person, issue))) throw noSuchIssue();
  return issue;
}

function existingIssue(site: Site, idOrKey: string): Issue | undefined {
  const key = idOrKey.toUpperCase();
  const issue =
    site.state.issues[idOrKey] ??
    Object.values(site.state.issues).find((one) => one.key === key || one.formerKeys?.includes(key));
  const isUnseen = issue && site.now() < issue.created + site.state.switches.createVisibleAfterMs;
  if (isUnseen) site.felt?.('new issue answers 404');
  return isUnseen ? undefined : issue;
}
