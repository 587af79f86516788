import { aRequest, doc, jiraAt, START } from './jiraSteps';

test('the 21st write of one issue within two seconds waits, other issues do not', async () => {
  const jira = jiraAt();
  const [{ key }, other] = [await aRequest(jira), await aRequest(jira)];
  const write = (issue: string) => jira.app.post(`/rest/api/3/issue/${issue}/comment`, { body: doc('x') });
  for (let n = 0; n < 20; n += 1) expect((await write(key)).status).toBe(201);
  const refused = await write(key);
  expect(refused.status).toBe(429);
  expect(refused.headers).toMatchObject({ 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' });
  expect((await write(other.key)).status).toBe(201);
  jira.wait(2_000);
  expect((await write(key)).status).toBe(201);
});

test('the 101st write of one issue within thirty seconds waits', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const statuses: number[] = [];
  for (let n = 0; n < 101; n += 1) {
    statuses.push((await jira.ben.put(`/rest/api/3/issue/${key}/properties/n`, n)).status);
    jira.wait(200);
  }
  expect(statuses.slice(0, 100)).not.toContain(429);
  expect(statuses[100]).toBe(429);
});

test('reads cost a point and one per object, two for people and permissions; writes cost one', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const points = (reply: { headers: Readonly<Record<string, string>> }) => Number(reply.headers['x-sandbox-points']);
  const comment = await jira.app.post(`/rest/api/3/issue/${key}/comment`, { body: doc('x') });
  await jira.app.post(`/rest/api/3/issue/${key}/comment`, { body: doc('y') });
  expect([
    points(comment),
    points(await jira.app.get(`/rest/api/3/issue/${key}`)),
    points(await jira.app.get(`/rest/api/3/issue/${key}/comment`)),
    points(await jira.app.get('/rest/api/3/myself')),
    points(await jira.app.get('/rest/api/3/mypermissions?permissions=ADMINISTER,EDIT_ISSUES')),
  ]).toEqual([1, 2, 3, 3, 5]);
});

test('65,000 points an hour for the app and those it impersonates; people are not counted', async () => {
  const jira = jiraAt(START + 1_800_000);
  const read = (who = jira.app) => who.get('/rest/api/3/serverInfo');
  await read();
  jira.site.state.quota.used = 60_000;
  expect((await read()).headers['x-ratelimit-nearlimit']).toBe('true');
  jira.site.state.quota.used = 65_000;
  const refused = await read();
  expect(refused.status).toBe(429);
  expect(refused.headers).toMatchObject({ 'retry-after': '1800', 'ratelimit-reason': 'jira-quota-global-based' });
  expect((await read(jira.as(jira.site.accountFor('ben@example.com')!))).status).toBe(429);
  expect((await read(jira.ben)).status).toBe(200);
  jira.wait(1_800_000);
  expect((await read()).status).toBe(200);
});
