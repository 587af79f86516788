import { asAccountId } from '../../src/domain/ids';
import { ensureCustomer, mySelf, whoIs } from '../../src/jira/people';
import { memoryCache, scriptedJira, type Scripted } from '../support/jiraDouble';

const CREATE = 'POST /rest/servicedeskapi/customer';
const ADD = 'POST /rest/servicedeskapi/servicedesk/2/customer';
const DESK = 'GET /rest/servicedeskapi/servicedesk/2/customer';
const SEARCH = 'GET /rest/api/3/user/search';
const email = 'abc123@omnichat.invalid';
const wanted = { email, displayName: 'Ana\nHorvat', serviceDeskId: '2' };
const ana = { accountId: 'qm:1:2', emailAddress: email, displayName: 'Ana Horvat' };
const ensuring = async (...script: Scripted[]) => {
  const { jira, sent } = scriptedJira(...script);
  return { outcome: await ensureCustomer(jira, wanted), sent };
};

test('a customer is created and put on the service desk', async () => {
  const { outcome, sent } = await ensuring([CREATE, { status: 201, body: ana }], [ADD, { status: 204 }]);
  expect(outcome).toEqual({ kind: 'ok', value: { accountId: 'qm:1:2', onDesk: true } });
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['/rest/servicedeskapi/customer?strictConflictStatusCode=true', { email, displayName: 'Ana Horvat' }],
    ['/rest/servicedeskapi/servicedesk/2/customer', { accountIds: ['qm:1:2'] }],
  ]);
});

test('a customer who exists is found among those of the desk', async () => {
  const { outcome, sent } = await ensuring(
    [CREATE, { status: 409 }],
    [
      DESK,
      {
        status: 200,
        body: {
          values: [
            { accountId: 'qm:9:9', emailAddress: 'other@x.example' },
            { ...ana, emailAddress: email.toUpperCase() },
          ],
        },
      },
    ],
    [ADD, { status: 204 }],
  );
  expect(outcome).toEqual({ kind: 'ok', value: { accountId: 'qm:1:2', onDesk: true } });
  expect(sent[1]).toMatchObject({
    path: `/rest/servicedeskapi/servicedesk/2/customer?query=${encodeURIComponent(email)}&limit=50`,
    headers: { 'X-ExperimentalApi': 'opt-in' },
  });
});

test('one who is not on the desk is found among all people, even with a hidden address', async () => {
  const { outcome } = await ensuring(
    [CREATE, { status: 409 }],
    [DESK, { status: 403 }],
    [SEARCH, { status: 200, body: [{ accountId: 'qm:1:2', emailAddress: '' }] }],
    [ADD, { status: 204 }],
  );
  expect(outcome).toMatchObject({ kind: 'ok', value: { accountId: 'qm:1:2' } });
});

test.each([
  ['nobody', []],
  ['somebody with another address', [{ accountId: 'qm:9:9', emailAddress: 'other@x.example' }]],
  ['two who hide theirs', [{ accountId: 'qm:9:9' }, { accountId: 'qm:8:8' }]],
])('a search that finds %s gives no customer away', async (_, found) => {
  const { outcome } = await ensuring(
    [CREATE, { status: 409 }],
    [DESK, { status: 200, body: { values: [] } }],
    [SEARCH, { status: 200, body: found }],
  );
  expect(outcome).toMatchObject({ kind: 'refused', failure: { reason: 'rejected' } });
});

test.each([
  [400, 'rejected'],
  [403, 'forbidden'],
])('a %d on creating is a refusal: %s', async (status, reason) => {
  expect((await ensuring([CREATE, { status }])).outcome).toMatchObject({ kind: 'refused', failure: { reason } });
});

test('an unknown creation is repeated by whoever asked: the address is the key', async () => {
  expect((await ensuring([CREATE, { status: 500 }])).outcome).toEqual({ kind: 'unknown', why: 'server-error' });
});

test('a desk that lets nobody add is no obstacle, and said so', async () => {
  const { outcome } = await ensuring([CREATE, { status: 201, body: ana }], [ADD, { status: 403 }]);
  expect(outcome).toEqual({ kind: 'ok', value: { accountId: 'qm:1:2', onDesk: false } });
});

test.each<[Scripted[1], string]>([
  [{ status: 429 }, 'limited'],
  ['silence', 'unknown'],
])('a desk that answers %j is asked again later', async (answer, kind) => {
  expect((await ensuring([CREATE, { status: 201, body: ana }], [ADD, answer])).outcome).toMatchObject({ kind });
});

test('a look-up under pressure waits', async () => {
  const { outcome, sent } = await ensuring(
    [CREATE, { status: 409 }],
    [DESK, { status: 429, headers: { 'retry-after': '9' } }],
  );
  expect(outcome).toEqual({ kind: 'limited', retryAfterSeconds: 9 });
  expect(sent).toHaveLength(2);
});

test('who an account is, is asked once', async () => {
  const { jira, sent } = scriptedJira([
    'GET /rest/api/3/user',
    { status: 200, body: { accountId: 'x:1', accountType: 'app', displayName: 'Automation' } },
  ]);
  const ports = { jira, cache: memoryCache() };
  const expected = { kind: 'ok', value: { accountId: 'x:1', kind: 'app', displayName: 'Automation' } };
  expect(await whoIs(ports, asAccountId('x:1'))).toEqual(expected);
  expect(await whoIs(ports, asAccountId('x:1'))).toEqual(expected);
  expect(sent.map(({ path }) => path)).toEqual(['/rest/api/3/user?accountId=x%3A1']);
});

test('the app’s own account is asked once', async () => {
  const { jira, sent } = scriptedJira(['GET /rest/api/3/myself', { status: 200, body: { accountId: '557058:app' } }]);
  const ports = { jira, cache: memoryCache() };
  await mySelf(ports);
  expect(await mySelf(ports)).toEqual({ kind: 'ok', value: '557058:app' });
  expect(sent).toHaveLength(1);
});
