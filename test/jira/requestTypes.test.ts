import { asProjectId } from '../../src/domain/ids';
import { requestType, requestTypeField, requestTypes, serviceDeskOf } from '../../src/jira/requestTypes';
import { memoryCache, scriptedJira, type Scripted } from '../support/jiraDouble';

const FIELD = 'GET /rest/api/3/field';
const DESKS = 'GET /rest/servicedeskapi/servicedesk';
const TYPES = 'GET /rest/servicedeskapi/servicedesk/2/requesttype';
const ports = (...script: Scripted[]) => {
  const { jira, sent } = scriptedJira(...script);
  return { ports: { jira, cache: memoryCache() }, sent };
};

test('the request type field is found by its kind and remembered', async () => {
  const fields = [
    { id: 'summary', schema: { type: 'string', system: 'summary' } },
    { id: 'thumbnail' },
    { id: 'customfield_10077', name: 'Anfragetyp', schema: { custom: 'com.atlassian.servicedesk:vp-origin' } },
  ];
  const { ports: both, sent } = ports([FIELD, { status: 200, body: fields }]);
  expect(await requestTypeField(both)).toEqual({ kind: 'ok', value: 'customfield_10077' });
  expect(await requestTypeField(both)).toEqual({ kind: 'ok', value: 'customfield_10077' });
  expect(sent).toHaveLength(1);
});

test('a site without the field is a refusal, and the next time it is asked again', async () => {
  const { ports: both, sent } = ports([FIELD, { status: 200, body: [] }], [FIELD, { status: 500 }]);
  expect(await requestTypeField(both)).toMatchObject({ kind: 'refused', failure: { reason: 'request-type-gone' } });
  expect(await requestTypeField(both)).toEqual({ kind: 'unknown', why: 'server-error' });
  expect(sent).toHaveLength(2);
});

const desk = (id: number) => ({ id: String(id), projectId: String(10_000 + id), projectKey: `P${String(id)}` });

test('the service desk of a project is found on whatever page it is, and remembered', async () => {
  const first = { values: Array.from({ length: 100 }, (_, id) => desk(id)), isLastPage: false };
  const { ports: both, sent } = ports(
    [DESKS, { status: 200, body: first }],
    [DESKS, { status: 200, body: { values: [desk(100)], isLastPage: true } }],
  );
  expect(await serviceDeskOf(both, asProjectId('10100'))).toEqual({ kind: 'ok', value: '100' });
  expect(await serviceDeskOf(both, asProjectId('10100'))).toEqual({ kind: 'ok', value: '100' });
  expect(sent.map(({ path }) => path.split('?')[1])).toEqual(['start=0&limit=100', 'start=100&limit=100']);
});

test('a project that is no service project has none', async () => {
  const { ports: both } = ports([DESKS, { status: 200, body: { values: [desk(1)], isLastPage: true } }]);
  expect(await serviceDeskOf(both, asProjectId('1'))).toMatchObject({
    kind: 'refused',
    failure: { reason: 'rejected' },
  });
});

const type = { id: '9', name: 'WhatsApp', issueTypeId: '10003' };

const field = (fieldId: string, name: string, required: boolean) => ({ fieldId, name, required });

test('request types are listed with their issue types, and with the fields they need that no message fills', async () => {
  const fields = {
    requestTypeFields: [
      field('summary', 'Summary', true),
      field('description', 'Description', true),
      field('labels', 'Labels', false),
      field('customfield_10050', 'Impact', true),
    ],
  };
  const plain = { ...type, id: '10', groupIds: ['3'] };
  const { jira, sent } = scriptedJira([
    TYPES,
    { status: 200, body: { values: [{ ...type, fields }, plain], isLastPage: true } },
  ]);
  expect(await requestTypes(jira, '2')).toEqual({
    kind: 'ok',
    value: [
      { ...type, asksFor: ['Impact'] },
      { ...type, id: '10', asksFor: [] },
    ],
  });
  expect(sent[0]?.path).toContain('expand=field');
});

test('a page that fails fails the list', async () => {
  const { jira } = scriptedJira(
    [TYPES, { status: 200, body: { values: [type], isLastPage: false } }],
    [TYPES, { status: 429 }],
  );
  expect(await requestTypes(jira, '2')).toMatchObject({ kind: 'limited' });
});

test('a list whose last page is never called the last ends with an empty one', async () => {
  const { jira } = scriptedJira(
    [TYPES, { status: 200, body: { values: [type], isLastPage: false } }],
    [TYPES, { status: 200, body: { values: [], isLastPage: false } }],
  );
  expect(await requestTypes(jira, '2')).toEqual({ kind: 'ok', value: [{ ...type, asksFor: [] }] });
});

test('one request type is read and remembered', async () => {
  const { ports: both, sent } = ports([`${TYPES}/9`, { status: 200, body: type }]);
  const which = { serviceDeskId: '2', id: '9' };
  expect(await requestType(both, which)).toEqual({ kind: 'ok', value: type });
  expect(await requestType(both, which)).toEqual({ kind: 'ok', value: type });
  expect(sent).toHaveLength(1);
});

test('a deleted request type is said to be gone', async () => {
  const { ports: both } = ports([`${TYPES}/9`, { status: 404, body: { errorMessage: 'Not found.' } }]);
  expect(await requestType(both, { serviceDeskId: '2', id: '9' })).toEqual({
    kind: 'refused',
    failure: { reason: 'request-type-gone', detail: 'Not found.' },
    status: 404,
    fields: [],
  });
});
