import fc from 'fast-check';
import { jira } from '../../src/forge/jira';
import { closeDoor, json, openDoor, silence } from './door';

afterEach(closeDoor);

test('calls as the app, as the user of the invocation and as another account', async () => {
  const passed = openDoor(() => json({}));

  await jira.request({ method: 'GET', path: '/rest/api/3/myself', as: 'app' });
  await jira.request({ method: 'GET', path: '/rest/api/3/myself', as: 'user' });
  await jira.request({ method: 'GET', path: '/rest/api/3/myself', as: { account: 'qm:1:2' } });

  expect(passed.map(({ options }) => [options.provider, options.accountId])).toEqual([
    ['app', undefined],
    ['user', undefined],
    ['user', 'qm:1:2'],
  ]);
});

test('sends JSON with the headers given and answers parsed JSON with lower-case header names', async () => {
  const passed = openDoor(() => json({ id: '7' }, 201, { 'Retry-After': '3', 'X-RateLimit-NearLimit': 'true' }));

  const answer = await jira.request({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: 'app',
    body: { fields: {} },
    headers: { 'X-Atlassian-Webhook-Trace': 't1' },
  });

  expect(answer).toMatchObject({ status: 201, body: { id: '7' } });
  expect(answer.headers).toMatchObject({ 'retry-after': '3', 'x-ratelimit-nearlimit': 'true' });
  expect(passed).toMatchObject([
    { path: '/rest/api/3/issue', body: { fields: {} }, headers: { 'X-Atlassian-Webhook-Trace': 't1' } },
  ]);
});

test('an answer that is not JSON comes as its text', async () => {
  openDoor(() => new Response('<html>Bad gateway</html>', { status: 502 }));

  expect(await jira.request({ method: 'GET', path: '/rest/api/3/field', as: 'app' })).toMatchObject({
    status: 502,
    body: '<html>Bad gateway</html>',
  });
});

test('an account that Forge does not let the app speak for is an answer, not an error', async () => {
  openDoor(() => new Response('', { status: 403, headers: { 'forge-proxy-error': 'USER_NOT_ALLOWED' } }));

  expect(await jira.request({ method: 'GET', path: '/rest/api/3/myself', as: { account: 'a' } })).toEqual({
    status: 403,
    headers: {},
    body: { errorMessages: ['Forge refused the call: USER_NOT_ALLOWED'] },
  });
});

test('no answer within the time limit rejects and aborts the call', async () => {
  jest.useFakeTimers();
  const passed = openDoor(silence);

  const call = expect(jira.request({ method: 'PUT', path: '/rest/x', as: 'app', body: 1 }, 700)).rejects.toThrow(
    'jira did not answer within 700 ms',
  );
  await jest.advanceTimersByTimeAsync(700);
  await call;

  expect(passed[0]?.signal?.aborted).toBe(true);
  jest.useRealTimers();
});

test('a body that never ends counts as no answer', async () => {
  jest.useFakeTimers();
  openDoor(() => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })));

  const call = expect(jira.request({ method: 'GET', path: '/rest/x', as: 'app' })).rejects.toThrow('did not answer');
  await jest.advanceTimersByTimeAsync(20_000);
  await call;
  jest.useRealTimers();
});

test.each(['/rest/../secret', '/rest/%2e%2E/secret', '/gateway/api', 'https://elsewhere.example/rest', '/rest\\..\\x'])(
  'the path %s never leaves the app',
  async (path) => {
    const passed = openDoor(() => json({}));

    await expect(jira.request({ method: 'GET', path, as: 'app' })).rejects.toThrow('not a Jira path');
    expect(passed).toEqual([]);
  },
);

test('whatever an encoded value holds, the path stays a Jira path', async () => {
  openDoor(() => json({}));
  const isAnswered = async (value: string) =>
    (await jira.request({ method: 'GET', path: `/rest/api/3/user?q=${encodeURIComponent(value)}`, as: 'app' })).status;

  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (value) => (await isAnswered(value)) === 200),
  );
});
