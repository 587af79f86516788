import { z } from 'zod';
import type { Cache, Jira } from '../app/ports';
import type { ProjectId } from '../domain/ids';
import { ask, mapOutcome, refused, type JiraOutcome } from './outcome';
import { DAY_MS, HOUR_MS, remembered } from './remembered';
import { ProjectIdShape } from './shapes';

/** A request type of a service desk. A request of it must have its issue type (jira.md 1.3). */
export type RequestType = { readonly id: string; readonly name: string; readonly issueTypeId: string };

type Ports = { readonly jira: Jira; readonly cache: Cache };

/**
 * The id of the field that holds a request's type. It is found by its kind: its id and name differ between sites (jira.md 1.3).
 * One call a day and process: it costs a point for every field of the site.
 */
export function requestTypeField({ jira, cache }: Ports): Promise<JiraOutcome<string>> {
  return remembered(cache, { key: 'jira:request-type-field', lifeMs: DAY_MS, shape: z.string() }, async () => {
    const fields = await ask(jira, { method: 'GET', path: '/rest/api/3/field', as: 'app' }, z.array(Field));
    if (fields.kind !== 'ok') return fields;
    const field = fields.value.find(({ schema }) => schema?.custom === 'com.atlassian.servicedesk:vp-origin');
    if (!field) return refused('request-type-gone', 200, 'This site has no request type field.');
    return { ...fields, value: field.id };
  });
}

const Field = z.object({ id: z.string(), schema: z.object({ custom: z.string().optional() }).optional() });

/** The id of a project's service desk; `rejected` where it is no service project. */
export function serviceDeskOf({ jira, cache }: Ports, project: ProjectId): Promise<JiraOutcome<string>> {
  return remembered(cache, { key: `jira:service-desk:${project}`, lifeMs: DAY_MS, shape: z.string() }, async () => {
    const desks = await everyPage(jira, { path: '/rest/servicedeskapi/servicedesk' }, Desk);
    if (desks.kind !== 'ok') return desks;
    const desk = desks.value.find(({ projectId }) => projectId === project);
    if (!desk) return refused('rejected', 200, 'The project has no service desk.');
    return { ...desks, value: desk.id };
  });
}

const Desk = z.object({ id: z.string(), projectId: ProjectIdShape });

/** `asksFor`: the names of further fields that have to be filled, and that no message fills. */
export type ListedRequestType = RequestType & { readonly asksFor: readonly string[] };

/** Fields that every message fills. */
export const FILLED_FIELDS: readonly string[] = ['summary', 'description', 'reporter'];

/** All request types of a service desk, in its order. Read afresh: settings show what is there now. */
export async function requestTypes(
  jira: Jira,
  serviceDeskId: string,
): Promise<JiraOutcome<readonly ListedRequestType[]>> {
  const list = { path: `/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype`, query: '&expand=field' };
  return mapOutcome(await everyPage(jira, list, ListedShape), (types) =>
    types.map(({ fields, ...type }) => ({ ...type, asksFor: (fields?.requestTypeFields ?? []).flatMap(nameIfAsked) })),
  );
}

const nameIfAsked = ({ fieldId, name, required }: z.infer<typeof FieldShape>): readonly string[] =>
  required && !FILLED_FIELDS.includes(fieldId) ? [name] : [];

/** One request type, remembered for an hour; `request-type-gone` where it was deleted. */
export function requestType(
  { jira, cache }: Ports,
  { serviceDeskId, id }: { readonly serviceDeskId: string; readonly id: string },
): Promise<JiraOutcome<RequestType>> {
  const memory = { key: `jira:request-type:${serviceDeskId}:${id}`, lifeMs: HOUR_MS, shape: TypeShape };
  return remembered(cache, memory, async () => {
    const path = `/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${encodeURIComponent(id)}`;
    const read = await ask(jira, { method: 'GET', path, as: 'app' }, TypeShape);
    if (read.kind !== 'refused' || read.status !== 404) return read;
    return { ...read, failure: { ...read.failure, reason: 'request-type-gone' } };
  });
}

const TypeShape = z.object({ id: z.string(), name: z.string(), issueTypeId: z.string() });
const FieldShape = z.object({ fieldId: z.string(), name: z.string(), required: z.boolean() });
const ListedShape = TypeShape.extend({
  fields: z.object({ requestTypeFields: z.array(FieldShape) }).optional(),
});

/** JSM pages hold at most 100; a site with more than 5,000 rows of one kind is beyond its own limits. */
const PAGE = 100;
const MOST_PAGES = 50;

type List = { readonly path: string; readonly query?: string };

async function everyPage<Row>(
  jira: Jira,
  { path, query = '' }: List,
  row: z.ZodType<Row>,
): Promise<JiraOutcome<readonly Row[]>> {
  const Page = z.object({ values: z.array(row), isLastPage: z.boolean().catch(true) });
  const rows: Row[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const request = { method: 'GET', path: `${path}?start=${rows.length}&limit=${PAGE}${query}`, as: 'app' } as const;
    const read = await ask(jira, request, Page);
    if (read.kind !== 'ok') return read;
    rows.push(...read.value.values);
    if (read.value.isLastPage || read.value.values.length === 0) return mapOutcome(read, () => rows);
  }
  return { kind: 'ok', value: rows };
}
