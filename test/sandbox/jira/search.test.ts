import fc from 'fast-check';
import { aCustomer, aRequest, doc, jiraAt, type Jira } from './jiraSteps';

const find = async ({ ben }: Pick<Jira, 'ben'>, jql: string): Promise<string[]> => {
  const { status, body } = await ben.post('/rest/api/3/search/jql', { jql, fields: ['summary'] });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.issues.map(({ key }) => key);
};
const facts = (value: object) => [{ key: 'omnichat', value }];

/** SUP-1 unread WhatsApp of Ana; SUP-2 read SMS, assigned to Ben; SUP-3 resolved, without facts, an hour later. */
async function threeRequests() {
  const jira = jiraAt();
  const ana = await aCustomer(jira);
  const ben = jira.site.accountFor('ben@example.com')!;
  await aRequest(
    jira,
    { reporter: { id: ana } },
    facts({ channel: 'whatsapp', unread: 'yes', intent: 'a-1', count: 2, windowEnds: '2026-11-22T09:00:00Z' }),
  );
  await aRequest(
    jira,
    { summary: 'SMS request from 4915117607506', assignee: { id: ben }, customfield_10010: '11' },
    facts({ channel: 'sms', unread: 'no', intent: 'b-2', count: 7 }),
  );
  jira.wait(3_600_000);
  await aRequest(jira, { summary: 'Printer on fire' });
  await jira.ben.post('/rest/api/3/issue/SUP-3/transitions', { transition: { id: '41' } });
  return { ...jira, ana, benId: ben };
}

test.each([
  ['project = SUP', ['SUP-3', 'SUP-2', 'SUP-1']],
  ['project = "Customer Support" ORDER BY key ASC', ['SUP-1', 'SUP-2', 'SUP-3']],
  ['key in (SUP-1, SUP-3) order by created desc', ['SUP-3', 'SUP-1']],
  ['status = resolved', ['SUP-3']],
  ['statusCategory != Done', ['SUP-2', 'SUP-1']],
  ['statusCategory = "In Progress" AND summary ~ sms', ['SUP-2']],
  ['summary ~ "print*"', ['SUP-3']],
  ['summary ~ \'"request from"\'', ['SUP-2', 'SUP-1']],
  ['NOT summary ~ request', ['SUP-3']],
  ['assignee is EMPTY', ['SUP-3', 'SUP-1']],
  ['assignee = currentUser()', ['SUP-2']],
  ['assignee != currentUser()', []],
  ['reporter = "Ana Horvat" OR assignee in (currentUser())', ['SUP-2', 'SUP-1']],
  ['created >= -30m', ['SUP-3']],
  ['created < "2026-11-21 09:30"', ['SUP-2', 'SUP-1']],
  ['updated > startOfDay() and created <= 2026-11-21', []],
  ['"Request Type" = SMS', ['SUP-2']],
  ['resolution = Done', ['SUP-3']],
  ['issue.property[\'omnichat\'].intent = "a-1"', ['SUP-1']],
  ['issue.property[omnichat].unread = yes', ['SUP-1']],
  ['project = SUP and omniUnread = yes', ['SUP-1']],
  ['omniUnread != yes', ['SUP-2']],
  ['omniUnread is empty', ['SUP-3']],
  ['omniChannel in (sms, whatsapp) order by omniChannel', ['SUP-2', 'SUP-1']],
  ['omniWindowEnds < "2026-11-23" and omniWindowEnds > now()', ['SUP-1']],
  ['issue.property[omnichat].count > 3', ['SUP-2']],
])('JQL finds what it says: %s', async (jql, keys) => {
  expect(await find(await threeRequests(), jql)).toEqual(keys);
});

test.each([
  ['', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
  ['order by created', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
  ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
  ['status = Open', "The value 'Open' does not exist for the field 'status'."],
  ['key = SUP-99', "An issue with key 'SUP-99' does not exist for field 'key'."],
  ['sprint = 1', "Field 'sprint' does not exist or you do not have permission to view it."],
  [
    'issue.property[omnichat].secret = 1',
    "Field 'issue.property' does not exist or you do not have permission to view it.",
  ],
  ['project ~ SUP', "The operator '~' is not supported by the 'project' field."],
  ['status was Resolved', "The operator 'was' is not supported by the 'status' field."],
  ['created > yesterday', /^Date value 'yesterday' for field 'created' is invalid/],
  ['assignee = membersOf(agents)', "Unable to find JQL function 'membersOf(agents)'."],
  ['project = ', /^Error in the JQL Query: .*line 1, character 11/],
])('JQL that Jira would not take is refused in its words: %s', async (jql, words) => {
  const { ben } = jiraAt();
  const { status, body } = await ben.get(`/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`);
  expect(status).toBe(400);
  expect(body.errorMessages).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
});

test('search learns of a new issue and of its changes only after the lag', async () => {
  const jira = jiraAt(undefined, { lagMs: 10_000 });
  await aRequest(jira, {}, facts({ intent: 'a-1', unread: 'no' }));
  const intent = 'omniIntent = "a-1"';
  expect(await find(jira, intent)).toEqual([]);
  jira.wait(10_000);
  expect(await find(jira, intent)).toEqual(['SUP-1']);
  await jira.app.put('/rest/api/3/issue/SUP-1/properties/omnichat', { intent: 'a-1', unread: 'yes' });
  expect(await find(jira, 'omniUnread = yes')).toEqual([]);
  expect(await find(jira, 'omniUnread = no')).toEqual(['SUP-1']);
  jira.wait(10_000);
  expect(await find(jira, 'omniUnread = yes')).toEqual(['SUP-1']);
});

test('matching known issues and reconciling named ones read the present', async () => {
  const jira = jiraAt(undefined, { lagMs: 10_000 });
  const { id } = await aRequest(jira, {}, facts({ unread: 'yes' }));
  const jql = 'omniUnread = yes';
  const match = await jira.app.post('/rest/api/3/jql/match', { issueIds: [Number(id)], jqls: [jql, 'nonsense = 1'] });
  expect(match.body.matches[0]).toEqual({ matchedIssues: [Number(id)], errors: [] });
  expect(match.body.matches[1]?.errors).toHaveLength(1);
  const fresh = await jira.app.post('/rest/api/3/search/jql', { jql, reconcileIssues: [Number(id)] });
  expect(fresh.body.issues).toEqual([{ id }]);
});

test('pages follow each other by token, and the last one has none', async () => {
  const jira = jiraAt();
  for (let n = 0; n < 5; n += 1) await aRequest(jira);
  const pages: string[][] = [];
  let nextPageToken: string | undefined;
  do {
    const { body } = await jira.ben.post('/rest/api/3/search/jql', {
      jql: 'project = SUP order by key asc',
      maxResults: 2,
      fields: ['summary'],
      ...(nextPageToken && { nextPageToken }),
    });
    pages.push(body.issues.map(({ key }) => key));
    nextPageToken = body.nextPageToken;
  } while (nextPageToken);
  expect(pages).toEqual([['SUP-1', 'SUP-2'], ['SUP-3', 'SUP-4'], ['SUP-5']]);
});

test('a search gives ids alone unless fields are named, and properties on request', async () => {
  const jira = await threeRequests();
  const bare = await jira.ben.get('/rest/api/3/search/jql?jql=key%3DSUP-1');
  expect(Object.keys(bare.body.issues[0])).toEqual(['id']);
  const full = await jira.ben.get('/rest/api/3/search/jql?jql=key%3DSUP-1&fields=summary,status&properties=omnichat');
  expect(Object.keys(full.body.issues[0].fields)).toEqual(['summary', 'status']);
  expect(full.body.issues[0].properties.omnichat.intent).toBe('a-1');
});

test('a customer finds only the own requests', async () => {
  const jira = await threeRequests();
  expect(await find({ ben: jira.as(jira.ana) }, 'project = SUP')).toEqual(['SUP-1']);
});

test('full text looks into description and comments', async () => {
  const jira = await threeRequests();
  await jira.ben.post('/rest/api/3/issue/SUP-2/comment', { body: doc('Try turning it off') });
  expect(await find(jira, 'text ~ turning')).toEqual(['SUP-2']);
});

test('the search that Jira removed is gone', async () => {
  const { ben } = jiraAt();
  expect((await ben.get('/rest/api/3/search?jql=project=SUP')).status).toBe(410);
});

test('no JQL whatever breaks the search: it finds or it refuses', async () => {
  const jira = await threeRequests();
  const words =
    'project SUP = != ~ in not and or ( ) , is empty status Done created >= -1d "x y" \'a omniUnread issue.property [omnichat] .unread order by key desc now() was'.split(
      ' ',
    );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 9 }), async (parts) => {
      const { status, body } = await jira.ben.post('/rest/api/3/search/jql', { jql: parts.join(' ') });
      expect([200, 400]).toContain(status);
      expect(Array.isArray(status === 200 ? body.issues : body.errorMessages)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
