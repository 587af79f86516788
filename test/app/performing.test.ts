import { builtApp } from '../support/world';
import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

// Run alone, this file may have to build the app first.
beforeAll(builtApp, 180_000);

test('the property of a closed request says that it is closed', async () => {
  const { phone, agent, request } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');

  await agent('Ben').transitions('SUP-1', 'Resolve');

  expect((await request('SUP-1')).facts).toMatchObject({ state: 'closed', unread: 'yes' });
});

test('a message that came just before Done is still copied to the closed request', async () => {
  const { phone, agent, description, breaks, repairs, clock, settle } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  breaks({ at: 'jira.edit-issue', kind: '500', times: 3 });
  ana.send({ channel: 'whatsapp', text: 'It is out' });
  await clock.advance({ seconds: 2 });
  await agent('Ben').transitionsAtOnce('SUP-1', 'Resolve');
  repairs();
  await clock.advance({ minutes: 10 });
  await settle();

  expect(await description('SUP-1')).toBe('The printer is on fire\nIt is out');
});

test('a tab answer’s comment that its agent corrects is no new answer', async () => {
  const { phone, agent, commentsOf } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.answersInTab('SUP-1', 'On my wau');
  const [comment] = await commentsOf('SUP-1');

  await ben.editsComment('SUP-1', comment?.id ?? '', 'On my way');

  expect(ana.answers()).toEqual(['On my wau']);
});

test('while Jira’s budget is spent performers rest until its time', async () => {
  const { phone, breaks, requests, clock, world } = await sandboxWorld();
  breaks({ at: 'jira.*', kind: '429', times: 1, retryAfterSeconds: 300 });
  phone(ANA).send({ channel: 'whatsapp', text: 'The printer is on fire' });
  await clock.advance({ seconds: 10 });
  const since = world.agenda.now();
  phone(JONAS).send({ channel: 'whatsapp', text: 'Hello' });
  await clock.advance({ minutes: 2 });

  const performed = world.ledger.since(since).filter((one) => one.kind === 'invocation' && one.function === 'perform');
  expect(requests()).toEqual([]);
  expect(performed.length).toBeLessThanOrEqual(2);
  await clock.advance({ minutes: 10 });
  expect(requests()).toHaveLength(2);
});

test('while Jira’s budget is spent an answer still reaches the phone', async () => {
  const { phone, agent, breaks, publicComments, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  breaks({ at: 'jira.*', kind: '429', times: 1, retryAfterSeconds: 300 });
  ana.send({ channel: 'whatsapp', text: 'Hurry' });
  await clock.advance({ seconds: 10 });

  await agent('Ben').answersInTab('SUP-1', 'On my way');

  expect(ana.answers()).toEqual(['On my way']);
  await clock.advance({ minutes: 15 });
  expect(await publicComments('SUP-1')).toHaveLength(1);
});

test('a conversation at rest wakes nobody before its timers are due, however much was written', async () => {
  const { phone, agent, clock, world } = await sandboxWorld({
    rules: { windowClosing: { text: 'Write again.', minutesBefore: 60 } },
  });
  const ana = phone(ANA);
  for (const text of ['The printer is on fire', 'Hurry', 'It is out']) await ana.writes(text);
  await agent('Ben').answersInTab('SUP-1', 'On my way');
  await clock.advance({ minutes: 20 });
  const since = world.agenda.now();

  await clock.advance({ hours: 5 });

  const performed = world.ledger.since(since).filter((one) => one.kind === 'invocation' && one.function === 'perform');
  expect(performed).toEqual([]);
});

test('a head whose doorbell was refused is found by the sweep', async () => {
  const { phone, breaks, requests, clock } = await sandboxWorld();
  breaks({ at: 'queue.push', kind: 'refuse', times: 1 });
  phone(ANA).send({ channel: 'whatsapp', text: 'The printer is on fire' });
  await clock.advance({ seconds: 5 });
  expect(requests()).toEqual([]);

  await clock.advance({ minutes: 6 });

  expect(requests()).toEqual(['SUP-1']);
});

test('an edit of the description whose answer was lost is not made twice', async () => {
  const { phone, breaks, description, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  breaks({ at: 'jira.edit-issue', kind: 'timeout-after', times: 1 });
  ana.send({ channel: 'whatsapp', text: 'Hurry' });
  await clock.advance({ minutes: 5 });

  expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
});

test.each(['jira.comment', 'jira.edit-comment'])(
  'a customer’s comment whose answer was lost at %s is not made twice',
  async (at) => {
    const { phone, agent, breaks, publicComments, clock } = await sandboxWorld();
    const ana = phone(ANA);
    await ana.writes('The printer is on fire');
    await agent('Ben').comments('SUP-1', 'On my way');
    breaks({ at, kind: 'timeout-after', times: 1 });
    await ana.writes('Hurry');
    await ana.writes('Please');
    await clock.advance({ minutes: 5 });

    expect((await publicComments('SUP-1')).join('\n').split('\n')).toEqual(['On my way', 'Hurry', 'Please']);
  },
);

test.each([
  ['crash-before', [], 'unknown'],
  ['crash-after', ['On my way'], 'read'],
] as const)('a performer that dies at a send (%s) never sends twice', async (kind, answers, status) => {
  const { phone, agent, breaks, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind, times: 1 });
  await ben.answersInTab('SUP-1', 'On my way');
  await clock.advance({ minutes: 15 });

  expect(ana.answers()).toEqual(answers);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.find(({ side }) => side === 'business')?.delivery?.status).toBe(status);
});

test.each(['crash-before', 'crash-after'] as const)(
  'a web trigger that dies at its transaction (%s) loses and doubles nothing',
  async (kind) => {
    const { phone, breaks, clock, description, requests } = await sandboxWorld();
    breaks({ at: 'kvs.transact', kind, times: 1 });
    phone(ANA).send({ channel: 'whatsapp', text: 'The printer is on fire' });
    await clock.advance({ hours: 1 });

    expect(requests()).toEqual(['SUP-1']);
    expect(await description('SUP-1')).toBe('The printer is on fire');
  },
);

test('a customer who opted out gets nothing, not even the comment of the Resolve screen', async () => {
  const { phone, agent, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await ana.writes('STOP');

  await agent('Ben').transitions('SUP-1', 'Resolve', 'It is out');

  expect(ana.answers()).toEqual([]);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('opted out')]);
});

test('a request that took too many writes holds up its own copy and nobody else’s', async () => {
  const { phone, requests, description, clock, world } = await sandboxWorld();
  const [ana, jonas] = [phone(ANA), phone(JONAS)];
  await ana.writes('The printer is on fire');
  await jonas.writes('The door is stuck');
  const busy = Object.values(world.state.jira.issues).find(({ key }) => key === requests()[0]);
  world.state.jira.writes[busy?.id ?? ''] = Array.from({ length: 100 }, () => clock.now());
  ana.send({ channel: 'whatsapp', text: 'Hurry' });
  await clock.advance({ seconds: 5 });

  jonas.send({ channel: 'whatsapp', text: 'It squeaks, too' });
  await clock.advance({ seconds: 6 });

  expect(await description('SUP-2')).toContain('It squeaks, too');
  expect(await description('SUP-1')).not.toContain('Hurry');
  await clock.advance({ minutes: 2 });
  expect(await description('SUP-1')).toContain('Hurry');
});

test('while Jira’s budget runs low what a customer writes is in Jira at once all the same', async () => {
  const { phone, agent, clock, comments, world } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').answersInTab('SUP-1', 'On my way');
  world.state.jira.quota.used = 65_000 * 0.82;
  ana.send({ channel: 'whatsapp', text: 'Hurry' });
  await clock.advance({ seconds: 10 });

  ana.send({ channel: 'whatsapp', text: 'It spreads' });
  await clock.advance({ seconds: 10 });

  expect((await comments('SUP-1')).join()).toContain('It spreads');
});
