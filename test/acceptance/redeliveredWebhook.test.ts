import { metaBody, metaText, webhooksOf } from '../support/webhooks';
import { ANA, sandboxWorld } from '../support/worldSteps';

const digits = ANA.slice(1);

test('a redelivered webhook raises no second request and no second message', async () => {
  const { world, clock, settle, requests, description } = await sandboxWorld();
  const { meta, receiver } = await webhooksOf(world);
  const message = metaText(digits, 'A', { text: 'The printer is on fire', atMs: clock.now() });
  const body = metaBody({ receiver: receiver('meta'), from: digits, messages: [message] });

  const statuses = [await meta(body), await meta(body)].map(({ status }) => status);
  await settle();
  await clock.advance({ days: 6 });
  statuses.push((await meta(body)).status);
  await settle();

  expect(statuses).toEqual([200, 200, 200]);
  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('The printer is on fire');
});

test('a repeat whose own record was read before it was written is known by the head, and is not logged as left out', async () => {
  const { world, clock, settle, requests, agent } = await sandboxWorld();
  const { meta, receiver } = await webhooksOf(world);
  const message = metaText(digits, 'A', { text: 'The printer is on fire', atMs: clock.now() });
  const body = metaBody({ receiver: receiver('meta'), from: digits, messages: [message] });
  await meta(body);
  await settle();
  const { plain } = world.state.platform.kvs;
  const records = Object.keys(plain).filter((key) => key.startsWith('origin:'));
  expect(records.map((key) => Reflect.deleteProperty(plain, key))).toEqual([true]);

  expect((await meta(body)).status).toBe(200);
  await settle();

  expect(requests()).toEqual(['SUP-1']);
  expect((await agent('Ben').opensTab('SUP-1')).messages).toHaveLength(1);
  expect(world.platform.logs.filter(({ text }) => text.includes('events left out'))).toEqual([]);
});

test('twenty first messages of a new customer at once, each delivered three times, are one request with all of them in order', async () => {
  const { world, clock, settle, requests, description, agent } = await sandboxWorld();
  const { meta, receiver } = await webhooksOf(world);
  const texts = Array.from({ length: 20 }, (_, index) => `Message ${index + 1}`);
  const bodies = texts.map((text, index) => {
    const message = metaText(digits, `M${index}`, { text, atMs: clock.now() - (20 - index) * 1_000 });
    return metaBody({ receiver: receiver('meta'), from: digits, messages: [message] });
  });

  let waiting = [...bodies, ...bodies, ...bodies];
  for (let round = 0; waiting.length > 0 && round < 10; round += 1) {
    const replies = await Promise.all(waiting.map(async (body) => ({ body, status: (await meta(body)).status })));
    // What was not answered 200 comes again, as Meta does it.
    waiting = replies.filter(({ status }) => status !== 200).map(({ body }) => body);
  }
  await settle();

  expect(requests()).toEqual(['SUP-1']);
  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ body }) => body.text)).toEqual(texts);
  expect(await description('SUP-1')).toBe(texts.join('\n'));
});

test('a forged webhook is refused and nothing happens', async () => {
  const { world, clock, settle, requests } = await sandboxWorld();
  const { meta, twilio, receiver } = await webhooksOf(world);
  const message = metaText(digits, 'A', { text: 'Let me in', atMs: clock.now() });

  const forged = [
    await meta(metaBody({ receiver: receiver('meta'), from: digits, messages: [message] }), 'not the secret'),
    await twilio({ MessageSid: 'SM1', From: ANA, To: '+385951006719', Body: 'Let me in' }, 'not the token'),
  ];
  await settle();

  expect(forged.map(({ status }) => status)).toEqual([401, 401]);
  expect(requests()).toEqual([]);
});

test('a web trigger address nobody was given is refused', async () => {
  const { world } = await sandboxWorld();
  const { numbers } = await world.describe();
  const url = numbers[0]!.webhookUrl.replace(/[^/]+$/, 'another-token');

  const reply = await world.drive(() => world.platform.webTrigger({ method: 'POST', url, headers: {}, body: '{}' }));

  expect([401, 404]).toContain(reply.status);
});
