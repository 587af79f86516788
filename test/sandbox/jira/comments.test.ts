import { aCustomer, aRequest, doc, jiraAt } from './jiraSteps';

const internal = [{ key: 'sd.public.comment', value: { internal: true } }];

test('a comment without further word is public, and Jira tells it with a shadow update', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  jira.told();
  const reply = await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('We are on it') });
  expect(reply).toMatchObject({ status: 201, body: { jsdPublic: true, author: { displayName: 'Ben Fischer' } } });
  const [commented, shadow] = jira.events;
  expect(commented).toMatchObject({
    eventType: 'avi:jira:commented:issue',
    selfGenerated: false,
    comment: { id: reply.body.id, jsdPublic: true, body: doc('We are on it') },
  });
  expect(shadow).toMatchObject({ eventType: 'avi:jira:updated:issue', changelog: { items: [{ field: 'Comment' }] } });
  expect(typeof commented!.timestamp).toBe('string');
});

test('a comment is internal only by a boolean: the word "true" leaves it public', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const add = async (properties: object[]) =>
    (await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('note'), properties })).body.jsdPublic;
  expect(await add(internal)).toBe(false);
  expect(await add([{ key: 'sd.public.comment', value: { internal: 'true' } }])).toBe(true);
});

test('an edit of the body alone keeps the comment internal and is told like a new comment', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const { body } = await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('note'), properties: internal });
  jira.wait(1_000);
  jira.told();
  const edited = await jira.app.put(`/rest/api/3/issue/${key}/comment/${body.id}`, { body: doc('longer note') });
  expect(edited.body).toMatchObject({
    jsdPublic: false,
    author: { displayName: 'Ben Fischer' },
    updateAuthor: { displayName: 'OmniChat' },
    created: '2026-11-21T09:00:00.000+0000',
    updated: '2026-11-21T09:00:01.000+0000',
  });
  expect(jira.told()).toEqual(['commented:issue', 'updated:issue']);
});

test('the trace of the app comes back in the event, that of others does not', async () => {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const { key } = await aRequest(jira, { reporter: { id: ana } });
  const path = `/rest/api/3/issue/${key}/comment`;
  const traced = { headers: { 'x-atlassian-webhook-trace': 't-1' } };
  jira.told();
  await jira.app.post(path, { body: doc('a') }, traced);
  await jira.as(ana).post(path, { body: doc('b') }, traced);
  await jira.ben.post(path, { body: doc('c') }, traced);
  const comments = jira.events.filter(({ eventType }) => eventType === 'avi:jira:commented:issue');
  expect(comments.map((event) => [event.webhookTraceValue, event.selfGenerated])).toEqual([
    ['t-1', true],
    ['t-1', false],
    [undefined, false],
  ]);
});

test('a page holds 100 comments whatever is asked, newest first on request', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  for (let n = 1; n <= 101; n += 1) {
    jira.wait(1_000);
    await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc(`comment ${n}`) });
  }
  const { body } = await jira.ben.get(`/rest/api/3/issue/${key}/comment?orderBy=-created&maxResults=500`);
  expect(body).toMatchObject({ maxResults: 100, total: 101, startAt: 0 });
  expect(body.comments[0].body).toEqual(doc('comment 101'));
  expect(body.comments).toHaveLength(100);
});

test('properties of comments are read in bulk by id', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const properties = [{ key: 'omnichat', value: { i: 'x' } }];
  const { body } = await jira.app.post(`/rest/api/3/issue/${key}/comment`, { body: doc('hi'), properties });
  const read = await jira.app.post('/rest/api/3/comment/list?expand=properties', { ids: [Number(body.id), 99] });
  expect(read.body.values).toHaveLength(1);
  expect(read.body.values[0].properties).toEqual(properties);
});

test.each([
  ['a string', 'hello', 'Comment body is not valid!'],
  ['a document of blanks', doc('   '), 'Comment body can not be empty!'],
])('%s is refused as a comment', async (_what, body, words) => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const reply = await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body });
  expect(reply).toMatchObject({ status: 400, body: { errors: { comment: words } } });
});

test('a file named by its attachment id is refused: Jira wants the media id', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const media = { type: 'media', attrs: { type: 'file', id: '10001', collection: '' } };
  const body = {
    type: 'doc',
    version: 1,
    content: [{ type: 'mediaSingle', attrs: { layout: 'center' }, content: [media] }],
  };
  const reply = await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body });
  expect(reply).toMatchObject({ status: 400, body: { errorMessages: ['ATTACHMENT_VALIDATION_ERROR'] } });
});

test('comment 5,001 is refused with 413', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const { body } = await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('one') });
  const issue = jira.site.issue(key)!;
  issue.comments = Array.from({ length: 5_000 }, (_, at) => ({ ...issue.comments[0]!, id: `${body.id}${at}` }));
  expect((await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('more') })).status).toBe(413);
});

test('the app may not touch the comments of others where the site forbids it', async () => {
  const jira = jiraAt(undefined, { switches: { appMayEditComments: false } });
  const { key } = await aRequest(jira);
  const path = `/rest/api/3/issue/${key}/comment`;
  const [hers, own] = [await jira.ben.post(path, { body: doc('a') }), await jira.app.post(path, { body: doc('b') })];
  expect((await jira.app.put(`${path}/${hers.body.id}`, { body: doc('x') })).status).toBe(400);
  expect((await jira.app.put(`${path}/${own.body.id}`, { body: doc('x') })).status).toBe(200);
});

test('a deleted comment is gone and told without its text', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const path = `/rest/api/3/issue/${key}/comment`;
  const { body } = await jira.ben.post(path, { body: doc('secret') });
  jira.told();
  expect((await jira.ben.delete(`${path}/${body.id}`)).status).toBe(204);
  expect(jira.events[0]).toMatchObject({ eventType: 'avi:jira:deleted:comment', comment: { id: body.id } });
  expect(jira.events[0]!.comment).not.toHaveProperty('body');
  expect((await jira.ben.get(`${path}/${body.id}`)).status).toBe(404);
});

test('turning a comment public by its property is told, other properties are silent', async () => {
  const jira = jiraAt();
  const { key } = await aRequest(jira);
  const { body } = await jira.ben.post(`/rest/api/3/issue/${key}/comment`, { body: doc('note'), properties: internal });
  jira.told();
  const path = `/rest/api/3/comment/${body.id}/properties`;
  expect((await jira.app.put(`${path}/omnichat`, { i: 1 })).status).toBe(201);
  expect(jira.told()).toEqual([]);
  expect((await jira.ben.put(`${path}/sd.public.comment`, { internal: false })).status).toBe(200);
  expect(jira.told()).toEqual(['commented:issue', 'updated:issue']);
  expect((await jira.ben.get(`/rest/api/3/issue/${key}/comment/${body.id}`)).body.jsdPublic).toBe(true);
});
