import { chanceFrom } from '../../../sandbox/chance';
import { createJira, type JiraState } from '../../../sandbox/jira/site';
import { aCustomer, APP, aRequest, doc, INDEXED, jiraAt } from './jiraSteps';

test('what the sandbox does not know is 501, never "not found"', async () => {
  const { ben } = jiraAt();
  expect((await ben.get('/rest/api/3/dashboard')).status).toBe(501);
  expect((await ben.delete('/rest/api/3/myself')).status).toBe(405);
  expect((await ben.get('/wiki/home')).status).toBe(404);
});

test('a body that is no JSON, or does not say that it is, is refused', async () => {
  const { site } = jiraAt();
  const caller = { kind: 'app' } as const;
  const call = { method: 'POST', url: '/rest/api/3/issue', caller };
  const json = { 'content-type': 'application/json' };
  expect((await site.door({ ...call, headers: json, body: '{' })).status).toBe(400);
  expect((await site.door({ ...call, headers: {}, body: '{}' })).status).toBe(415);
});

test('a path that is not encoded correctly is refused, not a defect', async () => {
  const { ben } = jiraAt();
  expect((await ben.get('/rest/api/3/issue/%E0%A4%A')).status).toBe(400);
});

test('a site goes on from its state as if nothing had happened', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('before') });
  const saved = JSON.parse(JSON.stringify(jira.site.state)) as JiraState;
  const again = createJira({
    state: saved,
    agenda: { now: () => jira.site.issue(key)!.updated },
    chance: chanceFrom({ seed: 1 }),
    emit: () => undefined,
    baseUrl: 'https://omnichat.test',
    appAccountId: APP,
    indexed: INDEXED,
  });
  again.seedDemo();
  expect(again.people()).toEqual(jira.site.people());
  const caller = { kind: 'person', accountId: again.accountFor('Ben@Example.com')!, throughApp: false } as const;
  const read = await again.door({ method: 'GET', url: `/rest/api/3/issue/${key}`, headers: {}, body: '', caller });
  expect(JSON.parse(String(read.body))).toEqual((await jira.ben.get(`/rest/api/3/issue/${key}`)).body);
});

test('events are told as they were: later changes do not reach into them', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  await jira.ben.put(`/rest/api/3/issue/${key}`, { fields: { summary: 'Changed' } });
  expect(jira.events[0]).toMatchObject({ issue: { fields: { summary: 'WhatsApp request from 385991903327' } } });
});

test('properties are read, set and deleted by key', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const path = `/rest/api/3/issue/${key}/properties/omnichat`;
  expect((await jira.app.get(path)).status).toBe(404);
  expect((await jira.app.put(path, { unread: 'yes' })).status).toBe(201);
  expect((await jira.app.put(path, { unread: 'no' })).status).toBe(200);
  expect((await jira.app.get(path)).body).toEqual({ key: 'omnichat', value: { unread: 'no' } });
  expect((await jira.app.put(path, 'x'.repeat(32_768))).status).toBe(400);
  expect((await jira.app.delete(path)).status).toBe(204);
  expect((await jira.app.get(path)).status).toBe(404);
});
