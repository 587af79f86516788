import type { Actor, Site } from './jiraCall';
import { ISSUE_TYPES } from './model/catalogue';
import { changeIssueType, cloneIssue, mergeIssues, moveIssue } from './model/moves';
import { changeIssue } from './model/issues';
import { personOf } from './model/people';
import type { Issue, Project } from './model/state';

/** What happens to issues without a REST call of ours, or by one (a bulk move) that nobody here needs. Keys name issues and projects. */
export type Backstage = {
  addProject(wish: Pick<Project, 'key' | 'name' | 'typeKey'>): Project;
  /** The new key. */
  move(accountId: string, issueKey: string, projectKey: string): string;
  /** The key of the copy. */
  clone(accountId: string, issueKey: string): string;
  merge(accountId: string, issueKey: string, into: string): void;
  /** As *Change work type* does it, by the type's name. */
  changeIssueType(accountId: string, issueKey: string, name: string): void;
  /** The request leaves the portal: it has no request type any more. */
  removeRequestType(accountId: string, issueKey: string): void;
  closeAccount(accountId: string): void;
  /** The project loses a request type, and with it every request of that type its own. */
  deleteRequestType(projectKey: string, name: string): void;
  /** Takes the app out of a project, or lets it in again. */
  barApp(projectKey: string, barred: boolean): void;
};

export function openBackstage(site: Site): Backstage {
  const as = (accountId: string): Actor => ({ person: personOf(site, accountId), asApp: false });
  const issue = (key: string): Issue => wanted(Object.values(site.state.issues), key);
  const project = (key: string): Project => wanted(site.state.projects, key);
  return {
    addProject: (wish) => addProject(site, wish),
    move(accountId, issueKey, projectKey) {
      const moved = issue(issueKey);
      moveIssue(site, as(accountId), { issue: moved, project: project(projectKey) });
      return moved.key;
    },
    clone: (accountId, issueKey) => cloneIssue(site, as(accountId), issue(issueKey)).key,
    merge: (accountId, issueKey, into) =>
      mergeIssues(site, as(accountId), { issue: issue(issueKey), into: issue(into) }),
    changeIssueType(accountId, issueKey, name) {
      const to = ISSUE_TYPES.find((type) => type.name === name);
      if (!to) throw new Error(`the sandbox's Jira knows no work type ${name}`);
      changeIssueType(site, as(accountId), { issue: issue(issueKey), to });
    },
    removeRequestType: (accountId, issueKey) =>
      changeIssue(site, as(accountId), { issue: issue(issueKey), change: { requestTypeId: null } }),
    closeAccount(accountId) {
      personOf(site, accountId).active = false;
    },
    deleteRequestType(projectKey, name) {
      const { id: projectId, requestTypes } = project(projectKey);
      const gone = requestTypes.filter((type) => type.name === name).map(({ id }) => id);
      site.state.projects = site.state.projects.map((one) =>
        one.id === projectId ? { ...one, requestTypes: requestTypes.filter(({ id }) => !gone.includes(id)) } : one,
      );
      for (const one of Object.values(site.state.issues))
        if (one.projectId === projectId && gone.includes(one.requestTypeId ?? '')) one.requestTypeId = null;
    },
    barApp(projectKey, barred) {
      const { appBarred: _, ...open } = project(projectKey);
      const changed: Project = { ...open, ...(barred && { appBarred: true }) };
      site.state.projects = site.state.projects.map((one) => (one.id === changed.id ? changed : one));
    },
  };
}

/** A further project with a service desk of its own; software projects have none that anybody sees. */
function addProject(site: Site, { key, name, typeKey }: Pick<Project, 'key' | 'name' | 'typeKey'>): Project {
  const ordinal = site.state.projects.length;
  const project: Project = {
    id: String(10_000 + ordinal),
    key,
    name,
    ...(typeKey && { typeKey }),
    serviceDeskId: String(1 + ordinal),
    lead: site.state.projects[0]?.lead ?? '',
    lastIssue: 0,
    requestTypes: [
      {
        id: String(100 + ordinal),
        name: 'Question',
        description: 'Requests of the kind Question.',
        issueTypeId: '10003',
      },
    ],
  };
  site.state.projects.push(project);
  return project;
}

function wanted<Item extends { readonly key: string }>(items: readonly Item[], key: string): Item {
  const found = items.find((one) => one.key === key);
  if (!found) throw new Error(`the sandbox's Jira has no ${key}`);
  return found;
}
