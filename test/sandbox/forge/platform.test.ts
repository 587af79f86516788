import { testPlatform } from './testPlatform';

test('a function runs with the real SDKs and its answer comes back as JSON', async () => {
  const { call } = testPlatform();
  const answer = await call(async (sdk) => {
    await sdk.kvs.set('settings:10', { autoReply: 'Hello' });
    return { read: await sdk.kvs.get('settings:10'), at: new sdk.own.Date(), nothing: undefined };
  });
  expect(answer).toEqual({ read: { autoReply: 'Hello' }, at: '2026-11-20T09:00:00.000Z' });
});
