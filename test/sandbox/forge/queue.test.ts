import { type Script, type Sdk, testPlatform } from './testPlatform';

const push = (sdk: Sdk, body: Record<string, unknown> = { head: 'h' }, delayInSeconds = 0) =>
  new sdk.Queue({ key: 'effects' }).push({ body, delayInSeconds });
const errorName = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error as Error).constructor.name,
  );

test('an event reaches its consumer after its delay and the way of the queue', async () => {
  const seen: unknown[] = [];
  const { call, agenda } = testPlatform({
    scripts: { perform: (_, event: { body: unknown }) => void seen.push([agenda.now() - begin, event.body]) },
  });
  const begin = agenda.now();
  await call((sdk) => push(sdk, { head: 'h' }, 3));
  expect(agenda.waiting().some(({ what }) => what === 'event of the queue effects')).toBe(true);
  await agenda.advanceTo(begin + 10_000);
  expect(seen).toEqual([[3_100, { head: 'h' }]]);
});

test('an event comes again when the function asks for it, with the reason and the data', async () => {
  const tries: unknown[] = [];
  const perform: Script = (
    { InvocationError, InvocationErrorCode },
    event: { retryContext?: { retryCount: number; retryData: unknown } },
  ) => {
    tries.push([agenda.now() - begin, event.retryContext?.retryCount ?? 0, event.retryContext?.retryData ?? null]);
    if (tries.length > 1) return undefined;
    const retryReason = InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED;
    return new InvocationError({ retryAfter: 60, retryReason, retryData: { part: 2 } });
  };
  const { call, agenda } = testPlatform({ scripts: { perform } });
  const begin = agenda.now();
  await call((sdk) => push(sdk));
  await agenda.advanceTo(begin + 120_000);
  expect(tries).toEqual([
    [100, 0, null],
    [60_100, 1, { part: 2 }],
  ]);
});

test('an event that fails comes again, later each time, until a day is over', async () => {
  let tries = 0;
  const perform: Script = () => {
    tries += 1;
    throw new Error('always');
  };
  const { call, agenda, platform } = testPlatform({ scripts: { perform } });
  await call((sdk) => push(sdk));
  await agenda.advanceTo(agenda.now() + 60_000);
  expect(tries).toBe(4); // at once, after 5, 15 and 35 s
  await agenda.advanceTo(agenda.now() + 86_400_000);
  const afterADay = tries;
  await agenda.advanceTo(agenda.now() + 86_400_000);
  expect(tries).toBe(afterADay);
  expect(platform.logs.some(({ text }) => text.includes('is dropped'))).toBe(true);
});

test('an event whose process crashes comes again', async () => {
  const done: string[] = [];
  const perform: Script = async ({ kvs }) => {
    await kvs.get('k');
    done.push('done');
  };
  const { call, agenda, breaks } = testPlatform({ scripts: { perform } });
  await call((sdk) => push(sdk));
  breaks({ at: 'kvs.get', kind: 'crash-before', times: 1 });
  await agenda.advanceTo(agenda.now() + 20_000);
  expect(done).toEqual(['done']);
});

test('pushes are limited: 50 events, 200 KB, 100 KB an event for a long consumer, 500 a minute, 900 s', async () => {
  const { call, agenda } = testPlatform({ scripts: { perform: () => undefined } });
  const names = await call(async (sdk) => {
    const queue = new sdk.Queue({ key: 'effects' });
    const many = (count: number, size = 1) => Array.from({ length: count }, () => ({ body: { x: 'x'.repeat(size) } }));
    const early = [
      await errorName(queue.push(many(51))),
      await errorName(queue.push(many(3, 80_000))),
      await errorName(queue.push(many(1, 110_000))),
      await errorName(queue.push({ body: {}, delayInSeconds: 901 })),
      await errorName(new sdk.Queue({ key: 'unknown' }).push(many(1))),
    ];
    for (let pushed = 0; pushed < 500; pushed += 50) await queue.push(many(50));
    return [...early, await errorName(queue.push(many(1)))];
  });
  expect(names).toEqual([
    'TooManyEventsError',
    'PayloadTooBigError',
    'PayloadTooBigError',
    'InvalidPushSettingsError',
    'InternalServerError',
    'RateLimitError',
  ]);
  await agenda.advanceTo(agenda.now() + 60_000);
  expect(await call((sdk) => errorName(push(sdk)))).toBe('none');
});

test('a chain of pushes ends after a thousand', async () => {
  let refused = 0;
  let runs = 0;
  const perform: Script = async (sdk) => {
    runs += 1;
    await push(sdk).catch(() => (refused += 1));
  };
  const { call, agenda } = testPlatform({ scripts: { perform }, delays: { queueMs: 500 } });
  await call((sdk) => push(sdk));
  await agenda.advanceTo(agenda.now() + 3_600_000);
  expect({ runs, refused }).toEqual({ runs: 1_000, refused: 1 });
});

test('a partial fault takes in every second event and names the others', async () => {
  const bodies: unknown[] = [];
  const { call, agenda, breaks } = testPlatform({
    scripts: { perform: (_, event: { body: unknown }) => void bodies.push(event.body) },
  });
  breaks({ at: 'queue.push', kind: 'partial', times: 1 });
  const failed = await call(async (sdk) => {
    const events = [{ body: { n: 1 } }, { body: { n: 2 } }];
    return new sdk.Queue({ key: 'effects' })
      .push(events)
      .catch((error: unknown) => (error as { failedEvents: unknown[] }).failedEvents.length);
  });
  await agenda.advanceTo(agenda.now() + 1_000);
  expect([failed, bodies]).toEqual([1, [{ n: 2 }]]);
});

test('a concurrency key of limit 1 lets one event run at a time', async () => {
  let inside = 0;
  let most = 0;
  const perform: Script = async ({ own }) => {
    most = Math.max(most, (inside += 1));
    await new Promise<void>((resolve) => own.setTimeout(() => resolve(), 300));
    inside -= 1;
  };
  const { call, agenda } = testPlatform({ scripts: { perform } });
  await call((sdk) =>
    new sdk.Queue({ key: 'effects' }).push(
      [1, 2, 3].map((n) => ({ body: { n }, concurrency: { key: 'c', limit: 1 } })),
    ),
  );
  await agenda.advanceTo(agenda.now() + 60_000);
  expect(most).toBe(1);
});

test('an event may come twice', async () => {
  let runs = 0;
  const { call, agenda } = testPlatform({ scripts: { perform: () => void (runs += 1) }, delays: { duplicates: 1 } });
  await call((sdk) => push(sdk));
  await agenda.advanceTo(agenda.now() + 350);
  expect(runs).toBeGreaterThan(1);
});

test('a job tells how far it is, and what is cancelled does not run', async () => {
  let runs = 0;
  const { call, agenda } = testPlatform({ scripts: { perform: () => void (runs += 1) } });
  const stats = (jobId: string) => call((sdk) => new sdk.Queue({ key: 'effects' }).getJob(jobId).getStats());
  const first = (await call((sdk) => push(sdk))) as { jobId: string };
  expect(await stats(first.jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
  await agenda.advanceTo(agenda.now() + 1_000);
  expect(await stats(first.jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  const second = (await call((sdk) => push(sdk))) as { jobId: string };
  await call((sdk) => new sdk.Queue({ key: 'effects' }).getJob(second.jobId).cancel());
  await agenda.advanceTo(agenda.now() + 1_000);
  expect(runs).toBe(1);
});
