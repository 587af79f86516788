import type { JiraCall } from '../jiraCall';
import { byId, FIELDS, ISSUE_TYPES } from '../model/catalogue';
import { createIssue } from '../model/issues';
import { may, visibleIssue } from '../model/permissions';
import type { Project } from '../model/state';
import { isRecord, list, record, text, type Json } from '../read';
import { Refusal, refuseField } from '../refusal';
import { created, type Answer } from '../router';
import { assertRequestTypeFits, notOnScreen, readFields, readProperties, readSummary } from './issueFields';

/** `POST /issue`: everything is checked before anything is kept. */
export function createByFields(call: JiraCall): Answer {
  const { site, actor, me } = call;
  const { project: projectField, issuetype, parent, ...fields } = record(call.body.fields);
  const project = readProject(call, projectField);
  const issueTypeId = readIssueType(issuetype);
  const parentId = readParent(call, issueTypeId, parent);
  const summary = readSummary(fields.summary);
  const {
    description = null,
    reporter,
    assignee,
    labels,
    priorityId,
    requestTypeId = null,
  } = readFields(call, { fields });
  assertRequestTypeFits(project, { requestTypeId, issueTypeId });
  assertRequired(call, issueTypeId, fields);
  const issue = createIssue(site, actor, {
    project,
    issueTypeId,
    ...(parentId !== undefined && { parentId }),
    requestTypeId,
    summary,
    description,
    reporter: reporter ?? me.accountId,
    ...(assignee !== undefined && { assignee }),
    ...(labels && { labels }),
    ...(priorityId !== undefined && { priorityId }),
    properties: readProperties(call.body.properties),
  });
  return created({ id: issue.id, key: issue.key, self: `${site.baseUrl}/rest/api/3/issue/${issue.id}` });
}

/** What the field configuration requires is refused where it is not filled; several are told together. */
function assertRequired({ site }: JiraCall, issueTypeId: string, fields: Json): void {
  const required = site.state.switches.requiredFields?.[issueTypeId] ?? [];
  const missing = required.filter((id) => isEmpty(fields[id]));
  if (missing.length === 0) return;
  throw new Refusal(400, {
    errors: Object.fromEntries(missing.map((id) => [id, `${byId(FIELDS, id).name} is required.`])),
  });
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || list(value).length === 0;

function readProject(call: JiraCall, value: unknown): Project {
  const { id, key } = record(value);
  const project = call.site.state.projects.find((one) => one.id === text(id) || one.key === key);
  if (!project) throw refuseField('project', 'Specify a valid project ID or key');
  const isBarred = call.me.role === 'app' && project.appBarred === true;
  if (isBarred) call.site.felt?.('app is out of the project');
  if (isBarred || !may(call, 'CREATE_ISSUES'))
    throw refuseField('project', 'You do not have permission to create issues in this project.');
  return project;
}

function readIssueType(value: unknown): string {
  const { id, name } = record(value);
  const found = ISSUE_TYPES.find((type) => type.id === text(id) || type.name === name);
  if (found) return found.id;
  throw refuseField('issuetype', isRecord(value) ? 'The issue type selected is invalid.' : 'Specify an issue type');
}

/** A sub-task has a parent, another issue has none. */
function readParent(call: JiraCall, issueTypeId: string, value: unknown): string | undefined {
  const { subtask = false } = byId(ISSUE_TYPES, issueTypeId);
  const name = text(record(value).id) ?? text(record(value).key);
  if (subtask && name === undefined)
    throw refuseField('issuetype', 'Issue type is a sub-task but parent issue key or id not specified.');
  if (!subtask && name !== undefined) throw notOnScreen('parent');
  return name === undefined ? undefined : visibleIssue(call.site, call.me, name).id;
}
