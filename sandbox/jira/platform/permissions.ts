import type { JiraCall } from '../jiraCall';
import { findPerson } from '../model/people';
import { GLOBAL_PERMISSIONS, may, PROJECT_PERMISSIONS, visibleIssue } from '../model/permissions';
import { list, record, text } from '../read';
import { refuse } from '../refusal';
import { okPeople, route, type Answer, type Route } from '../router';

export const permissionRoutes: readonly Route[] = [
  route('GET /mypermissions', mine),
  route('POST /permissions/check', check),
  route('GET /permissions', all),
];

const KNOWN = [...PROJECT_PERMISSIONS, ...GLOBAL_PERMISSIONS];
const title = (key: string) =>
  key
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');

const bean = (key: string) => ({
  id: String(KNOWN.indexOf(key) + 10),
  key,
  name: title(key),
  type: GLOBAL_PERMISSIONS.includes(key) ? 'GLOBAL' : 'PROJECT',
  description: `Ability to ${title(key).toLowerCase()}.`,
});

/** `permissions` is mandatory; without an issue the answer means "on any issue" (jira.md section 10). */
function mine(call: JiraCall): Answer {
  const { query, site, me } = call;
  const keys = (query.get('permissions') ?? '').split(',').filter(Boolean);
  if (keys.length === 0) throw refuse(400, "The 'permissions' query parameter is required.");
  const unknown = keys.find((key) => !KNOWN.includes(key));
  if (unknown !== undefined) throw refuse(400, `Unrecognized permission: ${unknown}`);
  const issueName = query.get('issueKey') ?? query.get('issueId');
  const issue = issueName ? visibleIssue(site, me, issueName) : undefined;
  const project = query.get('projectKey') ?? query.get('projectId');
  if (project && !site.state.projects.some((one) => one.key === project || one.id === project))
    throw refuse(404, `No project could be found with key or id '${project}'.`);
  const permissions = keys.map(
    (key) => [key, { ...bean(key), havePermission: may({ site, me }, key, issue) }] as const,
  );
  return okPeople({ permissions: Object.fromEntries(permissions) }, keys.length);
}

function all(): Answer {
  return okPeople({ permissions: Object.fromEntries(KNOWN.map((key) => [key, bean(key)])) }, KNOWN.length);
}

const ids = (value: unknown) => list(value).map(Number).filter(Number.isInteger);

/** Asking about somebody else needs Administer Jira. */
function check(call: JiraCall): Answer {
  const { site, me, body } = call;
  const accountId = text(body.accountId) ?? me.accountId;
  if (accountId !== me.accountId && !may({ site, me }, 'ADMINISTER'))
    throw refuse(403, 'Only Jira administrators may check the permissions of other users.');
  const person = findPerson(site, accountId);
  if (!person) throw refuse(400, `The user with the account id '${accountId}' does not exist.`);
  const globalPermissions = list(body.globalPermissions).filter((key) => may({ site, me: person }, String(key)));
  const projectPermissions = list(body.projectPermissions).flatMap((one) => {
    const ask = record(one);
    return list(ask.permissions).flatMap((permission) => {
      const may1 = (issueId: number) => {
        const issue = site.state.issues[String(issueId)];
        return issue !== undefined && may({ site, me: person }, String(permission), issue);
      };
      const projects = ids(ask.projects).filter(
        (id) => holds(call, id) && may({ site, me: person }, String(permission)),
      );
      return [{ permission, projects, issues: ids(ask.issues).filter(may1) }];
    });
  });
  return okPeople({ globalPermissions, projectPermissions });
}

const holds = (call: JiraCall, projectId: number) =>
  call.site.state.projects.some((project) => project.id === String(projectId));
