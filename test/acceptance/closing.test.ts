import { messagebirdWhatsApp } from '../support/world';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** The default preset tells of Done once. */
const NOTICE = 'Your request SUP-1 is now Resolved.';

test('a resolved request closes its conversation', async () => {
  const { phone, agent, comments, request } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  const ben = agent('Ben');

  await ben.transitions('SUP-1', 'Resolve');

  expect(await ben.opensTab('SUP-1')).toMatchObject({
    state: 'closed',
    composer: { blocked: { code: 'conversation-closed' } },
  });
  await ben.answersInTab('SUP-1', 'Too late');
  expect(phone(ANA).answers()).toEqual(['Your request SUP-1 is now Resolved.']);
  expect([await comments('SUP-1'), (await request('SUP-1')).status]).toEqual([[], 'Resolved']);
});

test.each([
  ['the comment’s event comes first', true],
  ['the status’s event comes first', false],
])('the comment of the Resolve screen reaches the phone when %s', async (_, commentEventFirst) => {
  const { phone, agent, world, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  world.state.jira.switches.commentEventFirst = commentEventFirst;

  await agent('Ben').transitions('SUP-1', 'Resolve', 'It is out');

  expect(ana.answers()).toEqual(['It is out', NOTICE]);
  expect(await notes('SUP-1')).toEqual([]);
  expect((await agent('Ben').opensTab('SUP-1')).state).toBe('closed');
});

test('a comment written just before the transition is sent although its event comes later', async () => {
  const { phone, agent, world, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  world.state.switches.weather = { productEventMs: [180_000, 180_000] };
  await ben.commentsAtOnce('SUP-1', 'It is out');
  world.state.switches.weather = { productEventMs: [1_000, 1_000] };
  await ben.transitionsAtOnce('SUP-1', 'Resolve');
  await clock.advance({ minutes: 10 });

  expect(ana.answers()).toEqual([NOTICE, 'It is out']);
});

test('X8 a comment before a closing status that is no Done is sent, although both are in one category and it is told later', async () => {
  const { phone, agent, world, clock, notes } = await sandboxWorld({
    rules: {
      closeOn: 'statuses',
      closeStatuses: ['Waiting for customer'],
      statusNotices: [],
      whenCustomerWrites: '',
    },
  });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ minutes: 5 });
  const ben = agent('Ben');
  await ben.commentsAtOnce('SUP-1', 'Have you tried water?');
  world.state.switches.weather = { productEventMs: [20_000, 20_000] };
  await ben.transitionsAtOnce('SUP-1', 'Respond to customer');
  await clock.advance({ minutes: 5 });

  expect(ana.answers()).toEqual(['Have you tried water?']);
  expect(await notes('SUP-1')).toEqual([]);
  expect((await ben.opensTab('SUP-1')).state).toBe('closed');
});

test('X7 a message after a Done that is told late opens a new request although a rule of ours or a late comment spoke after it', async () => {
  const businessHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '10:00', holidays: [] };
  const outOfHours = 'We are back tomorrow.';
  const { phone, agent, world, clock, requests, description } = await sandboxWorld({
    rules: { outOfHours, businessHours },
  });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.answersInTab('SUP-1', 'It is out');
  await clock.advance({ hours: 25 });
  await ana.writes('Is it?');
  world.state.switches.weather = { productEventMs: [150_000, 150_000] };
  await ben.transitionsAtOnce('SUP-1', 'Resolve');
  await clock.advance({ seconds: 20 });
  ana.send({ channel: 'whatsapp', text: 'It burns again, help!' });
  await clock.advance({ seconds: 20 });
  world.state.switches.weather = { productEventMs: [1_000, 1_000] };
  await ben.commentsAtOnce('SUP-1', 'Coming');
  await clock.advance({ minutes: 20 });

  expect(ana.answers()).not.toContain('Coming');
  expect(requests()).toHaveLength(2);
  expect(await description('SUP-2')).toContain('It burns again, help!');
});

test('S0-20 S2-33 a public comment after the request is done is marked not delivered', async () => {
  const { phone, agent, clock, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.transitions('SUP-1', 'Resolve');
  await clock.advance({ minutes: 5 });

  await ben.comments('SUP-1', 'One more thing');

  expect(ana.answers()).toEqual([NOTICE]);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining(`Not delivered to ${ANA} on WhatsApp: `)]);
});

test('S0-21 S2-35 a message after closing opens a new linked request', async () => {
  const { phone, agent, request, requests } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').transitions('SUP-1', 'Resolve');

  await ana.writes('It burns again');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await request('SUP-2')).toMatchObject({ description: 'It burns again', links: ['SUP-1'] });
  expect((await request('SUP-1')).description).toBe('The printer is on fire');
  await agent('Ben').answersInTab('SUP-2', 'On my way');
  expect(ana.answers()).toEqual(['Your request SUP-1 is now Resolved.', 'On my way']);
});

test('a request moved out of Done takes its conversation up again', async () => {
  const { phone, agent, requests, publicComments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.transitions('SUP-1', 'Resolve');

  await ben.transitions('SUP-1', 'Back to in progress');
  await ben.comments('SUP-1', 'We look again');
  await ana.writes('Thank you');

  expect(requests()).toEqual(['SUP-1']);
  expect(ana.answers()).toEqual([NOTICE, 'We look again']);
  expect(await publicComments('SUP-1')).toEqual(['We look again', 'Thank you']);
});

test('a reopened request stays aside while the customer has another active one', async () => {
  const { phone, agent, requests, description } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('Now the coffee machine');

  await ben.transitions('SUP-1', 'Back to in progress');
  await ana.writes('It smokes');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await description('SUP-2')).toBe('Now the coffee machine\nIt smokes');
  expect((await ben.opensTab('SUP-1')).state).not.toBe('active');
});

test('a reaction to a closed conversation is a row of it and opens nothing', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  const ana = phone(ANA);
  const message = await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.transitions('SUP-1', 'Resolve');

  await ana.sends({ channel: 'whatsapp', reaction: { target: message, emoji: '🙏' } });

  expect(requests()).toEqual(['SUP-1']);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.map(({ author, body }) => [author.kind, body.kind])).toEqual([
    ['customer', 'text'],
    ['notice', 'text'],
    ['customer', 'reaction'],
  ]);
});

test('a message that arrives while the request is being closed is not lost', async () => {
  const { phone, agent, world, requests, description, settle } = await sandboxWorld();
  const ana = phone(ANA);
  const ben = agent('Ben');
  await ana.writes('The printer is on fire');
  world.state.switches.realisticDelays = true;

  await ben.transitionsAtOnce('SUP-1', 'Resolve');
  ana.send({ channel: 'whatsapp', text: 'Wait, it burns again' });
  await world.advance(300_000);
  await settle();

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await description('SUP-2')).toBe('Wait, it burns again');
  const moved = (await ben.opensTab('SUP-1')).messages.filter(({ movedTo }) => movedTo);
  expect(moved).toEqual([expect.objectContaining({ movedTo: { issueKey: 'SUP-2' } })]);
});

test('a deleted request ends its conversation, and the next message opens a new one', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ada').deletes('SUP-1');
  await ana.writes('Hello?');

  expect(requests()).toEqual(['SUP-2']);
});

test('S0-19 a conversation that is archived in the provider’s inbox is closed, and the next message opens a linked request', async () => {
  const { world, phone, agent, settle, requests, request } = await sandboxWorld({ numbers: [messagebirdWhatsApp()] });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  world.carriers.get('messagebird')?.closesConversation?.({ from: messagebirdWhatsApp().number, to: ANA });
  await settle();
  const ben = agent('Ben');
  expect(await ben.opensTab('SUP-1')).toMatchObject({ state: 'closed', closed: { source: 'provider' } });
  await ana.writes('It burns again');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect((await request('SUP-2')).links).toEqual(['SUP-1']);
});
