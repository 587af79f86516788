import { param, type JiraCall } from '../jiraCall';
import { addComment, announceComment } from '../model/comments';
import { changeIssue, deleteIssue, subtasksOf } from '../model/issues';
import { may, visibleIssue } from '../model/permissions';
import { reindex } from '../model/searchIndex';
import type { Issue, Project } from '../model/state';
import { list, record, text } from '../read';
import { Refusal, refuse } from '../refusal';
import { noContent, ok, route, type Answer, type Route } from '../router';
import { issueView } from '../views/issueViews';
import { readComment } from './comments';
import { createByFields } from './issueCreation';
import { assertRequestTypeFits, notOnScreen, readAssignee, readFields, readProperties } from './issueFields';

export const issueRoutes: readonly Route[] = [
  route('POST /issue', createByFields),
  route('POST /issue/bulkfetch', bulkFetch),
  route('GET /issue/:issue', get),
  route('PUT /issue/:issue', edit),
  route('DELETE /issue/:issue', remove),
  route('PUT /issue/:issue/assignee', assign),
];

export const issueOf = (call: JiraCall): Issue => visibleIssue(call.site, call.me, param(call, 'issue'));

/** The issue, for a call that needs a permission on it. */
export function issueFor(call: JiraCall, permission: string, words: string): Issue {
  const issue = issueOf(call);
  if (!may(call, permission, issue)) throw refuse(403, words);
  return issue;
}

const commaList = (call: JiraCall, name: string) =>
  call.query
    .getAll(name)
    .flatMap((one) => one.split(','))
    .filter(Boolean);

function get(call: JiraCall): Answer {
  const issue = issueOf(call);
  const ask = {
    fields: commaList(call, 'fields'),
    properties: commaList(call, 'properties'),
    expand: call.query.get('expand') ?? '',
  };
  return ok(issueView(call, issue, ask));
}

const names = (value: unknown) => list(value).flatMap((one) => text(one) ?? []);

/** At most 100 at once; what is not there is left out of `issues` and told in `issueErrors`. */
function bulkFetch(call: JiraCall): Answer {
  const asked = names(call.body.issueIdsOrKeys);
  if (asked.length === 0 || asked.length > 100) throw refuse(400, 'Between 1 and 100 issue ids or keys must be given.');
  const fields = names(call.body.fields);
  const ask = {
    fields: fields.length > 0 ? fields : ['*navigable'],
    properties: names(call.body.properties),
    expand: names(call.body.expand).join(','),
  };
  const found = asked.map((idOrKey) => ({ idOrKey, issue: tryVisible(call, idOrKey) }));
  const issues = found.flatMap(({ issue }) => (issue ? [issueView(call, issue, ask)] : []));
  const issueErrors = found.flatMap(({ idOrKey, issue }) =>
    issue ? [] : [{ id: idOrKey, errorMessage: 'Issue does not exist or you do not have permission to see it.' }],
  );
  return ok({ expand: 'schema,names', issues, issueErrors }, issues.length);
}

function tryVisible(call: JiraCall, idOrKey: string): Issue | undefined {
  try {
    return visibleIssue(call.site, call.me, idOrKey);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function edit(call: JiraCall): Answer {
  const issue = issueFor(call, 'EDIT_ISSUES', 'You do not have permission to edit issues in this project.');
  // Some sites refuse the flag, others ignore it (jira.md 7).
  if (call.query.get('notifyUsers') === 'false' && call.site.state.switches.refuseSilentEdits)
    throw refuse(403, 'To discard the user notification either admin or project admin permissions are required.');
  const fields = record(call.body.fields);
  const { comment, ...updates } = record(call.body.update);
  const [other] = Object.keys(updates);
  if (other !== undefined) throw notOnScreen(other);
  const change = readFields(call, { fields, issue });
  if (change.requestTypeId !== undefined)
    assertRequestTypeFits(projectFor(call, issue), {
      requestTypeId: change.requestTypeId,
      issueTypeId: issue.issueTypeId,
    });
  const comments = readCommentUpdates(call, comment);
  issue.properties = { ...issue.properties, ...readProperties(call.body.properties) };
  reindex(call.site, issue);
  changeIssue(call.site, call.actor, { issue, change });
  for (const one of comments) {
    const added = addComment(call.site, call.actor, { issue, ...one });
    announceComment(call.site, call.actor, { issue, comment: added });
  }
  if (call.query.get('returnIssue') === 'true')
    return ok(issueView(call, issue, { fields: [], properties: [], expand: '' }));
  return noContent();
}

const projectFor = (call: JiraCall, issue: Issue): Project => {
  const project = call.site.state.projects.find((one) => one.id === issue.projectId);
  if (!project) throw new Error(`issue ${issue.key} lies in no project`);
  return project;
};

/** `update.comment: [{ add: { body, … } }]`, as edit and transition take it. */
export const readCommentUpdates = (call: JiraCall, value: unknown) =>
  list(value).flatMap((one) => {
    const { add } = record(one);
    return add === undefined ? [] : [readComment(call, record(add))];
  });

function remove(call: JiraCall): Answer {
  const issue = issueFor(call, 'DELETE_ISSUES', 'You do not have permission to delete issues in this project.');
  const [subtask] = subtasksOf(call.site, issue);
  if (subtask && call.query.get('deleteSubtasks') !== 'true')
    throw refuse(
      400,
      `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  deleteIssue(call.site, call.actor, issue);
  return noContent();
}

function assign(call: JiraCall): Answer {
  const issue = issueFor(call, 'ASSIGN_ISSUES', 'You do not have permission to assign issues.');
  const { accountId } = call.body;
  const assignee = readAssignee(call, accountId === null ? null : (text(accountId) ?? null));
  changeIssue(call.site, call.actor, { issue, change: { assignee } });
  return noContent();
}
