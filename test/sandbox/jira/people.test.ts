import { aCustomer, aRequest, doc, jiraAt, type Caller } from './jiraSteps';

const CUSTOMER = { email: 'ana@omnichat.invalid', displayName: 'Ana Horvat' };

test('one e-mail address is one customer: a second creation says so, with 409 where that was asked for', async () => {
  const { app } = jiraAt();
  const path = '/rest/servicedeskapi/customer';
  expect((await app.post(path, CUSTOMER)).status).toBe(201);
  expect((await app.post(path, CUSTOMER)).status).toBe(400);
  expect(
    (await app.post(`${path}?strictConflictStatusCode=true`, { ...CUSTOMER, email: 'ANA@omnichat.invalid' })).status,
  ).toBe(409);
});

test.each(['', 'ana', 'ana@', '@omnichat.invalid', 'ana@invalid', 'a na@omnichat.invalid'])(
  'the address %j makes no customer',
  async (email) => {
    const { app } = jiraAt();
    const reply = await app.post('/rest/servicedeskapi/customer', { email, displayName: 'Ana' });
    expect(reply).toMatchObject({
      status: 400,
      body: { i18nErrorMessage: { i18nKey: 'sd.customer.create.error.email.invalid' } },
    });
  },
);

test('customers are created by administrators, and by the app where the site lets it', async () => {
  const open = jiraAt();
  const strict = jiraAt(undefined, { switches: { appMayCreateCustomers: false } });
  const status = async (who: Caller) => (await who.post('/rest/servicedeskapi/customer', CUSTOMER)).status;
  expect([await status(open.ben), await status(open.app), await status(strict.app), await status(strict.ada)]).toEqual([
    403, 201, 403, 201,
  ]);
});

test('the customers of a desk are found by address, with the experimental header only', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  await aCustomer(jira, 'jonas@omnichat.invalid', 'Jonas Weber');
  const path = '/rest/servicedeskapi/servicedesk/1/customer?query=ana%40omnichat.invalid';
  expect((await jira.app.get(path)).status).toBe(412);
  const { body } = await jira.app.get(path, { headers: { 'x-experimentalapi': 'opt-in' } });
  expect(body.values).toMatchObject([{ accountId: ana, emailAddress: 'ana@omnichat.invalid' }]);
});

test('adding customers to the desk adds those it knows and names those it does not', async () => {
  const jira = jiraAt();
  const { body } = await jira.app.post('/rest/servicedeskapi/customer', CUSTOMER);
  const path = '/rest/servicedeskapi/servicedesk/1/customer';
  const reply = await jira.app.post(path, { accountIds: [body.accountId, 'nobody'] });
  expect(reply).toMatchObject({ status: 400, body: { i18nErrorMessage: { parameters: ['nobody'] } } });
  expect((await jira.app.post(path, { accountIds: [body.accountId] })).status).toBe(204);
  expect(jira.site.state.customers['1']).toEqual([body.accountId]);
});

test('everybody is told who they are', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const me = async (who: Caller) => {
    const { displayName, accountType } = (await who.get('/rest/api/3/myself')).body;
    return `${displayName}, ${accountType}`;
  };
  expect([await me(jira.app), await me(jira.ben), await me(jira.as(ana))]).toEqual([
    'OmniChat, app',
    'Ben Fischer, atlassian',
    'Ana Horvat, customer',
  ]);
});

test('many accounts are read at once, ten unless more are asked for, without addresses for the app', async () => {
  const jira = jiraAt();
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) ids.push(await aCustomer(jira, `c${n}@omnichat.invalid`, `Customer ${n}`));
  const query = ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
  const ten = await jira.app.get(`/rest/api/3/user/bulk?${query}`);
  const all = await jira.app.get(`/rest/api/3/user/bulk?${query}&maxResults=200`);
  expect([ten.body.values.length, ten.body.isLast, all.body.values.length]).toEqual([10, false, 12]);
  expect(all.body.values[0]).not.toHaveProperty('emailAddress');
  expect(all.headers['x-sandbox-points']).toBe('25');
});

test('permissions are those of the role, on the issue and without one', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const keys = ['ADD_COMMENTS', 'SERVICEDESK_AGENT', 'ADMINISTER_PROJECTS', 'ADMINISTER'];
  const mine = async (who: Caller) => {
    const { body } = await who.get(`/rest/api/3/mypermissions?permissions=${keys.join(',')}&issueKey=${key}`);
    return keys.filter((one) => body.permissions[one]?.havePermission);
  };
  expect(await mine(jira.ada)).toEqual(keys);
  expect(await mine(jira.ben)).toEqual(['ADD_COMMENTS', 'SERVICEDESK_AGENT']);
  expect(await mine(jira.app)).toEqual(['ADD_COMMENTS', 'SERVICEDESK_AGENT']);
  expect(await mine(jira.as(ana))).toEqual(['ADD_COMMENTS']);
});

test('permissions have to be named, by names that Jira knows', async () => {
  const { ben } = jiraAt();
  expect((await ben.get('/rest/api/3/mypermissions')).status).toBe(400);
  expect((await ben.get('/rest/api/3/mypermissions?permissions=FLY')).status).toBe(400);
});

test('only administrators ask for the permissions of others', async () => {
  const jira = jiraAt();
  const accountId = jira.site.accountFor('mia@example.com')!;
  const { id } = await aRequest(jira);
  const ask = {
    accountId,
    projectPermissions: [
      { permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'], projects: [10000], issues: [Number(id)] },
    ],
  };
  expect((await jira.ben.post('/rest/api/3/permissions/check', ask)).status).toBe(403);
  const { body } = await jira.ada.post('/rest/api/3/permissions/check', ask);
  expect(body.projectPermissions).toEqual([
    { permission: 'EDIT_ISSUES', projects: [10000], issues: [Number(id)] },
    { permission: 'ADMINISTER_PROJECTS', projects: [], issues: [] },
  ]);
});

test('a customer comments by the platform API on the own request, unless the site forbids it', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const path = `/rest/api/3/issue/${key}/comment`;
  const properties = [{ key: 'omnichat', value: { i: '1' } }];
  expect((await jira.as(ana).post(path, { body: doc('hi'), properties })).body).toMatchObject({
    author: { accountId: ana },
    jsdPublic: true,
  });
  jira.site.switches.customersMayCommentV3 = false;
  expect((await jira.as(ana).post(path, { body: doc('hi') })).status).toBe(404);
});

test('a customer neither edits an issue nor adds an internal note', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const internal = [{ key: 'sd.public.comment', value: { internal: true } }];
  const path = `/rest/api/3/issue/${key}`;
  expect((await jira.as(ana).put(path, { fields: { summary: 'x' } })).status).toBe(403);
  expect((await jira.as(ana).post(`${path}/comment`, { body: doc('x'), properties: internal })).status).toBe(400);
  expect((await jira.as(ana).put(`${path}/properties/omnichat`, {})).status).toBe(403);
});

test('where the app may not set the reporter, Jira says that the field cannot be set', async () => {
  const jira = jiraAt(undefined, { switches: { appMaySetReporter: false } });
  const ana = await aCustomer(jira);
  const fields = { project: { key: 'SUP' }, issuetype: { id: '10003' }, summary: 'x', reporter: { id: ana } };
  const reply = await jira.app.post('/rest/api/3/issue', { fields });
  expect(reply).toMatchObject({
    status: 400,
    body: { errors: { reporter: expect.stringContaining('cannot be set') as string } },
  });
});

test('an account nobody has is not let in', async () => {
  const jira = jiraAt();
  expect((await jira.as('nobody').get('/rest/api/3/myself')).status).toBe(401);
});
