import { testPlatform } from './testPlatform';

test("a call of a screen runs the resolver with the platform's own context", async () => {
  const { call } = testPlatform();
  const request = (await call(async (_, seen) => seen, 'mia')) as {
    payload: unknown;
    context: Record<string, unknown>;
  };
  expect(request).toMatchObject({
    payload: {},
    context: {
      accountId: 'mia',
      cloudId: 'cloud-1',
      siteUrl: 'https://site.example',
      moduleKey: 'issue-tab',
      installContext: 'ari:cloud:jira::site/cloud-1',
      extension: { type: 'jira:issueActivity', issue: { id: '1' } },
    },
  });
});

test("a call rejects with the app's error, and with a sentence when the module has no resolver", async () => {
  const { call, platform } = testPlatform();
  await expect(call(async () => Promise.reject(new TypeError('no such thing')))).rejects.toThrow('no such thing');
  const request = { moduleKey: 'sweep', call: 'call', input: {}, accountId: 'ben', extension: {} };
  await expect(platform.invoke(request)).rejects.toThrow('no screen sweep');
});

test('payloads over 500 KB and answers over 5 MB are refused', async () => {
  const { platform, call } = testPlatform();
  const request = { moduleKey: 'issue-tab', call: 'call', accountId: 'ben', extension: {} };
  await expect(platform.invoke({ ...request, input: 'x'.repeat(500 * 1024) })).rejects.toThrow('500 KB');
  await expect(call(() => 'x'.repeat(5 * 1024 * 1024))).rejects.toThrow('5 MB');
});

test('a resolver ends after 25 seconds', async () => {
  const { call, agenda } = testPlatform();
  const begin = agenda.now();
  await expect(call(() => new Promise(() => undefined))).rejects.toThrow('timed out');
  expect(agenda.now() - begin).toBe(25_000);
});

test('console lines of the app are kept with their function, the newest 500', async () => {
  const { call, platform } = testPlatform();
  await call(({ own }) => {
    for (let line = 0; line < 510; line += 1) own.console.warn('line %d', line, { a: 1 });
  });
  expect(platform.logs).toHaveLength(500);
  expect(platform.logs.at(-1)).toMatchObject({ level: 'warn', function: 'resolve', text: 'line 509 { a: 1 }' });
});

test('module memory stays warm between invocations and is lost on a reload', async () => {
  const { call, platform } = testPlatform();
  const remember = () => call((sdk) => sdk.remember());
  const warm = [await remember(), await remember()];
  platform.reloadApp();
  expect([...warm, await remember()]).toEqual([1, 2, 1]);
});

test('one seed gives the same ids and the same chance', async () => {
  const draw = () =>
    testPlatform().call(({ crypto, own }) => [
      crypto.randomUUID(),
      crypto.randomBytes(4).toString('hex'),
      own.Math.random(),
    ]);
  expect(await draw()).toEqual(await draw());
});

test('timers left behind never fire, and calls after the end are never answered', async () => {
  const { call, agenda, platform } = testPlatform();
  const fired: string[] = [];
  await call(({ own, kvs }) => {
    own.setTimeout(() => fired.push('timer'), 10);
    void Promise.resolve()
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(() => kvs.set('late', 1))
      .then(() => fired.push('call'));
    return 'done';
  });
  await agenda.advanceTo(agenda.now() + 1_000);
  expect(fired).toEqual([]);
  expect(platform.logs.at(-1)?.text).toContain('after the function had ended');
});

test('an error thrown by a timer ends its own invocation, not the world', async () => {
  const { call } = testPlatform();
  const boom = () => {
    throw new Error('boom');
  };
  await expect(call(({ own }) => new Promise(() => own.setTimeout(boom, 10)))).rejects.toThrow('boom');
  expect(await call(() => 'alive')).toBe('alive');
});

test('a bundle that lacks a handler is refused at once', () => {
  const withGhost = (
    manifest: Parameters<NonNullable<NonNullable<Parameters<typeof testPlatform>[0]>['manifest']>>[0],
  ) => ({
    ...manifest,
    modules: { ...manifest.modules, function: [{ key: 'ghost', handler: 'index.ghost' }] },
  });
  expect(() => testPlatform({ manifest: withGhost })).toThrow('does not export the handler index.ghost');
});
