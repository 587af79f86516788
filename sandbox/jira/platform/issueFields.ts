import type { JiraCall } from '../jiraCall';
import { PRIORITIES, REQUEST_TYPE_FIELD, RESOLUTIONS, SCREEN_FIELDS } from '../model/catalogue';
import type { IssueChange } from '../model/issues';
import { namedPerson } from '../model/people';
import { may } from '../model/permissions';
import type { Issue, Project } from '../model/state';
import { isRecord, list, record, text, type Json } from '../read';
import { Refusal, refuse, refuseField } from '../refusal';
import { acceptDocument } from '../text/document';

const SUMMARY_LIMIT = 255;

export const notOnScreen = (field: string): Refusal =>
  refuseField(field, `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`);

/** Reads the fields of an edit or create as Jira's edit screen does; several wrong ones are told together. */
export function readFields(call: JiraCall, { fields, issue }: { fields: Json; issue?: Issue }): IssueChange {
  const errors: Record<string, string> = {};
  const change: IssueChange = {};
  for (const [name, value] of Object.entries(fields)) {
    try {
      Object.assign(change, readField(call, { name, value, ...(issue && { issue }) }));
    } catch (error) {
      if (!(error instanceof Refusal) || !error.texts.errors) throw error;
      Object.assign(errors, error.texts.errors);
    }
  }
  if (Object.keys(errors).length > 0) throw new Refusal(400, { errors });
  return change;
}

type Given = { readonly name: string; readonly value: unknown; readonly issue?: Issue };

function readField(call: JiraCall, given: Given): IssueChange {
  if (!SCREEN_FIELDS.includes(given.name)) throw notOnScreen(given.name);
  const reader = READERS[given.name];
  if (!reader) throw new Error(`no reader for the screen field ${given.name}`);
  return reader(call, given);
}

const READERS: Readonly<Record<string, (call: JiraCall, given: Given) => IssueChange>> = {
  summary: (_call, { value }) => ({ summary: readSummary(value) }),
  description: (call, { value }) => ({
    description: value === null ? null : acceptDocument('description', value, call.version),
  }),
  reporter: (call, { value, issue }) => {
    if (!may(call, 'MODIFY_REPORTER', issue)) throw notOnScreen('reporter');
    return { reporter: readPerson(call, 'reporter', value) };
  },
  assignee: (call, { value, issue }) => {
    if (!may(call, 'ASSIGN_ISSUES', issue)) throw notOnScreen('assignee');
    return { assignee: readAssignee(call, readPerson(call, 'assignee', value)) };
  },
  priority: (_call, { value }) => ({ priorityId: readNamed('priority', PRIORITIES, value) }),
  labels: (_call, { value }) => ({ labels: list(value).map(readLabel) }),
  [REQUEST_TYPE_FIELD]: (call, { value, issue }) => ({ requestTypeId: readRequestType(call, value, issue) }),
};

export function readSummary(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw refuseField('summary', 'You must specify a summary of the issue.');
  if (/[\r\n]/.test(value))
    throw refuseField('summary', 'The summary is invalid because it contains newline characters.');
  if (value.length > SUMMARY_LIMIT) throw refuseField('summary', "Summary can't exceed 255 characters.");
  return value;
}

/** `{ id }` in version 3, `{ accountId }` also accepted; null is nobody. */
function readPerson(call: JiraCall, field: string, value: unknown): string | null {
  if (value === null) return null;
  const accountId = isRecord(value) ? text(value.id ?? value.accountId) : undefined;
  if (accountId === undefined) throw refuseField(field, `Specify a valid 'id' or 'name' for ${field}`);
  return namedPerson(call.site, accountId, field).accountId;
}

/** `-1` is the project's default, which here is nobody. Customers and apps cannot be assigned. */
export function readAssignee(call: JiraCall, accountId: string | null): string | null {
  if (accountId === null || accountId === '-1') return null;
  const person = namedPerson(call.site, accountId, 'assignee');
  if (may({ site: call.site, me: person }, 'ASSIGNABLE_USER')) return accountId;
  throw refuseField('assignee', `User '${person.name}' cannot be assigned issues.`);
}

export function readResolution(value: unknown): string {
  return readNamed('resolution', RESOLUTIONS, value);
}

function readNamed(field: string, items: readonly { id: string; name: string }[], value: unknown): string {
  const { id, name } = record(value);
  const found = items.find((item) => item.id === text(id) || item.name === name);
  if (!found) throw refuseField(field, `Specify a valid 'id' or 'name' for ${field}`);
  return found.id;
}

function readLabel(value: unknown): string {
  const label = text(value) ?? '';
  if (/\s/.test(label)) throw refuseField('labels', `The label '${label}' contains spaces which is invalid.`);
  if (label.length > 255) throw refuseField('labels', `The label '${label}' exceeds the limit of 255 characters.`);
  return label;
}

/** The id as a string: names are refused (jira.md 1.3). */
function readRequestType(call: JiraCall, value: unknown, issue: Issue | undefined): string | null {
  if (value === null) return null;
  const known = call.site.state.projects
    .filter((project) => !issue || project.id === issue.projectId)
    .flatMap((project) => project.requestTypes);
  const found = known.find((type) => type.id === value);
  if (!found) throw refuseField(REQUEST_TYPE_FIELD, 'The Request Type specified is invalid.');
  return found.id;
}

/** @throws Refusal when the request type belongs to another project or issue type */
export function assertRequestTypeFits(project: Project, { requestTypeId, issueTypeId }: RequestTypeChoice): void {
  if (requestTypeId === null) return;
  const type = project.requestTypes.find((one) => one.id === requestTypeId);
  if (type?.issueTypeId !== issueTypeId)
    throw refuseField(REQUEST_TYPE_FIELD, 'The Request Type specified is invalid for the selected work type.');
}
type RequestTypeChoice = { readonly requestTypeId: string | null; readonly issueTypeId: string };

const PROPERTY_KEY_LIMIT = 255;
const PROPERTY_VALUE_LIMIT = 32_768;

/** `[{ key, value }]`, as create and comment calls carry them. */
export function readProperties(value: unknown): Record<string, unknown> {
  const entries = list(value).map((one): [string, unknown] => {
    const { key, value: content } = record(one);
    return [text(key) ?? '', content];
  });
  for (const [key, content] of entries) assertProperty(key, content);
  return Object.fromEntries(entries);
}

export function assertProperty(key: string, value: unknown): void {
  if (key === '') throw refuse(400, 'The property key is missing.');
  if (key.length > PROPERTY_KEY_LIMIT) throw refuse(400, 'The property key length cannot be longer than 255.');
  if (value === undefined) throw refuse(400, 'The property value has to be provided in a request body.');
  if (JSON.stringify(value).length > PROPERTY_VALUE_LIMIT)
    throw refuse(400, 'The property value length cannot be longer than 32,768.');
}
