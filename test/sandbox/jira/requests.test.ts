import { aCustomer, aRequest, doc, jiraAt, type Reply } from './jiraSteps';

const raise = (values: object, more: object = {}) => ({
  serviceDeskId: '1',
  requestTypeId: '10',
  requestFieldValues: values,
  ...more,
});

test('a customer raises a request in the portal and is its reporter', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { status, body } = await jira
    .as(ana)
    .post('/rest/servicedeskapi/request', raise({ summary: 'Help', description: 'My *mouse*' }));
  expect(status).toBe(201);
  expect(body).toMatchObject({
    issueKey: 'SUP-1',
    reporter: { accountId: ana },
    currentStatus: { status: 'Waiting for support', statusCategory: 'INDETERMINATE' },
  });
  expect(body.requestFieldValues[1]?.renderedValue.html).toBe('<p>My <b>mouse</b></p>');
  expect(jira.events[0]).toMatchObject({ eventType: 'avi:jira:created:issue', atlassianId: ana, selfGenerated: false });
});

test('the app raises on behalf of a customer; a customer may not', async () => {
  const jira = jiraAt();
  const [ana, jonas] = [await aCustomer(jira), await aCustomer(jira, 'jonas@omnichat.invalid', 'Jonas Weber')];
  const wish = raise({ summary: 'Help' }, { raiseOnBehalfOf: ana });
  const byApp = await jira.app.post('/rest/servicedeskapi/request', wish);
  const byJonas = await jira.as(jonas).post('/rest/servicedeskapi/request', wish);
  expect(byApp.body.reporter.accountId).toBe(ana);
  expect(byJonas.status).toBe(403);
});

test.each([
  ['no summary', { description: 'x' }, 'sd.request.create.field.required'],
  ['a field that is not on the form', { summary: 'x', priority: { id: '1' } }, 'sd.request.create.field.unknown'],
])('a portal request with %s is refused in the envelope of JSM', async (_what, values, i18nKey) => {
  const { app } = jiraAt();
  const reply = await app.post('/rest/servicedeskapi/request', raise(values));
  expect(reply).toMatchObject({
    status: 400,
    body: { errorMessage: expect.any(String) as string, i18nErrorMessage: { i18nKey } },
  });
});

test('a document goes through only where the call says that it is one', async () => {
  const { app } = jiraAt();
  const values = { summary: 'x', description: doc('as *is*') };
  expect((await app.post('/rest/servicedeskapi/request', raise(values))).status).toBe(400);
  const { body } = await app.post('/rest/servicedeskapi/request', raise(values, { isAdfRequest: true }));
  expect((await app.get(`/rest/api/3/issue/${body.issueKey}`)).body.fields.description).toEqual(doc('as *is*'));
});

test('a customer comments publicly in the portal, in wiki markup, and is the author', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  jira.told();
  const reply = await jira
    .as(ana)
    .post(`/rest/servicedeskapi/request/${key}/comment`, { body: 'It is _hot_', public: true });
  expect(reply).toMatchObject({ status: 201, body: { body: 'It is hot', public: true, author: { accountId: ana } } });
  expect(jira.events[0]).toMatchObject({
    selfGenerated: false,
    comment: { author: { accountId: ana }, jsdPublic: true },
  });
});

test('internal notes and restricted comments are for staff only', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const path = `/rest/servicedeskapi/request/${key}/comment`;
  await jira.ben.post(path, { body: 'hello', public: true });
  await jira.ben.post(path, { body: 'note', public: false });
  const visibility = { type: 'role', value: 'Administrators' };
  await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('restricted'), visibility });
  const bodies = ({ body }: Reply) => body.values.map((one) => one.body);
  expect(bodies(await jira.as(ana).get(path))).toEqual(['hello']);
  expect(bodies(await jira.ben.get(path))).toEqual(['hello', 'note', 'restricted']);
  expect(bodies(await jira.ben.get(`${path}?public=false`))).toEqual(['note', 'restricted']);
  expect((await jira.as(ana).post(path, { body: 'psst', public: false })).status).toBe(403);
});

test('a customer sees and touches only the own requests', async () => {
  const jira = jiraAt();
  const [ana, jonas] = [await aCustomer(jira), await aCustomer(jira, 'jonas@omnichat.invalid', 'Jonas Weber')];
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const other = jira.as(jonas);
  expect((await other.get(`/rest/servicedeskapi/request/${key}`)).status).toBe(404);
  expect((await other.post(`/rest/servicedeskapi/request/${key}/comment`, { body: 'x', public: true })).status).toBe(
    404,
  );
  expect((await other.get(`/rest/api/3/issue/${key}`)).status).toBe(404);
  expect((await other.get('/rest/servicedeskapi/request')).body.values).toEqual([]);
  expect((await jira.as(ana).get('/rest/servicedeskapi/request')).body.values).toHaveLength(1);
});

test('an issue without a request type does not exist for the portal', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira, { customfield_10010: null });
  expect((await jira.ben.get(`/rest/servicedeskapi/request/${key}`)).status).toBe(404);
  expect((await jira.ben.get(`/rest/api/3/issue/${key}`)).status).toBe(200);
});

test('the portal tells the statuses a request has had, newest first', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  jira.wait(1_000);
  await jira.ben.post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '11' } });
  const { body } = await jira.ben.get(`/rest/servicedeskapi/request/${key}/status`);
  expect(body.values.map(({ status }) => status)).toEqual(['In progress', 'Waiting for support']);
});

test('the service desk shows its request types and their form', async () => {
  const { app } = jiraAt();
  const desks = await app.get('/rest/servicedeskapi/servicedesk');
  expect(desks.body.values).toMatchObject([
    { id: '1', projectId: '10000', projectKey: 'SUP', projectName: 'Customer Support' },
  ]);
  const types = await app.get('/rest/servicedeskapi/servicedesk/1/requesttype');
  expect(types.body.values.map(({ id, name }) => `${id} ${name}`)).toEqual(['10 WhatsApp', '11 SMS', '12 Incident']);
  const form = await app.get('/rest/servicedeskapi/servicedesk/1/requesttype/10/field');
  expect(form.body.requestTypeFields.map(({ fieldId }) => fieldId)).toEqual(['summary', 'description']);
});
