import { type Script, type Sdk, testPlatform } from './testPlatform';

const sign = ({ signRealtimeToken }: Sdk, claims = { issue: '1' }) =>
  signRealtimeToken('issue', claims, ['subscribe'] as never);

test('what is published globally is heard by those who subscribed, until they leave', async () => {
  const heard: unknown[] = [];
  const { call, platform } = testPlatform();
  const leave = platform.subscribe('issue', {}, (payload) => heard.push(payload));
  const publish: Script = ({ publishGlobal }) => publishGlobal('issue', { changed: '1' } as never);
  expect(await call(publish)).toMatchObject({ eventId: expect.any(String) as string });
  leave();
  expect(await call(publish)).toMatchObject({ eventId: null });
  expect(heard).toEqual([{ changed: '1' }]);
});

test('a subscriber with a token hears only what is published with the same claims', async () => {
  const heard: unknown[] = [];
  const { call, platform } = testPlatform();
  const { token } = (await call((sdk) => sign(sdk))) as { token: string };
  platform.subscribe('issue', { token }, (payload) => heard.push(payload));
  await call(async (sdk) => {
    await sdk.publishGlobal('issue', 'without');
    const publisher = await sdk.signRealtimeToken('issue', { issue: '1' }, ['publish'] as never);
    await sdk.publishGlobal('issue', 'with', { token: String(publisher.token) });
    const stranger = await sdk.signRealtimeToken('issue', { issue: '2' }, ['publish'] as never);
    await sdk.publishGlobal('issue', 'other', { token: String(stranger.token) });
  });
  expect(heard).toEqual(['with']);
  expect(platform.logs.some(({ text }) => text.includes('with other claims'))).toBe(true);
});

test('a token opens its own channel, for its own right, in its time, and cannot be forged', async () => {
  const { call, platform, agenda } = testPlatform();
  const { token } = (await call((sdk) => sign(sdk))) as { token: string };
  const subscribe = (channel: string, given: string) => () =>
    platform.subscribe(channel, { token: given }, () => undefined);
  expect(subscribe('other', token)).toThrow('CHANNEL_NAME_MISMATCH');
  expect(subscribe('issue', `${token.slice(0, -3)}abc`)).toThrow('INVALID_TOKEN');
  expect(await call(({ publishGlobal }) => publishGlobal('issue', 1 as never, { token }))).toMatchObject({
    errors: [{ message: expect.stringContaining('MISSING_PERMISSION') as string }],
  });
  await agenda.advanceTo(agenda.now() + 3_600_000);
  expect(subscribe('issue', token)).toThrow('TOKEN_EXPIRED');
});

test('a channel of a place cannot be reached from a web trigger', async () => {
  let answer: unknown;
  const inbound: Script = async ({ publish }) => {
    answer = await publish('issue', 1 as never);
    return { statusCode: 200 };
  };
  await testPlatform({ scripts: { inbound } }).post();
  expect(answer).toMatchObject({ eventId: null, errors: [{ message: expect.any(String) as string }] });
});

test('a refused publish is told in the answer and never thrown', async () => {
  const { call, breaks } = testPlatform();
  breaks({ at: 'realtime.publish', kind: '429', times: 1 });
  expect(await call(({ publishGlobal }) => publishGlobal('issue', 1 as never))).toMatchObject({
    errors: [{ message: 'RATE_LIMIT_EXCEEDED', status: 429 }],
  });
});
