import { aCustomer, aRequest, doc, jiraAt, type Jira } from './jiraSteps';

const names = async ({ ben }: Jira, key: string): Promise<string[]> => {
  const { body } = await ben.get(`/rest/api/3/issue/${key}/transitions`);
  return body.transitions.map(({ name }) => name);
};
const idOf: Record<string, string> = { Resolve: '41', 'Back to in progress': '51', Close: '61' };
const go = ({ ben }: Jira, [key, name]: [key: string, name: string], more: object = {}) =>
  ben.post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: idOf[name] }, ...more });

test('S2-37 the status menu leads from support to Done and back', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  expect(await names(jira, key)).toEqual(['In progress', 'Respond to customer', 'Resolve']);
  await go(jira, [key, 'Resolve'], { fields: { resolution: { name: "Won't Do" } } });
  expect(await names(jira, key)).toEqual(['Back to in progress', 'Close']);
  const { body } = await jira.ben.get(`/rest/api/3/issue/${key}?fields=status,resolution`);
  expect(body.fields).toMatchObject({ status: { name: 'Resolved' }, resolution: { name: "Won't Do" } });
});

test('a comment of the Resolve screen has the instant of the status change', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  jira.wait(60_000);
  jira.told();
  await go(jira, [key, 'Resolve'], { update: { comment: [{ add: { body: doc('Done, bye') } }] } });
  const [updated, commented] = jira.events;
  const at = '2026-11-21T09:01:00.000+0000';
  expect(updated).toMatchObject({
    eventType: 'avi:jira:updated:issue',
    jiraEventTypeName: 'issue_resolved',
    issue: { fields: { status: { statusCategory: { key: 'done' } }, updated: at } },
    changelog: {
      items: [
        { field: 'resolution', to: '10000' },
        { field: 'status', from: '10000', to: '5' },
      ],
    },
    associatedStatuses: [{ id: '10000' }, { id: '5' }],
  });
  expect(commented).toMatchObject({ eventType: 'avi:jira:commented:issue', comment: { created: at, jsdPublic: true } });
  const { body } = await jira.ben.get(
    `/rest/api/3/issue/${key}?fields=statuscategorychangedate,comment&expand=changelog`,
  );
  expect(body.fields.statuscategorychangedate).toBe(at);
  expect(body.fields.comment.comments[0].created).toBe(at);
  expect(body.changelog.histories[0].created).toBe(at);
});

test('the comment event of a transition may leave first', async () => {
  const jira = jiraAt(undefined, { switches: { commentEventFirst: true } });
  const { key } = await aRequest(jira);
  jira.told();
  await go(jira, [key, 'Resolve'], { update: { comment: [{ add: { body: doc('Done, bye') } }] } });
  expect(jira.told()).toEqual(['commented:issue', 'updated:issue']);
});

test('a move within Done keeps the date of the category, one out of it clears the resolution', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const read = async () => (await jira.ben.get(`/rest/api/3/issue/${key}`)).body.fields;
  await go(jira, [key, 'Resolve']);
  jira.wait(5_000);
  await go(jira, [key, 'Close']);
  expect((await read()).statuscategorychangedate).toBe('2026-11-21T09:00:00.000+0000');
  jira.wait(5_000);
  await go(jira, [key, 'Back to in progress']);
  expect(await read()).toMatchObject({
    statuscategorychangedate: '2026-11-21T09:00:10.000+0000',
    resolution: null,
    status: { name: 'In progress' },
  });
});

test('a transition that the status does not offer is refused and changes nothing', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  jira.told();
  const reply = await go(jira, [key, 'Close'], { update: { comment: [{ add: { body: doc('x') } }] } });
  expect(reply.status).toBe(400);
  expect(jira.told()).toEqual([]);
  expect(jira.site.issue(key)!.comments).toEqual([]);
});

test('a customer resolves the own request in the portal, with a comment', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const path = `/rest/servicedeskapi/request/${key}/transition`;
  expect((await jira.as(ana).get(path)).body.values).toEqual([{ id: '41', name: 'Resolve' }]);
  const reply = await jira.as(ana).post(path, { id: '41', additionalComment: { body: 'It *works* again' } });
  expect(reply.status).toBe(204);
  const { body } = await jira.ben.get(`/rest/api/3/issue/${key}`);
  expect(body.fields.status.name).toBe('Resolved');
  expect(body.fields.comment.comments[0].author.accountId).toBe(ana);
});
