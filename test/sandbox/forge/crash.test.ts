import { refusalOf, type Script, testPlatform } from './testPlatform';

const story: Script = async ({ kvs, remember }) => {
  remember();
  await kvs.set('a', 1);
  await Promise.all([kvs.set('b', 1), kvs.set('c', 1)]);
  return 'done';
};
const stored = ({ state }: { state: { kvs: { plain: object } } }) => Object.keys(state.kvs.plain);

test('a crash before a call leaves it undone, a crash after it leaves it done', async () => {
  for (const [kind, left] of [
    ['crash-before', []],
    ['crash-after', ['a']],
  ] as const) {
    const world = testPlatform();
    world.breaks({ at: 'kvs.set', kind, times: 1 });
    await expect(world.call(story)).rejects.toThrow('crashed');
    expect(stored(world)).toEqual(left);
  }
});

test('a crash loses module memory and the run that crashed, nothing else', async () => {
  const world = testPlatform();
  await world.call(story);
  world.breaks({ at: 'kvs.set', kind: 'crash-before', times: 1 });
  await expect(world.call(story)).rejects.toThrow('crashed');
  expect(await world.call(({ remember }) => remember())).toBe(1);
  expect(world.agenda.running).toBe(0);
});

test('a story can be crashed at each of its awaits, before and after', async () => {
  const clean = testPlatform();
  await clean.call(story);
  expect(clean.platform.callsMade).toBe(3);
  for (let skip = 0; skip < 3; skip += 1) {
    for (const kind of ['crash-before', 'crash-after'] as const) {
      const world = testPlatform();
      world.breaks({ at: '*', kind, times: 1, skip });
      await expect(world.call(story)).rejects.toThrow('crashed');
      expect(stored(world).length).toBeLessThanOrEqual(3);
      expect(await world.call(story)).toBe('done');
    }
  }
});

test('a web trigger that crashes answers 500', async () => {
  const world = testPlatform({ scripts: { inbound: story } });
  world.breaks({ at: 'kvs.set', kind: 'crash-after', times: 1 });
  expect((await world.post()).status).toBe(500);
});

test('a store that does not answer holds the function until its limit, done or not', async () => {
  for (const [kind, left] of [
    ['timeout-before', []],
    ['timeout-after', ['a']],
  ] as const) {
    const world = testPlatform();
    const begin = world.agenda.now();
    world.breaks({ at: 'kvs.set', kind, times: 1 });
    await expect(world.call(story)).rejects.toThrow('timed out');
    expect([stored(world), world.agenda.now() - begin]).toEqual([left, 25_000]);
  }
});

test.each([
  ['429', { code: 'RATE_LIMIT_EXCEEDED', status: 429 }],
  ['500', { code: 'INTERNAL_SERVER_ERROR', status: 500 }],
  ['refuse', { code: 'REFUSED', status: 400 }],
] as const)('the store answers the fault %s without an effect', async (kind, refused) => {
  const world = testPlatform();
  world.breaks({ at: 'kvs.transact', kind, times: 1 });
  expect(await world.call(({ kvs }) => refusalOf(kvs.transact().set('k', 1).execute()))).toEqual(refused);
  expect(stored(world)).toEqual([]);
});

test('a transaction may be written although its answer is an error', async () => {
  const world = testPlatform();
  world.breaks({ at: 'kvs.transact', kind: 'partial', times: 1 });
  expect(await world.call(({ kvs }) => refusalOf(kvs.transact().set('k', 1).execute()))).toMatchObject({ status: 500 });
  expect(stored(world)).toEqual(['k']);
});

test('fifty invocations at once keep their own runtime', async () => {
  const world = testPlatform({
    scripts: {
      inbound: async ({ kvs, getAppContext }, request: { body: string }) => {
        const before = getAppContext().invocationId;
        await kvs.set(`k${request.body}`, request.body);
        const value = await kvs.get(`k${request.body}`);
        return { statusCode: 200, body: `${String(value)} ${before === getAppContext().invocationId}` };
      },
    },
  });
  const bodies = Array.from({ length: 50 }, (_, index) => String(index));
  const replies = await Promise.all(
    bodies.map((body) =>
      world.platform.webTrigger({ method: 'POST', url: world.platform.webTriggerUrl('inbound'), headers: {}, body }),
    ),
  );
  expect(replies.map(({ body }) => body)).toEqual(bodies.map((body) => `${body} true`));
});
