import { type Script, testPlatform } from './testPlatform';

const ok = { statusCode: 200 };

test('a request reaches the function as the platform hands it over', async () => {
  let seen: unknown;
  const inbound = (_: unknown, request: unknown) => {
    seen = request;
    return { statusCode: 201, headers: { 'Content-Type': ['text/plain'], 'X-Two': ['a', 'b'] }, body: 'thanks' };
  };
  const { post } = testPlatform({ scripts: { inbound } });
  const url = 'https://site.example/webtrigger/inbound/c1/secret?hub.mode=subscribe&list=a,b&list=c';
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': 'sha256=0' };
  const reply = await post({ url, headers, body: new TextEncoder().encode('{"emoji":"🙂"}') });
  expect(reply).toEqual({
    status: 201,
    headers: { 'content-type': 'text/plain', 'x-two': 'a, b' },
    body: 'thanks',
  });
  expect(seen).toEqual({
    method: 'POST',
    path: '/webtrigger/inbound/c1/secret',
    userPath: '/c1/secret',
    headers: { 'Content-Type': ['application/json'], 'x-hub-signature-256': ['sha256=0'] },
    queryParameters: { 'hub.mode': ['subscribe'], list: ['c', 'b', 'a'] },
    body: '{"emoji":"🙂"}',
  });
});

test.each([
  ['nothing', undefined],
  ['no status', { body: 'x' }],
  ['a status that is text', { statusCode: '200' }],
  ['a header that is no list', { statusCode: 200, headers: { a: 'b' } }],
  ['a body that is an object', { statusCode: 200, body: {} }],
])('a function that answers %s makes a 500', async (_, answer) => {
  const { post, platform } = testPlatform({ scripts: { inbound: () => answer } });
  expect((await post()).status).toBe(500);
  expect(platform.logs.at(-1)).toMatchObject({ level: 'error', function: 'receive' });
});

test('a function that throws makes a 500 that tells nothing, and a line in the log', async () => {
  const inbound = () => {
    throw new Error('secret detail');
  };
  const { post, platform } = testPlatform({ scripts: { inbound } });
  const reply = await post();
  expect([reply.status, String(reply.body).includes('secret')]).toEqual([500, false]);
  expect(platform.logs.at(-1)?.text).toContain('secret detail');
});

test('unknown triggers, foreign methods and requests over 5 MB do not reach the app', async () => {
  let calls = 0;
  const { post } = testPlatform({ scripts: { inbound: () => ((calls += 1), ok) } });
  expect((await post({ url: 'https://site.example/webtrigger/other' })).status).toBe(404);
  expect((await post({ method: 'OPTIONS' })).status).toBe(405);
  expect((await post({ body: 'x'.repeat(5 * 1024 * 1024 + 1) })).status).toBe(413);
  expect((await post({ body: 'x'.repeat(5 * 1024 * 1024) })).status).toBe(200);
  expect(calls).toBe(1);
});

test('a function ends after 55 seconds, and knows how much time it has', async () => {
  let left = 0;
  const inbound: Script = async (sdk) => {
    left = sdk.getAppContext().invocationRemainingTimeInMillis();
    await new Promise(() => undefined);
  };
  const { post, agenda } = testPlatform({ scripts: { inbound } });
  const begin = agenda.now();
  expect((await post()).status).toBe(500);
  expect({ left, took: agenda.now() - begin }).toEqual({ left: 55_000, took: 55_000 });
});

test('the longest chain of round trips counts calls in flight together once', async () => {
  const { post, ledger } = testPlatform({
    scripts: {
      inbound: async ({ kvs }) => {
        await Promise.all([kvs.get('a'), kvs.getSecret('b'), kvs.get('c')]);
        await kvs.set('d', 1);
        await Promise.all([kvs.get('a'), kvs.get('d')]);
        return ok;
      },
    },
  });
  await post();
  expect(ledger.ack.roundTrips).toBe(3);
});

test('the address of a web trigger is the one the app asks for', async () => {
  const { call, platform } = testPlatform();
  const [url, urls] = (await call(async ({ webTrigger }) => [
    await webTrigger.getUrl('inbound'),
    await webTrigger.queryUrls(),
  ])) as [string, unknown];
  expect(url).toBe('https://site.example/webtrigger/inbound');
  expect(platform.webTriggerUrl('inbound')).toBe(url);
  expect(urls).toEqual([{ moduleKey: 'inbound', url }]);
  await expect(call(({ webTrigger }) => webTrigger.getUrl('nope'))).rejects.toThrow('web trigger URL');
});

test('as no user is there, asUser() fails in a web trigger', async () => {
  const inbound: Script = async ({ asUser, route }) => {
    await asUser().requestJira(route`/rest/api/3/myself`);
    return ok;
  };
  const { post, platform } = testPlatform({ scripts: { inbound }, manifest: withUserScope });
  expect((await post()).status).toBe(500);
  expect(platform.logs.some(({ text }) => text.includes('name an account'))).toBe(true);
});

const withUserScope = <Given extends object>(manifest: Given) => ({
  ...manifest,
  permissions: { scopes: ['read:jira-user'] },
});
