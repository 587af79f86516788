import { param, type JiraCall } from '../jiraCall';
import {
  byId,
  CATEGORIES,
  FIELDS,
  ISSUE_TYPES,
  PRIORITIES,
  RESOLUTIONS,
  SCREEN_FIELDS,
  STATUSES,
  type FieldSpec,
} from '../model/catalogue';
import { typeOf } from '../model/projects';
import { isStaff } from '../model/permissions';
import type { Project } from '../model/state';
import { pageOf } from '../read';
import { refuse } from '../refusal';
import { ok, route, type Answer, type Route } from '../router';
import {
  categoryBean,
  issueTypeView,
  priorityView,
  projectView,
  resolutionView,
  statusView,
} from '../views/catalogueViews';
import { userById } from '../views/personViews';

/** What the site is made of: projects, their types, statuses, fields and screens. */
export const projectRoutes: readonly Route[] = [
  route('GET /project', (call) =>
    ok(
      visible(call).map((one) => detailed(call, one)),
      visible(call).length,
    ),
  ),
  route('GET /project/search', search),
  route('GET /project/:project', (call) => ok(detailed(call, projectOf(call)))),
  route('GET /project/:project/statuses', statuses),
  route('GET /status', ({ site }) =>
    ok(
      STATUSES.map(({ id }) => statusView(site, id)),
      STATUSES.length,
    ),
  ),
  route('GET /statuscategory', ({ site }) =>
    ok(
      CATEGORIES.map((one) => categoryBean(site, one)),
      CATEGORIES.length,
    ),
  ),
  route('GET /resolution', ({ site }) =>
    ok(
      RESOLUTIONS.map(({ id }) => resolutionView(site, id)),
      RESOLUTIONS.length,
    ),
  ),
  route('GET /priority', ({ site }) =>
    ok(
      PRIORITIES.map(({ id }) => priorityView(site, id)),
      PRIORITIES.length,
    ),
  ),
  route('GET /issuetype', ({ site }) =>
    ok(
      ISSUE_TYPES.map(({ id }) => issueTypeView(site, id)),
      ISSUE_TYPES.length,
    ),
  ),
  route('GET /field', () => ok(FIELDS.map(fieldView), FIELDS.length)),
  route('GET /field/search', fieldSearch),
  route('GET /issue/createmeta/:project/issuetypes', createTypes),
  route('GET /issue/createmeta/:project/issuetypes/:type', createFields),
];

const visible = (call: JiraCall): readonly Project[] => (isStaff(call.me) ? call.site.state.projects : []);

function projectOf(call: JiraCall): Project {
  const name = param(call, 'project');
  const project = visible(call).find((one) => one.id === name || one.key === name.toUpperCase());
  if (!project) throw refuse(404, `No project could be found with key '${name}'.`);
  return project;
}

const detailed = (call: JiraCall, project: Project) => ({
  ...projectView(call.site, project),
  description: '',
  lead: userById(call.site, project.lead, call.me),
  issueTypes: ISSUE_TYPES.map(({ id }) => issueTypeView(call.site, id)),
  assigneeType: 'UNASSIGNED',
  properties: {},
});

const pageAsk = ({ query }: JiraCall) => ({
  startAt: query.get('startAt'),
  maxResults: query.get('maxResults'),
  standard: 50,
  cap: 200,
});

function search(call: JiraCall): Answer {
  const words = (call.query.get('query') ?? '').toLowerCase();
  const keys = call.query.getAll('keys');
  const type = call.query.get('typeKey');
  const found = visible(call)
    .filter(({ key, name }) => [key, name].some((text) => text.toLowerCase().includes(words)))
    .filter(({ key }) => keys.length === 0 || keys.includes(key))
    .filter((one) => !type || type.split(',').includes(typeOf(one)));
  const { values, ...page } = pageOf(found, pageAsk(call));
  const isLast = page.startAt + page.maxResults >= page.total;
  return ok({ ...page, isLast, values: values.map((one) => detailed(call, one)) }, values.length);
}

function statuses(call: JiraCall): Answer {
  projectOf(call);
  const own = STATUSES.map(({ id }) => statusView(call.site, id));
  const types = ISSUE_TYPES.map(({ id, name }) => {
    const { self, subtask } = issueTypeView(call.site, id);
    return { self, id, name, subtask, statuses: own };
  });
  return ok(types, types.length);
}

const fieldSchema = (field: FieldSpec) => ({
  type: field.type,
  ...(field.items !== undefined && { items: field.items }),
  ...(field.custom === undefined
    ? { system: field.id }
    : { custom: field.custom, customId: Number(field.id.replace('customfield_', '')) }),
});

function fieldView(field: FieldSpec) {
  const custom = field.custom !== undefined;
  const clauseNames = custom ? [`cf[${field.id.replace('customfield_', '')}]`, field.name] : [field.id];
  const { id, name } = field;
  return {
    id,
    key: id,
    name,
    custom,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames,
    schema: fieldSchema(field),
  };
}

function fieldSearch(call: JiraCall): Answer {
  const words = (call.query.get('query') ?? '').toLowerCase();
  const { values, ...page } = pageOf(
    FIELDS.filter(({ name }) => name.toLowerCase().includes(words)),
    pageAsk(call),
  );
  const isLast = page.startAt + page.maxResults >= page.total;
  const shown = values.map((field) => ({ id: field.id, name: field.name, schema: fieldSchema(field) }));
  return ok({ ...page, isLast, values: shown }, values.length);
}

function createTypes(call: JiraCall): Answer {
  projectOf(call);
  const { values, ...page } = pageOf(ISSUE_TYPES, pageAsk(call));
  return ok({ ...page, issueTypes: values.map(({ id }) => issueTypeView(call.site, id)) }, values.length);
}

const ALWAYS_REQUIRED = ['summary', 'issuetype', 'project', 'reporter'];

function createFields(call: JiraCall): Answer {
  projectOf(call);
  const type = param(call, 'type');
  if (!ISSUE_TYPES.some(({ id }) => id === type)) throw refuse(404, `No issue type could be found with id '${type}'.`);
  const required = [...ALWAYS_REQUIRED, ...(call.site.state.switches.requiredFields?.[type] ?? [])];
  const onScreen = [...SCREEN_FIELDS, 'issuetype', 'project'].map((id) => byId(FIELDS, id));
  const fields = onScreen.map((field) => ({
    required: required.includes(field.id),
    schema: fieldSchema(field),
    name: field.name,
    key: field.id,
    fieldId: field.id,
    hasDefaultValue: ['reporter', 'priority'].includes(field.id),
    operations: ['set'],
  }));
  const { values, ...page } = pageOf(fields, pageAsk(call));
  return ok({ ...page, fields: values }, values.length);
}
