import { aCustomer, aRequest, doc, jiraAt } from './jiraSteps';

const ISSUE = (key: string) => `/rest/api/3/issue/${key}`;

/** A site with one request, and Ben’s account. */
async function site() {
  const jira = jiraAt();
  const customer = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: customer } });
  jira.told();
  const ben = jira.site.accountFor('ben@example.com') ?? '';
  return { ...jira, jira, backstage: jira.site.backstage, customer, key, ben };
}

test('a moved issue has a new key and its old id, and its old key leads to it', async () => {
  const { backstage, events, app, key, ben } = await site();
  backstage.addProject({ key: 'OPS', name: 'Ops' });
  const { body: before } = await app.get(ISSUE(key));
  expect(backstage.move(ben, key, 'OPS')).toBe('OPS-1');
  expect((await app.get(ISSUE(key))).body).toMatchObject({ id: before.id, key: 'OPS-1' });
  expect(events).toMatchObject([
    {
      eventType: 'avi:jira:updated:issue',
      jiraEventTypeName: 'issue_moved',
      issue: { id: before.id, key: 'OPS-1', fields: { project: { key: 'OPS', projectTypeKey: 'service_desk' } } },
      changelog: {
        items: [
          { field: 'project', fieldId: 'project' },
          { field: 'Key', fromString: key },
        ],
      },
    },
  ]);
});

test('a clone carries the properties of its original, and its event says what it was cloned from', async () => {
  const { backstage, events, app, key, ben } = await site();
  await app.put(`${ISSUE(key)}/properties/omnichat`, { intent: 'x' });
  const clone = backstage.clone(ben, key);
  expect((await app.get(`${ISSUE(clone)}?properties=omnichat`)).body.properties.omnichat).toEqual({ intent: 'x' });
  expect(events.at(-1)).toMatchObject({ eventType: 'avi:jira:created:issue', clonedFrom: { key } });
});

test('a merged issue is done and linked', async () => {
  const { backstage, app, ben, key, jira } = await site();
  const { key: into } = await aRequest(jira);
  backstage.merge(ben, key, into);
  const { body } = await app.get(ISSUE(key));
  expect(body.fields).toMatchObject({
    status: { name: 'Resolved' },
    resolution: { name: 'Duplicate' },
    issuelinks: [{ outwardIssue: { key: into } }],
  });
});

test('an app that was taken out of a project sees none of its issues until it is let in again', async () => {
  const { backstage, app, key } = await site();
  backstage.barApp('SUP', true);
  expect((await app.get(ISSUE(key))).status).toBe(404);
  expect((await app.post(`${ISSUE(key)}/comment`, { body: doc('Hello') })).status).toBe(404);
  const fields = { project: { key: 'SUP' }, issuetype: { id: '10003' }, summary: 'Hello' };
  const { status, body } = await app.post('/rest/api/3/issue', { fields });
  expect(status).toBe(400);
  expect(body.errors).toHaveProperty('project');
  backstage.barApp('SUP', false);
  expect((await app.get(ISSUE(key))).status).toBe(200);
});

test('a request type that is deleted leaves the project, and its requests stay without one', async () => {
  const { backstage, app, jira } = await site();
  const { key } = await aRequest(jira);
  const types = async () => (await app.get('/rest/servicedeskapi/servicedesk/1/requesttype')).body.values;
  const [{ name, id }] = await types();
  backstage.deleteRequestType('SUP', name);
  expect(await types()).not.toContainEqual(expect.objectContaining({ id }));
  expect((await app.get(ISSUE(key))).status).toBe(200);
});

test('a closed account cannot be a reporter any more', async () => {
  const { backstage, app, customer } = await site();
  backstage.closeAccount(customer);
  const fields = { project: { key: 'SUP' }, issuetype: { id: '10003' }, summary: 'Hello', reporter: { id: customer } };
  const { status, body } = await app.post('/rest/api/3/issue', { fields });
  expect(status).toBe(400);
  expect(body.errors).toHaveProperty('reporter');
});
