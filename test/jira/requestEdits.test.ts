import { asConversationId, asIssueId } from '../../src/domain/ids';
import { docOf } from '../../src/jira/adf';
import { editDescription, linkRequests } from '../../src/jira/requestEdits';
import { memoryCache, scriptedJira } from '../support/jiraDouble';

const issueId = asIssueId('10042');
const marker = { conversation: asConversationId(`10001.${'a'.repeat(32)}.1`), upTo: 2 };
const edit = { issueId, description: docOf([{ kind: 'message', text: 'Hello' }]), marker, trace: 't' };
const PUT = 'PUT /rest/api/3/issue/10042';
const noMail = { status: 400, body: { errorMessages: ['To discard the user notification …'], errors: {} } };

test('a description is edited without mails, with its marker', async () => {
  const { jira, sent } = scriptedJira([PUT, { status: 204 }]);
  expect(await editDescription({ jira, cache: memoryCache() }, edit)).toEqual({ kind: 'ok', value: true });
  expect(sent).toEqual([
    {
      method: 'PUT',
      path: '/rest/api/3/issue/10042?notifyUsers=false',
      as: 'app',
      headers: { 'X-Atlassian-Webhook-Trace': 't' },
      body: {
        fields: { description: edit.description },
        properties: [{ key: 'omnichat.described', value: marker }],
      },
    },
  ]);
});

test('where Jira refuses the flag the edit is made with mails, and the next one at once', async () => {
  const { jira, sent } = scriptedJira([PUT, noMail], [PUT, { status: 204 }], [PUT, { status: 204 }]);
  const ports = { jira, cache: memoryCache() };
  await editDescription(ports, edit);
  expect(await editDescription(ports, edit)).toEqual({ kind: 'ok', value: true });
  expect(sent.map(({ path }) => path.includes('notifyUsers'))).toEqual([true, false, false]);
});

test('a refusal that stays without the flag is not remembered as one of the flag', async () => {
  const cache = memoryCache();
  const { jira, sent } = scriptedJira([PUT, { status: 403 }], [PUT, { status: 403 }], [PUT, { status: 204 }]);
  expect(await editDescription({ jira, cache }, edit)).toMatchObject({
    kind: 'refused',
    failure: { reason: 'forbidden' },
  });
  await editDescription({ jira, cache }, edit);
  expect(sent[2]?.path).toContain('notifyUsers=false');
});

test.each([
  [{ status: 400, body: { errors: { description: 'The entered text is too long.' } } }, 'refused'],
  [{ status: 404 }, 'refused'],
  [{ status: 429 }, 'limited'],
  [{ status: 409 }, 'unknown'],
  ['silence' as const, 'unknown'],
])('an edit answered %j is not tried twice', async (answer, kind) => {
  const { jira, sent } = scriptedJira([PUT, answer], [PUT, { status: 204 }]);
  expect(await editDescription({ jira, cache: memoryCache() }, edit)).toMatchObject({ kind });
  expect(sent).toHaveLength(1);
});

const link = { from: asIssueId('2'), to: asIssueId('1'), trace: 't' };
const POST = 'POST /rest/api/3/issueLink';
const TYPES = 'GET /rest/api/3/issueLinkType';

test('requests are linked as related', async () => {
  const { jira, sent } = scriptedJira([POST, { status: 201 }]);
  expect(await linkRequests(jira, link)).toEqual({ kind: 'ok', value: true });
  expect(sent[0]?.body).toEqual({ type: { name: 'Relates' }, outwardIssue: { id: '1' }, inwardIssue: { id: '2' } });
});

test('a site without that type links by the first it has', async () => {
  const types = {
    issueLinkTypes: [
      { id: '77', name: 'Blocks' },
      { id: '78', name: 'Clones' },
    ],
  };
  const { jira, sent } = scriptedJira(
    [POST, { status: 404 }],
    [TYPES, { status: 200, body: types }],
    [POST, { status: 201 }],
  );
  expect(await linkRequests(jira, link)).toEqual({ kind: 'ok', value: true });
  expect(sent[2]?.body).toMatchObject({ type: { id: '77' } });
});

test.each([
  ['the type is there, so a request is gone', { issueLinkTypes: [{ id: '1', name: 'Relates' }] }],
  ['the site has no types at all', { issueLinkTypes: [] }],
])('%s: the link is refused', async (_, body) => {
  const { jira, sent } = scriptedJira([POST, { status: 404 }], [TYPES, { status: 200, body }], [POST, { status: 201 }]);
  expect(await linkRequests(jira, link)).toMatchObject({ kind: 'refused', status: 404 });
  expect(sent).toHaveLength(2);
});

test('with linking switched off the link is refused', async () => {
  const { jira } = scriptedJira([POST, { status: 404 }], [TYPES, { status: 404 }]);
  expect(await linkRequests(jira, link)).toMatchObject({ kind: 'refused', status: 404 });
});
