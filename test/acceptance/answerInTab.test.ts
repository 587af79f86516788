import { ANA, sandboxWorld } from '../support/worldSteps';

test('S1-01 S1-09 an answer in the tab reaches the phone and stands in Jira as the agent’s public comment', async () => {
  const { phone, agent, commentsOf } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  const answer = await agent('Ben').answersInTab('SUP-1', 'Help is on its way');

  expect(answer).toMatchObject({ ok: true });
  expect(ana.screen()).toEqual(['The printer is on fire', 'Help is on its way']);
  expect(await commentsOf('SUP-1')).toMatchObject([
    { author: 'Ben Fischer', public: true, text: 'Help is on its way' },
  ]);
});

test('the delivery state in the tab follows the customer’s phone up to read', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  const ben = agent('Ben');

  await ben.answersInTab('SUP-1', 'Help is on its way');
  await clock.advance({ minutes: 10 });

  const { messages } = await ben.opensTab('SUP-1');
  expect(messages[1]).toMatchObject({ side: 'business', delivery: { status: 'read' } });
});

test('the same draft sent twice is one message and one comment', async () => {
  const { phone, agent, comments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  const draft = ben.nextDraft();

  const [first, second] = [
    await ben.answersInTab('SUP-1', 'Help is on its way', draft),
    await ben.answersInTab('SUP-1', 'Help is on its way', draft),
  ];

  expect(second).toMatchObject({
    ok: true,
    output: { message: (first as { output: { message: string } }).output.message },
  });
  expect(ana.answers()).toEqual(['Help is on its way']);
  expect(await comments('SUP-1')).toEqual(['Help is on its way']);
});

test('the comment of a tab answer is not sent a second time', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ben').answersInTab('SUP-1', 'Help is on its way');
  await clock.advance({ hours: 2 });

  expect(ana.answers()).toEqual(['Help is on its way']);
});

test('a customer cannot use the tab', async () => {
  const { phone, agent, world } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  const customer = world.jira.people().find((person) => person.role === 'customer')!;

  const view = await world.invoke({
    as: customer.accountId,
    module: 'issue-tab',
    issueKey: 'SUP-1',
    call: 'viewConversation',
  });
  const sent = await world.invoke({
    as: customer.accountId,
    module: 'issue-tab',
    issueKey: 'SUP-1',
    call: 'sendMessage',
    input: { draftId: agent('Ben').nextDraft(), text: 'Let me in' },
  });

  expect([view, sent]).toMatchObject([
    { ok: false, error: { code: 'not-allowed' } },
    { ok: false, error: { code: 'not-allowed' } },
  ]);
});

test('an agent cannot change project settings', async () => {
  const { agent } = await sandboxWorld();

  const answer = await agent('Ben').invokes('saveRules', { rules: { autoReply: 'Hello' } });

  expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test('opening the tab marks the conversation as seen', async () => {
  const { phone, agent, settle } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  const ben = agent('Ben');
  expect((await ben.opensTab('SUP-1')).unread).toBe(true);

  await ben.invokes('markSeen', {}, 'SUP-1');
  await settle();

  expect((await ben.opensTab('SUP-1')).unread).toBe(false);
});
