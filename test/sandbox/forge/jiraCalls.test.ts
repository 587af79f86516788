import type { HttpCall, JiraCaller, JiraDoor } from '../../../sandbox/doors';
import { jiraPlaceOf } from '../../../sandbox/forge/jiraPlaces';
import { jsonReply, type Script, testPlatform } from './testPlatform';

type Seen = HttpCall & { caller: JiraCaller };
function withJira(reply = jsonReply(200, { id: '1' }, { 'x-sandbox-points': '3' })) {
  const seen: Seen[] = [];
  const jira: JiraDoor = async (call) => (seen.push(call), reply);
  return { seen, ...testPlatform({ jira }) };
}

test('a call of the app reaches Jira as the app, and its points are counted but not shown', async () => {
  const { call, seen, ledger } = withJira();
  const answer = await call(async ({ asApp, route }) => {
    const body = JSON.stringify({ fields: { summary: 'Hi' } });
    const response = await asApp().requestJira(route`/rest/api/3/issue?notify=${'no'}`, {
      method: 'POST',
      body,
      headers: { 'X-Trace': 't' },
    });
    return [response.status, (await response.json()) as unknown, response.headers.has('x-sandbox-points')];
  });
  expect(answer).toEqual([200, { id: '1' }, false]);
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/rest/api/3/issue?notify=no', caller: { kind: 'app' } });
  expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-trace': 't' });
  expect(Buffer.from(seen[0]!.body).toString()).toBe('{"fields":{"summary":"Hi"}}');
  const [entry] = ledger.since(0).filter(({ kind }) => kind === 'jira');
  expect(entry).toMatchObject({
    method: 'POST',
    path: '/rest/api/3/issue',
    points: 3,
    status: 200,
    function: 'resolve',
  });
});

test('asUser() is the person in whose session the function runs', async () => {
  const { call, seen } = withJira();
  await call(({ asUser, route }) => asUser().requestJira(route`/rest/api/3/issue/SUP-1`), 'mia');
  expect(seen[0]?.caller).toEqual({ kind: 'person', accountId: 'mia', throughApp: true });
});

test('another person is impersonated only where the scope allows it', async () => {
  const { call, seen } = withJira();
  const comment: Script = ({ asUser, route }) =>
    asUser('ana')
      .requestJira(route`/rest/api/3/issue/SUP-1/comment`, { method: 'POST', body: '{}' })
      .then(({ status }) => status);
  const look: Script = ({ asUser, route }) =>
    asUser('ana')
      .requestJira(route`/rest/api/3/issue/SUP-1`)
      .then(({ status }) => status);
  expect(await call(comment)).toBe(200);
  expect(await call(look)).toBe(403);
  expect(seen.map(({ caller }) => caller)).toEqual([{ kind: 'person', accountId: 'ana', throughApp: true }]);
});

test('a call without its scope in the manifest is refused, and the log says which', async () => {
  const { call, seen, platform } = withJira();
  const status = await call(({ asApp, route }) =>
    asApp()
      .requestJira(route`/rest/servicedeskapi/customer`, { method: 'POST' })
      .then((response) => response.status),
  );
  expect([status, seen]).toEqual([401, []]);
  expect(platform.logs.at(-1)?.text).toContain('manage:servicedesk-customer');
});

test('a call that is given up rejects, and the function goes on', async () => {
  const { call, breaks, agenda } = withJira();
  breaks({ at: 'jira.get-issue', kind: 'timeout-before', times: 1 });
  const begin = agenda.now();
  const answer = await call(async ({ asApp, route, own }) => {
    const control = new own.AbortController();
    own.setTimeout(() => control.abort(), 20_000);
    const asked = asApp().requestJira(route`/rest/api/3/issue/SUP-1`, { signal: control.signal });
    return asked.then(() => 'answered', nameOf);
  });
  expect([answer, agenda.now() - begin]).toEqual(['AbortError', 20_000]);
});

test.each([
  ['429', 429],
  ['500', 500],
  ['refuse', 400],
] as const)("the fault %s answers in Jira's words without an effect", async (kind, status) => {
  const { call, breaks, seen } = withJira();
  breaks({ at: 'jira.*', kind, times: 1, retryAfterSeconds: 30 });
  const answer = await call(async ({ asApp, route }) => {
    const response = await asApp().requestJira(route`/rest/api/3/issue/SUP-1`);
    return [response.status, response.headers.get('retry-after'), Object.keys((await response.json()) as object)];
  });
  expect(answer).toEqual([status, kind === '429' ? '30' : null, ['errorMessages', 'errors']]);
  expect(seen).toEqual([]);
});

test('two writers of one issue: the later one is answered 409 and nothing is done, while reads and creations go through', async () => {
  const { call, breaks, seen } = withJira();
  breaks({ at: 'jira.*', kind: '409', times: 1 });
  const statuses = await call(async ({ asApp, route }) => [
    (await asApp().requestJira(route`/rest/api/3/issue/SUP-1`)).status,
    (await asApp().requestJira(route`/rest/api/3/issue`, { method: 'POST', body: '{}' })).status,
    (await asApp().requestJira(route`/rest/api/3/issue/SUP-1`, { method: 'PUT', body: '{}' })).status,
    (await asApp().requestJira(route`/rest/api/3/issue/SUP-1`, { method: 'PUT', body: '{}' })).status,
  ]);
  expect(statuses).toEqual([200, 200, 409, 200]);
  expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'PUT']);
});

test('the fault partial does the work and answers 500', async () => {
  const { call, breaks, seen } = withJira();
  breaks({ at: 'jira.create-issue', kind: 'partial', times: 1 });
  const status = await call(({ asApp, route }) =>
    asApp()
      .requestJira(route`/rest/api/3/issue`, { method: 'POST' })
      .then((response) => response.status),
  );
  expect([status, seen.length]).toEqual([500, 1]);
});

test.each([
  ['GET', '/rest/api/3/issue/SUP-1?fields=summary', 'jira.get-issue', 'read:jira-work'],
  ['POST', '/rest/api/3/issue', 'jira.create-issue', 'write:jira-work'],
  ['PUT', '/rest/api/3/issue/SUP-1', 'jira.edit-issue', 'write:jira-work'],
  ['POST', '/rest/api/3/issue/SUP-1/comment', 'jira.comment', 'write:jira-work'],
  ['PUT', '/rest/api/3/issue/SUP-1/comment/5', 'jira.edit-comment', 'write:jira-work'],
  ['GET', '/rest/api/3/issue/SUP-1/comment', 'jira.get-comment', 'read:jira-work'],
  ['POST', '/rest/api/3/comment/list', 'jira.get-comment', 'read:jira-work'],
  ['POST', '/rest/api/3/search/jql', 'jira.search', 'read:jira-work'],
  ['GET', '/rest/api/3/search/jql', 'jira.search', 'read:jira-work'],
  ['PUT', '/rest/api/3/issue/SUP-1/properties/omnichat', 'jira.property', 'write:jira-work'],
  ['POST', '/rest/api/3/issue/SUP-1/transitions', 'jira.transition', 'write:jira-work'],
  ['POST', '/rest/servicedeskapi/customer', 'jira.customer', 'manage:servicedesk-customer'],
  ['POST', '/rest/servicedeskapi/servicedesk/1/customer', 'jira.customer', 'manage:servicedesk-customer'],
  ['GET', '/rest/servicedeskapi/servicedesk/1/requesttype', 'jira.other', 'read:servicedesk-request'],
  ['POST', '/rest/servicedeskapi/request', 'jira.create-issue', 'write:servicedesk-request'],
  ['POST', '/rest/servicedeskapi/request/SUP-1/comment', 'jira.comment', 'write:servicedesk-request'],
  ['GET', '/rest/api/3/myself', 'jira.other', 'read:jira-user'],
  ['GET', '/rest/api/3/user?accountId=1', 'jira.other', 'read:jira-user'],
  ['GET', '/rest/api/3/mypermissions', 'jira.other', undefined],
  ['GET', '/rest/api/3/project/SUP', 'jira.other', 'read:jira-work'],
  ['PUT', '/rest/api/3/project/SUP/properties/x', 'jira.property', 'manage:jira-project'],
  ['POST', '/rest/api/3/issueLink', 'jira.other', 'write:jira-work'],
])('%s %s is %s and wants %s', (method, path, ...[at, scope]) => {
  expect(jiraPlaceOf(method, path)).toEqual({ at, scope });
});

const nameOf = (error: unknown) => (error as Error).name;
