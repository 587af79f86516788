import { ANA, sandboxWorld } from '../support/worldSteps';

const NEW_PHONE = '+385991111111';

test('a customer first known by a user id alone is the same one when the phone number shows', async () => {
  const { phone, agent, requests, description } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('My router is down', { identity: 'user-id' });

  await ana.writes('Are you there?', { identity: 'both' });
  await ana.writes('It is urgent');
  await agent('Ben').answersInTab('SUP-1', 'On my way');

  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('My router is down\nAre you there?\nIt is urgent');
  expect(ana.answers()).toEqual(['On my way']);
});

test('a customer with a new phone goes on in the same request, and the answer reaches the new phone', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  await phone(ANA).writes('My router is down');
  await phone(ANA).sends({ channel: 'whatsapp', newPhone: NEW_PHONE });

  await phone(NEW_PHONE).writes('This is my number now');
  await agent('Ben').answersInTab('SUP-1', 'Noted');

  expect(requests()).toEqual(['SUP-1']);
  expect(phone(NEW_PHONE).answers()).toEqual(['Noted']);
  expect(phone(ANA).answers()).toEqual([]);
});

test('a stranger who got the number is a new customer: nothing of the former owner is shown or sent to them', async () => {
  const { phone, agent, requests, description, world } = await sandboxWorld();
  await phone(ANA).writes('My router is down', { identity: 'both', name: 'Ana Horvat' });
  const userIds = world.state.carriers.meta?.userIds ?? {};
  userIds[ANA] = 'HR.999999999999999999';

  await phone(ANA).writes('Do you repair phones?', { identity: 'both', name: 'Luka Babić' });
  await agent('Ben').answersInTab('SUP-2', 'We do');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await description('SUP-2')).toBe('Do you repair phones?');
  expect(world.jira.issue('SUP-2')?.reporter).not.toBe(world.jira.issue('SUP-1')?.reporter);
  const late = await agent('Ben').answersInTab('SUP-1', 'Your router, Ana');
  expect(late).toMatchObject({ output: { status: 'failed', reason: 'conversation-closed' } });
  expect(await agent('Ben').invokes('reopenConversation', {}, 'SUP-1')).toMatchObject({
    error: { code: 'other-owner' },
  });
  expect(await agent('Ben').invokes('blockContact', {}, 'SUP-1')).toMatchObject({ error: { code: 'other-owner' } });
  expect((await agent('Ben').opensTab('SUP-1')).actions).not.toContain('blockContact');
  expect(phone(ANA).answers()).toEqual(['We do']);
});

test('a phone that its owner left, as WhatsApp told, is a stranger’s: each goes on in a request of their own', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  await phone(ANA).writes('My router is down', { identity: 'both', name: 'Ana Horvat' });
  await phone(ANA).sends({ channel: 'whatsapp', newPhone: NEW_PHONE });

  await phone(ANA).writes('Do you repair phones?', { identity: 'both', name: 'Luka Babić' });
  await phone(NEW_PHONE).writes('Still down', { identity: 'both' });
  await phone(ANA).writes('Mine is broken', { identity: 'both' });
  await agent('Ben').answersInTab('SUP-1', 'Your router, Ana');
  await agent('Ben').answersInTab('SUP-2', 'We do');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(phone(NEW_PHONE).answers()).toEqual(['Your router, Ana']);
  expect(phone(ANA).answers()).toEqual(['We do']);
});

test('who was two customers, one by phone and one by user id, is reached by both requests after a change of phone', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  await phone(ANA).writes('My router is down');
  await phone(ANA).writes('Are you there?', { identity: 'user-id' });
  await phone(ANA).sends({ channel: 'whatsapp', newPhone: NEW_PHONE });
  await phone(NEW_PHONE).writes('This is my number now', { identity: 'both' });

  await agent('Ben').answersInTab('SUP-1', 'On my way');
  await agent('Ben').answersInTab('SUP-2', 'I am');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(phone(NEW_PHONE).answers()).toEqual(['On my way', 'I am']);
  expect(phone(ANA).answers()).toEqual([]);
});

test('a change of phone of somebody known by phone alone names a user id nobody knew: they go on in the same request', async () => {
  const { phone, agent, requests, world } = await sandboxWorld();
  await phone(ANA).writes('My router is down');
  Object.assign(world.state.carriers.meta?.userIds ?? {}, { [ANA]: 'HR.111111111111111111' });
  await phone(ANA).sends({ channel: 'whatsapp', newPhone: NEW_PHONE });

  await phone(NEW_PHONE).writes('This is my number now', { identity: 'both' });
  await agent('Ben').answersInTab('SUP-1', 'Noted');

  expect(requests()).toEqual(['SUP-1']);
  expect(phone(NEW_PHONE).answers()).toEqual(['Noted']);
});

test('answers that wait for the provider reach no stranger: they are not sent, and sent again go to the new phone', async () => {
  const { phone, agent, breaks, settle, clock, notes } = await sandboxWorld();
  const ben = agent('Ben');
  await phone(ANA).writes('My router is down');
  breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 300 });
  for (const text of ['Come by', 'Bring the router', 'At five']) await ben.comments('SUP-1', text);
  await phone(ANA).sends({ channel: 'whatsapp', newPhone: NEW_PHONE });
  await clock.advance({ minutes: 10 });

  const { messages } = await ben.opensTab('SUP-1');
  const left = messages.filter(({ delivery }) => delivery?.reason === 'address-left');
  expect(left.map(({ body }) => body.text)).toEqual(['Come by', 'Bring the router', 'At five']);
  const told = `Not delivered to ${ANA} on WhatsApp: the customer has another phone or WhatsApp account by now. Send it again to reach them there.`;
  expect(await notes('SUP-1')).toEqual([told, told, told]);
  await phone(NEW_PHONE).writes('This is my number now');
  for (const { key } of left) await ben.invokes('resendMessage', { draftId: ben.nextDraft(), message: key }, 'SUP-1');
  await settle();
  expect(phone(ANA).answers()).toEqual([]);
  expect(phone(NEW_PHONE).answers()).toEqual(['Come by', 'Bring the router', 'At five']);
});
