import { START, testPlatform } from './testPlatform';

test('the app’s clock may be ahead of the world’s, or behind', async () => {
  for (const clockMs of [90_000, -20_000]) {
    const { call } = testPlatform({ delays: { clockMs } });
    const told = await call(({ own }) => [own.Date.now(), new own.Date().getTime()]);
    expect(told).toEqual([START + clockMs, START + clockMs]);
  }
});

test('a product event may be lost on its way', async () => {
  const seen: unknown[] = [];
  const scripts = { onEvent: () => void seen.push('event') };
  const { platform, agenda } = testPlatform({ scripts, delays: { lost: 1 } });
  platform.emit({ eventType: 'avi:jira:created:issue', selfGenerated: false, issue: { id: '10001' } });
  await agenda.advanceTo(agenda.now() + 5_000);
  expect(seen).toEqual([]);
  expect(platform.logs).toContainEqual(
    expect.objectContaining({ text: 'avi:jira:created:issue of issue 10001 was lost' }),
  );
});

test('queue events may arrive in another order than they were pushed', async () => {
  const seen: number[] = [];
  const scripts = { perform: (_: unknown, event: { body: { n: number } }) => void seen.push(event.body.n) };
  const { call, agenda } = testPlatform({ scripts, delays: { queueJitterMs: 60_000 } });
  const pushed = [1, 2, 3, 4, 5, 6, 7, 8];
  await call(async (sdk) => {
    const queue = new sdk.Queue({ key: 'effects' });
    for (const n of pushed) await queue.push({ body: { n } });
  });
  await agenda.advanceTo(agenda.now() + 61_000);
  expect(seen.toSorted((one, other) => one - other)).toEqual(pushed);
  expect(seen).not.toEqual(pushed);
});

test('a slow answer comes 20 seconds late, and what it answers was done at once', async () => {
  const { call, breaks, state, agenda } = testPlatform();
  breaks({ at: 'kvs.set', kind: 'slow', times: 1 });
  await call(async ({ kvs }) => kvs.set('a', 1));
  expect(agenda.now()).toBe(START + 20_000);
  expect(state.kvs.plain.a?.at(-1)).toMatchObject({ at: START, record: { value: 1 } });
});

test('a slow answer may come as late as it is told to', async () => {
  const { call, breaks, agenda } = testPlatform();
  breaks({ at: 'kvs.set', kind: 'slow', times: 1, lateSeconds: 8 });
  await call(async ({ kvs }) => kvs.set('a', 1));
  expect(agenda.now()).toBe(START + 8_000);
});
