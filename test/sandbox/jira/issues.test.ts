import { aCustomer, aRequest, doc, jiraAt } from './jiraSteps';

const create = (fields: object) => ({
  fields: { project: { key: 'SUP' }, issuetype: { id: '10003' }, summary: 'Hello', ...fields },
});

test('a request made through the platform carries reporter, request type and property from its first moment', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { id, key } = await aRequest(jira, { reporter: { id: ana } }, [{ key: 'omnichat', value: { intent: 'i-1' } }]);
  expect(key).toBe('SUP-1');
  const { body } = await jira.ben.get(
    `/rest/api/3/issue/${key}?properties=omnichat&fields=reporter,creator,status,customfield_10010`,
  );
  expect(body.id).toBe(id);
  expect(body.properties).toEqual({ omnichat: { intent: 'i-1' } });
  expect(Object.keys(body.fields).sort()).toEqual(['creator', 'customfield_10010', 'reporter', 'status']);
  expect(body.fields.reporter).toMatchObject({ accountId: ana, accountType: 'customer', displayName: 'Ana Horvat' });
  expect(body.fields.creator.accountType).toBe('app');
  expect(body.fields.customfield_10010.requestType.name).toBe('WhatsApp');
  expect(body.fields.status).toMatchObject({ name: 'Waiting for support', statusCategory: { key: 'indeterminate' } });
});

test.each([
  ['no project', { project: {} }, { project: 'Specify a valid project ID or key' }],
  ['no type', { issuetype: undefined }, { issuetype: 'Specify an issue type' }],
  ['an empty summary', { summary: ' ' }, { summary: 'You must specify a summary of the issue.' }],
  [
    'a summary of two lines',
    { summary: 'a\nb' },
    { summary: 'The summary is invalid because it contains newline characters.' },
  ],
  ['a long summary', { summary: 'x'.repeat(256) }, { summary: "Summary can't exceed 255 characters." }],
  [
    'a description that is a string',
    { description: 'plain' },
    { description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' },
  ],
  [
    'a field off the screen',
    { customfield_99: 'x' },
    { customfield_99: "Field 'customfield_99' cannot be set. It is not on the appropriate screen, or unknown." },
  ],
  ['an unknown reporter', { reporter: { id: 'nobody' } }, { reporter: "Specify a valid 'id' or 'name' for reporter" }],
  [
    'a request type by name',
    { customfield_10010: 'WhatsApp' },
    { customfield_10010: 'The Request Type specified is invalid.' },
  ],
  [
    'a request type of another work type',
    { customfield_10010: '12' },
    { customfield_10010: 'The Request Type specified is invalid for the selected work type.' },
  ],
])('an issue with %s is refused in Jira’s words', async (_what, fields, errors) => {
  const { app, told } = jiraAt();
  const reply = await app.post('/rest/api/3/issue', create(fields));
  expect(reply).toMatchObject({ status: 400, body: { errorMessages: [], errors } });
  expect(told()).toEqual([]);
});

test('the limit of 32,767 characters counts the serialised document', async () => {
  const jira = jiraAt();
  const overhead = JSON.stringify(doc('')).length;
  const fits = await jira.app.post('/rest/api/3/issue', create({ description: doc('x'.repeat(32_767 - overhead)) }));
  const tooLong = await jira.app.post('/rest/api/3/issue', create({ description: doc('x'.repeat(32_768 - overhead)) }));
  expect(fits.status).toBe(201);
  expect(tooLong).toMatchObject({
    status: 400,
    body: { errors: { description: expect.stringContaining('32,767') as string } },
  });
});

test('a document that the schema does not know is refused', async () => {
  const { app } = jiraAt();
  const description = {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }],
  };
  const reply = await app.post('/rest/api/3/issue', create({ description }));
  expect(reply).toMatchObject({ status: 400, body: { errorMessages: ['INVALID_INPUT'] } });
});

test('an issue is invisible for as long as the switch says, then there', async () => {
  const jira = jiraAt(undefined, { switches: { createVisibleAfterMs: 5_000 } });
  const { key } = await aRequest(jira);
  expect((await jira.app.get(`/rest/api/3/issue/${key}`)).status).toBe(404);
  jira.wait(5_000);
  expect((await jira.app.get(`/rest/api/3/issue/${key}`)).status).toBe(200);
});

test('an edit is kept in the changelog and told with its items', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  jira.told();
  const reply = await jira.app.put(`/rest/api/3/issue/${key}?notifyUsers=false`, {
    fields: { description: doc('More') },
  });
  expect(reply.status).toBe(204);
  const [event] = jira.events;
  expect(event).toMatchObject({
    eventType: 'avi:jira:updated:issue',
    selfGenerated: true,
    changelog: { items: [{ field: 'description', fromString: 'The printer is on fire', toString: 'More' }] },
  });
  const { body } = await jira.ben.get(`/rest/api/3/issue/${key}/changelog`);
  expect(body.values).toHaveLength(1);
  expect(body.values[0].items[0].fieldId).toBe('description');
});

test('an edit that changes nothing leaves no trace', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  jira.told();
  await jira.app.put(`/rest/api/3/issue/${key}`, { fields: { description: doc('The printer is on fire') } });
  expect(jira.told()).toEqual([]);
});

test('assigning and unassigning are told twice, once as assigned and once as updated', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const ben = jira.site.accountFor('ben@example.com');
  jira.told();
  await jira.app.put(`/rest/api/3/issue/${key}/assignee`, { accountId: ben });
  await jira.app.put(`/rest/api/3/issue/${key}/assignee`, { accountId: null });
  expect(jira.told()).toEqual(['assigned:issue', 'updated:issue', 'assigned:issue', 'updated:issue']);
});

test('a customer cannot be assigned', async () => {
  const jira = jiraAt();
  const [ana, { key }] = [await aCustomer(jira), await aRequest(jira)];
  const reply = await jira.ben.put(`/rest/api/3/issue/${key}/assignee`, { accountId: ana });
  expect(reply).toMatchObject({
    status: 400,
    body: { errors: { assignee: "User 'Ana Horvat' cannot be assigned issues." } },
  });
});

test('only administrators delete, and a deleted issue is gone with its links', async () => {
  const jira = jiraAt();
  const [first, second] = [await aRequest(jira), await aRequest(jira)];
  await jira.app.post('/rest/api/3/issueLink', {
    type: { name: 'Relates' },
    inwardIssue: { key: second.key },
    outwardIssue: { key: first.key },
  });
  expect((await jira.ben.delete(`/rest/api/3/issue/${first.key}`)).status).toBe(403);
  jira.told();
  expect((await jira.ada.delete(`/rest/api/3/issue/${first.key}`)).status).toBe(204);
  expect(jira.told()).toEqual(['deleted:issue']);
  expect((await jira.ben.get(`/rest/api/3/issue/${first.key}`)).status).toBe(404);
  expect((await jira.ben.get(`/rest/api/3/issue/${second.key}`)).body.fields.issuelinks).toEqual([]);
});

test('both ends of a link show the other, each in its own words', async () => {
  const jira = jiraAt();
  const [first, second] = [await aRequest(jira), await aRequest(jira)];
  const link = { type: { name: 'Blocks' }, inwardIssue: { key: first.key }, outwardIssue: { key: second.key } };
  expect((await jira.app.post('/rest/api/3/issueLink', link)).status).toBe(201);
  await jira.app.post('/rest/api/3/issueLink', link);
  const linksOf = async (key: string) =>
    (await jira.ben.get(`/rest/api/3/issue/${key}?fields=issuelinks`)).body.fields.issuelinks;
  expect(await linksOf(first.key)).toMatchObject([{ type: { outward: 'blocks' }, outwardIssue: { key: second.key } }]);
  expect(await linksOf(second.key)).toMatchObject([
    { type: { inward: 'is blocked by' }, inwardIssue: { key: first.key } },
  ]);
});

test('several issues are read at once, and those that are not there are named', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const ask = { issueIdsOrKeys: [key, 'SUP-99'], fields: ['summary'], properties: ['omnichat'] };
  const { body } = await jira.app.post('/rest/api/3/issue/bulkfetch', ask);
  expect(body.issues.map((one) => one.fields)).toEqual([{ summary: 'WhatsApp request from 385991903327' }]);
  expect(body.issueErrors[0].id).toBe('SUP-99');
});

test('version 2 speaks text where version 3 speaks documents', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  await jira.ben.put(`/rest/api/2/issue/${key}`, { fields: { description: 'It is *really* hot' } });
  const three = await jira.ben.get(`/rest/api/3/issue/${key}?fields=description`);
  const two = await jira.ben.get(`/rest/api/2/issue/${key}?fields=description`);
  expect(three.body.fields.description.content[0].content[1]).toEqual({
    type: 'text',
    text: 'really',
    marks: [{ type: 'strong' }],
  });
  expect(two.body.fields.description).toBe('It is really hot');
});

test('a sub-task hangs below its parent and goes with it', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const subtask = { project: { key: 'SUP' }, issuetype: { name: 'Sub-task' }, summary: 'Call the plumber' };
  expect((await jira.ben.post('/rest/api/3/issue', { fields: subtask })).status).toBe(400);
  const { body } = await jira.ben.post('/rest/api/3/issue', { fields: { ...subtask, parent: { key } } });
  expect((await jira.ben.get(`/rest/api/3/issue/${key}`)).body.fields).toMatchObject({ subtasks: [{ key: body.key }] });
  expect((await jira.ben.get(`/rest/api/3/issue/${body.key}`)).body.fields).toMatchObject({ parent: { key } });
  expect((await jira.ada.delete(`/rest/api/3/issue/${key}`)).status).toBe(400);
  expect((await jira.ada.delete(`/rest/api/3/issue/${key}?deleteSubtasks=true`)).status).toBe(204);
  expect((await jira.ben.get(`/rest/api/3/issue/${body.key}`)).status).toBe(404);
});
