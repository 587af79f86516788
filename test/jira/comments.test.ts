import { asConversationId, asIssueId } from '../../src/domain/ids';
import { newestComments, newestMarkedComments, readComment } from '../../src/jira/comments';
import { scriptedJira } from '../support/jiraDouble';

const issueId = asIssueId('10042');
const ONE = 'GET /rest/api/3/issue/10042/comment/501';
const ALL = 'GET /rest/api/3/issue/10042/comment';
const LIST = 'POST /rest/api/3/comment/list';
const comment = {
  id: '501',
  author: { accountId: 'qm:1:2', accountType: 'customer', displayName: 'Ana' },
  updateAuthor: { accountId: '557058:app', accountType: 'app' },
  created: '2026-10-03T12:05:00.000+0000',
  updated: '2026-10-03T12:06:00.000+0000',
  body: { type: 'doc', version: 1, content: [] },
  jsdPublic: true,
};
const reading = async (changed: object) => {
  const { jira } = scriptedJira([ONE, { status: 200, body: { ...comment, ...changed } }]);
  return readComment(jira, { issueId, commentId: '501' });
};

test('a comment is read in our words', async () => {
  expect(await reading({})).toEqual({
    kind: 'ok',
    value: {
      id: '501',
      author: { accountId: 'qm:1:2', kind: 'customer', name: 'Ana' },
      editor: '557058:app',
      isPublic: true,
      createdAt: Date.parse('2026-10-03T12:05:00Z'),
      updatedAt: Date.parse('2026-10-03T12:06:00Z'),
      body: comment.body,
    },
  });
});

test.each([
  ['an internal comment', { jsdPublic: false }],
  ['a comment of which Jira does not say', { jsdPublic: undefined }],
  ['one restricted to a role', { visibility: { type: 'role', value: 'Administrators' } }],
])('%s is not public', async (_, changed) => {
  expect(await reading(changed)).toMatchObject({ kind: 'ok', value: { isPublic: false } });
});

test('a restriction to nobody in particular is none', async () => {
  expect(await reading({ visibility: null })).toMatchObject({ value: { isPublic: true } });
});

test.each([
  ['atlassian', 'person'],
  ['customer', 'customer'],
  ['app', 'app'],
  ['something new', 'person'],
  [undefined, 'person'],
])('an author of type %s is a %s', async (accountType, kind) => {
  expect(await reading({ author: { accountId: 'x:1', accountType } })).toMatchObject({ value: { author: { kind } } });
});

test('a comment of an author who is gone is still read', async () => {
  const read = await reading({ author: null, updateAuthor: {} });
  expect(read).toMatchObject({ kind: 'ok', value: { id: '501' } });
  expect(read).not.toHaveProperty('value.author');
});

test('a deleted comment is gone', async () => {
  const { jira } = scriptedJira([ONE, { status: 404 }]);
  expect(await readComment(jira, { issueId, commentId: '501' })).toMatchObject({ failure: { reason: 'request-gone' } });
});

test('the newest comments are asked for newest first', async () => {
  const { jira, sent } = scriptedJira([
    ALL,
    { status: 200, body: { comments: [{ ...comment, id: '502' }, comment], total: 2 } },
  ]);
  expect(await newestComments(jira, { issueId, count: 5 })).toMatchObject({
    kind: 'ok',
    value: [{ id: '502' }, { id: '501' }],
  });
  expect(sent[0]?.path).toBe('/rest/api/3/issue/10042/comment?orderBy=-created&maxResults=5');
});

test('markers come with them where they are asked for, in the same order', async () => {
  const conversation = asConversationId(`10000.${'a'.repeat(32)}.1`);
  const property = (value: unknown) => [
    { key: 'sd.public.comment', value: { internal: true } },
    { key: 'omnichat', value },
  ];
  const values = [
    { id: '501', properties: property({ conversation, upTo: 4 }) },
    { id: '502', properties: property({ note: 'e7' }) },
    { id: '503', properties: property('nonsense') },
    { id: '504' },
  ];
  const ids = ['504', '503', '502', '501', '500'];
  const { jira, sent } = scriptedJira(
    [ALL, { status: 200, body: { comments: ids.map((id) => ({ ...comment, id })) } }],
    [LIST, { status: 200, body: { values } }],
  );
  const read = await newestMarkedComments(jira, { issueId, count: 20 });
  expect(read.kind === 'ok' && read.value.map(({ id, marker }) => [id, marker])).toEqual([
    ['504', undefined],
    ['503', undefined],
    ['502', { note: 'e7' }],
    ['501', { conversation, upTo: 4 }],
    ['500', undefined],
  ]);
  expect(sent[1]).toMatchObject({
    path: '/rest/api/3/comment/list?expand=properties',
    body: { ids: [504, 503, 502, 501, 500] },
  });
});

test('a request without comments is not asked for their markers', async () => {
  const { jira, sent } = scriptedJira([ALL, { status: 200, body: { comments: [] } }]);
  expect(await newestMarkedComments(jira, { issueId, count: 20 })).toEqual({ kind: 'ok', value: [] });
  expect(sent).toHaveLength(1);
});

test('comments whose markers cannot be read are not taken for unmarked ones', async () => {
  const { jira } = scriptedJira([ALL, { status: 200, body: { comments: [comment] } }], [LIST, { status: 500 }]);
  expect(await newestMarkedComments(jira, { issueId, count: 20 })).toMatchObject({ kind: 'unknown' });
});
