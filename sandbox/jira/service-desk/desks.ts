import { param, type JiraCall } from '../jiraCall';
import { byId, FIELDS } from '../model/catalogue';
import { findPerson, personOf } from '../model/people';
import { isStaff, may } from '../model/permissions';
import type { Project, RequestType } from '../model/state';
import { list, text } from '../read';
import { Refusal } from '../refusal';
import { noContent, ok, okPeople, route, type Answer, type Route } from '../router';
import { customerView } from '../views/personViews';
import { pagedView, requestTypeView, serviceDeskView } from '../views/requestViews';

export const deskRoutes: readonly Route[] = [
  route('GET /info', ({ site }) =>
    ok({
      version: '1001.0.0-SNAPSHOT',
      platformVersion: '1001.0.0-SNAPSHOT',
      buildDate: { iso8601: new Date(0).toISOString(), epochMillis: 0 },
      isLicensedForUse: true,
      _links: { self: `${site.baseUrl}/rest/servicedeskapi/info` },
    }),
  ),
  route('GET /servicedesk', (call) =>
    page(
      call,
      call.site.state.projects.map((one) => serviceDeskView(call.site, one)),
      'servicedesk',
    ),
  ),
  route('GET /servicedesk/:desk', (call) => ok(serviceDeskView(call.site, deskOf(call)))),
  route('GET /servicedesk/:desk/requesttype', (call) => requestTypes(call, [deskOf(call)])),
  route('GET /requesttype', (call) => requestTypes(call, call.site.state.projects)),
  route('GET /servicedesk/:desk/requesttype/:type', (call) =>
    ok(requestTypeView(call.site, deskOf(call), requestTypeOf(call))),
  ),
  route('GET /servicedesk/:desk/requesttype/:type/field', fields),
  route('GET /servicedesk/:desk/customer', customers),
  route('POST /servicedesk/:desk/customer', addCustomers),
  route('DELETE /servicedesk/:desk/customer', removeCustomers),
  route('GET /servicedesk/:desk/organization', (call) =>
    page(call, [], `servicedesk/${deskOf(call).serviceDeskId}/organization`),
  ),
  route('GET /organization', (call) => page(call, [], 'organization')),
];

const page = (call: JiraCall, values: readonly unknown[], path: string): Answer => {
  const body = pagedView(call, values, path);
  return ok(body, body.size);
};

export function deskById(call: JiraCall, id: string | undefined): Project {
  const project = call.site.state.projects.find((one) => one.serviceDeskId === id || one.key === id);
  if (project) return project;
  throw new Refusal(404, {
    message: 'The Service Desk you are trying to view does not exist.',
    i18nKey: 'sd.servicedesk.error.notfound',
  });
}
const deskOf = (call: JiraCall): Project => deskById(call, param(call, 'desk'));

export function requestTypeIn(project: Project, id: string | undefined): RequestType {
  const type = project.requestTypes.find((one) => one.id === id);
  if (type) return type;
  throw new Refusal(404, {
    message: 'The Request Type you are trying to view does not exist.',
    i18nKey: 'sd.request.type.error.notfound',
  });
}
const requestTypeOf = (call: JiraCall): RequestType => requestTypeIn(deskOf(call), param(call, 'type'));

function requestTypes(call: JiraCall, projects: readonly Project[]): Answer {
  const words = (call.query.get('searchQuery') ?? '').toLowerCase();
  const expand = (call.query.get('expand') ?? '').includes('field');
  const found = projects.flatMap((project) =>
    project.requestTypes
      .filter(({ name }) => name.toLowerCase().includes(words))
      .map((type) => ({
        ...requestTypeView(call.site, project, type),
        ...(expand && { fields: createMeta(call, type) }),
      })),
  );
  return page(call, found, call.params.desk ? `servicedesk/${call.params.desk}/requesttype` : 'requesttype');
}

function fields(call: JiraCall): Answer {
  return ok(createMeta(call, requestTypeOf(call)));
}

/** The fields on the form; more are refused by request creation. Staff may raise for others. */
function createMeta({ me, site }: JiraCall, { issueTypeId }: RequestType) {
  const further = site.state.switches.requiredFields?.[issueTypeId] ?? [];
  const field = (fieldId: string, name: string, required: boolean) => ({
    fieldId,
    name,
    description: '',
    required,
    defaultValues: [],
    validValues: [],
    presetValues: [],
    jiraSchema: { type: 'string', system: fieldId },
    visible: true,
  });
  return {
    requestTypeFields: [
      field('summary', 'Summary', true),
      field('description', 'Description', false),
      ...further.map((id) => field(id, byId(FIELDS, id).name, true)),
    ],
    canRaiseOnBehalfOf: isStaff(me),
    canAddRequestParticipants: isStaff(me),
  };
}

/** Experimental: without the opt-in header JSM answers 412. */
function assertExperimental(call: JiraCall): void {
  if (call.headers['x-experimentalapi'] !== undefined) return;
  throw new Refusal(412, {
    message: 'This API is experimental. To use it, set the header X-ExperimentalApi: opt-in.',
    i18nKey: 'sd.rest.experimental.api.header.missing',
  });
}

function assertMayManage(call: JiraCall): void {
  if (may(call, 'SERVICEDESK_AGENT')) return;
  throw new Refusal(403, {
    message: 'You do not have permission to manage the customers of this service desk.',
    i18nKey: 'sd.customers.error.no.permission',
  });
}

function customers(call: JiraCall): Answer {
  assertExperimental(call);
  const { serviceDeskId } = deskOf(call);
  assertMayManage(call);
  const words = (call.query.get('query') ?? '').toLowerCase();
  const found = (call.site.state.customers[serviceDeskId] ?? [])
    .map((id) => personOf(call.site, id))
    .filter(({ name, email = '' }) => [name, email].some((text) => text.toLowerCase().includes(words)))
    .map((person) => customerView(call.site, person));
  const body = pagedView(call, found, `servicedesk/${serviceDeskId}/customer`);
  return okPeople(body, body.size);
}

const accountIds = (call: JiraCall) => list(call.body.accountIds).flatMap((id) => text(id) ?? []);

/** Valid ids are added even when others do not exist; adding somebody twice is fine (jira.md 2.3). */
function addCustomers(call: JiraCall): Answer {
  const { serviceDeskId } = deskOf(call);
  assertMayManage(call);
  const known = accountIds(call).filter((id) => findPerson(call.site, id));
  const before = call.site.state.customers[serviceDeskId] ?? [];
  call.site.state.customers[serviceDeskId] = [...new Set([...before, ...known])];
  const lost = accountIds(call).filter((id) => !known.includes(id));
  if (lost.length === 0) return noContent();
  throw new Refusal(400, {
    message: `The following users could not be found: ${lost.join(', ')}.`,
    i18nKey: 'sd.customers.error.users.not.found',
    parameters: lost,
  });
}

function removeCustomers(call: JiraCall): Answer {
  assertExperimental(call);
  const { serviceDeskId } = deskOf(call);
  assertMayManage(call);
  const gone = accountIds(call);
  const before = call.site.state.customers[serviceDeskId] ?? [];
  call.site.state.customers[serviceDeskId] = before.filter((id) => !gone.includes(id));
  return noContent();
}
