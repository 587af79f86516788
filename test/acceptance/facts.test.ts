import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

test('unread requests are found by JQL, and only they', async () => {
  const { phone, agent, found, clock } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  await phone(JONAS).texts('Where is my parcel?');

  await agent('Ben').answersInTab('SUP-1', 'Help is on its way');
  await clock.advance({ minutes: 1 });

  expect(await found('issue.property[omnichat].unread = "yes"')).toEqual(['SUP-2']);
  expect(await found('omniUnread = "yes"')).toEqual(['SUP-2']);
});

test('the facts say channel, state and whom the conversation waits for', async () => {
  const { phone, agent, request } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');

  const waiting = (await request('SUP-1')).facts;
  await agent('Ben').answersInTab('SUP-1', 'Help is on its way');
  const answered = (await request('SUP-1')).facts;

  expect(waiting).toMatchObject({ channel: 'whatsapp', state: 'active', waitingOn: 'agent', unread: 'yes' });
  expect(answered).toMatchObject({ channel: 'whatsapp', state: 'active', waitingOn: 'customer', unread: 'no' });
  expect(String(waiting.windowEnds)).toMatch(/^2026-11-17T/);
});

test('requests are found by channel, by state and by the end of their window', async () => {
  const { phone, agent, found } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  await phone(JONAS).texts('Where is my parcel?');
  await agent('Ben').transitions('SUP-2', 'Resolve');

  expect(await found('issue.property[omnichat].channel = "sms"')).toEqual(['SUP-2']);
  expect(await found('omniState = "closed"')).toEqual(['SUP-2']);
  expect(await found('omniWindowEnds < "2026-11-18"')).toEqual(['SUP-1']);
});

test('the facts hold no personal data', async () => {
  const { phone, request } = await sandboxWorld();

  await phone(ANA).writes('My name is Ana Horvat');

  const facts = JSON.stringify((await request('SUP-1')).facts);
  for (const personal of ['385991903327', 'Ana', 'Horvat', 'name is']) expect(facts).not.toContain(personal);
});
