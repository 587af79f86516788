import { asAccountId, asConversationId, asIssueId } from '../../src/domain/ids';
import { docOf } from '../../src/jira/adf';
import { textHash } from '../../src/jira/adfText';
import {
  addAgentComment,
  addCustomerComment,
  addNote,
  editComment,
  type CustomerWay,
} from '../../src/jira/commentWrites';
import { adfErrors } from '../support/adfSchema';
import { memoryCache, scriptedJira } from '../support/jiraDouble';

const issueId = asIssueId('10042');
const marker = { conversation: asConversationId(`10000.${'a'.repeat(32)}.1`), upTo: 4 };
const headers = { 'X-Atlassian-Webhook-Trace': 't' };
const V3 = 'POST /rest/api/3/issue/10042/comment';
const JSM = 'POST /rest/servicedeskapi/request/10042/comment';
const said = { kind: 'message', text: 'Is *it* on?' } as const;

const writing = async (way: CustomerWay) => {
  const body = docOf([said]);
  const answer = { status: 201, body: { id: '501', body, jsdPublic: true } };
  const { jira, sent } = scriptedJira([way === 'through-jsm' ? JSM : V3, answer]);
  const customer = asAccountId('qm:1:2');
  const outcome = await addCustomerComment(jira, {
    issueId,
    way,
    customer,
    header: 'Ana (WhatsApp)',
    paragraphs: [said],
    marker,
    trace: 't',
  });
  return { outcome, sent };
};

test('S0-14 a customer comment is written as the customer, with its marker', async () => {
  const { outcome, sent } = await writing('as-customer');
  expect(outcome).toEqual({ kind: 'ok', value: { id: '501', hash: textHash(docOf([said])) } });
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/rest/api/3/issue/10042/comment',
      as: { account: 'qm:1:2' },
      headers,
      body: { body: docOf([said]), properties: [{ key: 'omnichat', value: marker }] },
    },
  ]);
});

test('through JSM it is public and escaped', async () => {
  const { outcome, sent } = await writing('through-jsm');
  expect(outcome).toEqual({ kind: 'ok', value: { id: '501', hash: textHash(docOf([said])) } });
  expect(sent[0]).toEqual({
    method: 'POST',
    path: '/rest/servicedeskapi/request/10042/comment',
    as: { account: 'qm:1:2' },
    headers,
    body: { body: 'Is \\*it\\* on\\?', public: true },
  });
});

test('as the app it names the customer first', async () => {
  const { sent } = await writing('as-app');
  const body = docOf([{ kind: 'header', text: 'Ana (WhatsApp)' }, said]);
  expect(sent[0]).toMatchObject({ as: 'app', body: { body } });
  expect(adfErrors(body)).toEqual([]);
});

test('what remains of a write is the text as Jira shows it', async () => {
  const shown = docOf([{ kind: 'message', text: 'Is it on? (changed by Jira)' }]);
  const { jira } = scriptedJira([V3, { status: 201, body: { id: '501', body: shown } }]);
  const outcome = await addAgentComment(jira, {
    issueId,
    text: 'Is it on?',
    way: { kind: 'in-session' },
    marker: { message: 'm' },
    trace: 't',
  });
  expect(outcome).toEqual({ kind: 'ok', value: { id: '501', hash: textHash(shown) } });
});

test.each([
  ['in the agent’s own session', { way: { kind: 'in-session' }, as: 'user', body: docOf([said]) }],
  [
    'as the app, naming the agent',
    {
      way: { kind: 'as-app', header: 'Ben Fischer' },
      as: 'app',
      body: docOf([{ kind: 'header', text: 'Ben Fischer' }, said]),
    },
  ],
] as const)('an agent’s answer is written %s', async (_, { way, as, body }) => {
  const { jira, sent } = scriptedJira([V3, { status: 201, body: { id: '501', body } }]);
  await addAgentComment(jira, { issueId, text: said.text, way, marker: { message: 'm1' }, trace: 't' });
  const properties = [{ key: 'omnichat', value: { message: 'm1' } }];
  expect(sent[0]).toMatchObject({ as, headers, body: { body, properties } });
});

const note = { issueId, paragraphs: [said], marker: { note: 'e7' }, trace: 't' };

test('S4-09 a note is internal by a boolean, and carries its marker', async () => {
  const { jira, sent } = scriptedJira([
    V3,
    { status: 201, body: { id: '501', body: docOf([said]), jsdPublic: false } },
  ]);
  expect(await addNote(jira, note)).toMatchObject({ kind: 'ok', value: { id: '501' } });
  expect(sent[0]?.body).toEqual({
    body: docOf([said]),
    properties: [
      { key: 'sd.public.comment', value: { internal: true } },
      { key: 'omnichat', value: { note: 'e7' } },
    ],
  });
});

test('S4-10 a note that came out public is deleted at once and refused', async () => {
  const { jira, sent } = scriptedJira(
    [V3, { status: 201, body: { id: '501', jsdPublic: true } }],
    ['DELETE /rest/api/3/issue/10042/comment/501', { status: 204 }],
  );
  expect(await addNote(jira, note)).toMatchObject({ kind: 'refused', failure: { reason: 'rejected' } });
  expect(sent).toHaveLength(2);
});

test('a public note that could not be deleted is not called refused', async () => {
  const { jira } = scriptedJira(
    [V3, { status: 201, body: { id: '501', jsdPublic: true } }],
    ['DELETE /rest/api/3/issue/10042/comment/501', 'silence'],
  );
  expect(await addNote(jira, note)).toEqual({ kind: 'unknown', why: 'no-answer' });
});

test.each([
  [{ status: 403 }, { kind: 'refused', failure: { reason: 'forbidden' } }],
  [{ status: 413 }, { kind: 'refused', failure: { reason: 'issue-full' } }],
  ['silence' as const, { kind: 'unknown' }],
])('a comment answered %j is %j', async (answer, expected) => {
  const { jira } = scriptedJira([V3, answer]);
  expect(await addNote(jira, note)).toMatchObject(expected);
});

test('an edit of what may be internal replaces the body and names no property, so that it stays so', async () => {
  const body = docOf([said]);
  const { jira, sent } = scriptedJira([
    'PUT /rest/api/3/issue/10042/comment/501',
    { status: 200, body: { id: '501', body } },
  ]);
  const edit = { issueId, commentId: '501', body, trace: 't' };
  expect(await editComment({ jira, cache: memoryCache() }, edit)).toEqual({
    kind: 'ok',
    value: { id: '501', hash: textHash(body) },
  });
  expect(sent).toEqual([
    {
      method: 'PUT',
      path: '/rest/api/3/issue/10042/comment/501?notifyUsers=false',
      as: 'app',
      headers,
      body: { body },
    },
  ]);
});

test('an edit of a public comment brings its marker up to date', async () => {
  const body = docOf([said]);
  const { jira, sent } = scriptedJira([
    'PUT /rest/api/3/issue/10042/comment/501',
    { status: 200, body: { id: '501', body } },
  ]);
  await editComment({ jira, cache: memoryCache() }, { issueId, commentId: '501', body, trace: 't', marker });
  expect(sent[0]?.body).toEqual({ body, properties: [{ key: 'omnichat', value: marker }] });
});
