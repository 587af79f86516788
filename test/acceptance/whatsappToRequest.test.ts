import { ANA, sandboxWorld } from '../support/worldSteps';

test('S0-03 S2-01 a first WhatsApp message becomes a request of the number’s request type with the customer as reporter', async () => {
  const { phone, request, requests } = await sandboxWorld();

  await phone(ANA).writes('The printer is on fire');

  expect(requests()).toEqual(['SUP-1']);
  expect(await request('SUP-1')).toMatchObject({
    summary: 'WhatsApp request from 385991903327',
    description: 'The printer is on fire',
    requestType: 'WhatsApp',
    reporter: { name: '385991903327', type: 'customer' },
  });
});

test('X17 the project’s own summary is that of the next request', async () => {
  const { phone, agent, request } = await sandboxWorld({ rules: { summary: '{text} ({channel}, …{last4})' } });

  await phone(ANA).writes('The printer\nis on fire');

  expect(await request('SUP-1')).toMatchObject({ summary: 'The printer is on fire (WhatsApp, …3327)' });
  await agent('Ben').answersInTab('SUP-1', 'On my way');
  expect(phone(ANA).screen()).toEqual(['The printer\nis on fire', 'On my way']);
});

test('the tab shows the message with its author, channel and time', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const writtenAt = clock.now();

  await phone(ANA).writes('The printer is on fire');

  const view = await agent('Ben').opensTab('SUP-1');
  expect(view).toMatchObject({ state: 'active', channel: 'whatsapp', contact: { address: ANA }, unread: true });
  expect(view.messages).toHaveLength(1);
  expect(view.messages[0]).toMatchObject({
    side: 'customer',
    author: { kind: 'customer', name: 'Ana Horvat' },
    channel: 'whatsapp',
    body: { kind: 'text', text: 'The printer is on fire' },
  });
  expect(Math.abs(Date.parse(view.messages[0]!.at) - writtenAt)).toBeLessThan(2_000);
});

test('a photo is a row with its kind and its caption', async () => {
  const { phone, agent, description } = await sandboxWorld();

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image', caption: 'This is the printer' } });

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages).toMatchObject([{ body: { kind: 'image', text: 'This is the printer' } }]);
  expect(await description('SUP-1')).toContain('This is the printer');
});

test('a voice note without words is a row of its own kind', async () => {
  const { phone, agent } = await sandboxWorld();

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'voice' } });

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ body }) => body.kind)).toEqual(['voice']);
});

test('a customer without a phone number is named by the profile and gets the answer', async () => {
  const { phone, agent, request } = await sandboxWorld();
  const ana = phone(ANA);

  await ana.writes('Hello', { identity: 'user-id' });
  await agent('Ben').answersInTab('SUP-1', 'Good morning');

  expect((await request('SUP-1')).summary).toBe('WhatsApp request from Ana Horvat');
  expect(ana.answers()).toEqual(['Good morning']);
});

test('a customer known by phone number and by user id has one conversation', async () => {
  const { phone, requests, description } = await sandboxWorld();
  const ana = phone(ANA);

  await ana.writes('One', { identity: 'both' });
  await ana.writes('Two', { identity: 'user-id' });
  await ana.writes('Three');

  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('One\nTwo\nThree');
});

test('reactions, edits and deletions never open a request', async () => {
  const { phone, requests } = await sandboxWorld();
  const ana = phone(ANA);

  await ana.sends({ channel: 'whatsapp', reaction: { target: 'wamid.unknown', emoji: '👍' } });
  await ana.sends({ channel: 'whatsapp', edit: { target: 'wamid.unknown', text: 'Hello' } });
  await ana.sends({ channel: 'whatsapp', deletion: { target: 'wamid.unknown' } });

  expect(requests()).toEqual([]);
});
