import type { Field } from '@atlaskit/jql-ast';
import type { Site } from '../jiraCall';
import { categoryOf, CATEGORIES, ISSUE_TYPES, RESOLUTIONS, STATUSES } from '../model/catalogue';
import { plainText } from '../text/adf';
import { refuse, type Refusal } from '../refusal';
import { propertyField } from './properties';
import type { Asking, JqlField } from './jqlField';

/** The field a clause names. @throws Refusal 400 */
export function fieldNamed(field: Field, asking: Asking): JqlField {
  const known = builtIn(asking.site)[ALIASES[field.value.toLowerCase()] ?? field.value.toLowerCase()];
  return known ?? propertyField(field, asking.site) ?? unknownField(field.text);
}

function unknownField(name: string): never {
  throw refuse(400, `Field '${name}' does not exist or you do not have permission to view it.`);
}

const ALIASES: Readonly<Record<string, string>> = {
  issuekey: 'key',
  issue: 'key',
  id: 'key',
  type: 'issuetype',
  'work type': 'issuetype',
  space: 'project',
  createddate: 'created',
  updateddate: 'updated',
  'cf[10010]': 'request type',
};

export const noSuchValue = (value: string, field: string): Refusal =>
  refuse(400, `The value '${value}' does not exist for the field '${field}'.`);

/** Accepts id or name, whatever the case. */
const among = (field: string, items: readonly { id: string | number; name: string }[]) => (written: string) => {
  const wanted = written.toLowerCase();
  const found = items.find(({ id, name }) => String(id) === written || name.toLowerCase() === wanted);
  if (!found) throw noSuchValue(written, field);
  return String(found.id);
};

function builtIn(site: Site): Readonly<Record<string, JqlField>> {
  return {
    ...identityFields(site),
    ...peopleFields(site),
    ...dateFields(),
    summary: { name: 'summary', kind: 'text', sortable: true, value: ({ content }) => content.summary },
    description: textField('description', ({ issue }) =>
      issue.description ? plainText(issue.description) : undefined,
    ),
    text: textField('text', ({ issue, content }) =>
      [
        content.summary,
        ...[issue.description ?? [], ...issue.comments.map(({ body }) => body)].flat().map(plainText),
      ].join('\n'),
    ),
  };
}

const textField = (name: string, value: JqlField['value']): JqlField => ({
  name,
  kind: 'text',
  sortable: false,
  value,
});

function identityFields(site: Site): Record<string, JqlField> {
  const projects = site.state.projects;
  const requestTypes = projects.flatMap((project) => project.requestTypes);
  const field = (name: string, value: JqlField['value'], resolve: (written: string) => string): JqlField => ({
    name,
    kind: 'id',
    sortable: true,
    value,
    resolve,
  });
  return {
    project: field('project', ({ issue }) => issue.projectId, projectId(site)),
    key: field('key', ({ issue }) => issue.id, issueId(site)),
    issuetype: field('issuetype', ({ content }) => content.issueTypeId, among('issuetype', ISSUE_TYPES)),
    status: field('status', ({ content }) => content.statusId, among('status', STATUSES)),
    statuscategory: field('statusCategory', ({ content }) => String(categoryOf(content.statusId).id), categoryId),
    resolution: field(
      'resolution',
      ({ content }) => content.resolutionId ?? undefined,
      among('resolution', RESOLUTIONS),
    ),
    'request type': field(
      'Request Type',
      ({ content }) => content.requestTypeId ?? undefined,
      among('Request Type', requestTypes),
    ),
  };
}

const projectId = (site: Site) => (written: string) => {
  const wanted = written.toLowerCase();
  const found = site.state.projects.find(
    ({ id, key, name }) => id === written || key.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (!found) throw noSuchValue(written, 'project');
  return found.id;
};

const categoryId = (written: string): string => {
  const found = CATEGORIES.find((one) => one.key === written.toLowerCase());
  return found ? String(found.id) : among('statusCategory', CATEGORIES)(written);
};

const issueId = (site: Site) => (written: string) => {
  const found = Object.values(site.state.issues).find(({ id, key }) => id === written || key === written.toUpperCase());
  if (!found) throw refuse(400, `An issue with key '${written}' does not exist for field 'key'.`);
  return found.id;
};

function peopleFields(site: Site): Record<string, JqlField> {
  const resolve = (field: string) => (written: string) => {
    const wanted = written.toLowerCase();
    const found = site.state.people.find(
      ({ accountId, name, email }) =>
        accountId === written || name.toLowerCase() === wanted || email?.toLowerCase() === wanted,
    );
    if (!found) throw noSuchValue(written, field);
    return found.accountId;
  };
  const person = (name: 'assignee' | 'reporter' | 'creator'): JqlField => ({
    name,
    kind: 'id',
    sortable: true,
    value: ({ content }) => content[name] ?? undefined,
    resolve: resolve(name),
  });
  return { assignee: person('assignee'), reporter: person('reporter'), creator: person('creator') };
}

function dateFields(): Record<string, JqlField> {
  const date = (name: string, value: JqlField['value']): JqlField => ({ name, kind: 'date', sortable: true, value });
  return {
    created: date('created', ({ content }) => content.created),
    updated: date('updated', ({ content }) => content.updated),
    statuscategorychangeddate: date('statusCategoryChangedDate', ({ content }) => content.statusCategoryChangedAt),
  };
}
