import { ANA, sandboxWorld } from '../support/worldSteps';

test.each(['STOP', 'stop', ' Stop ', 'START', 'HELP'])('a bare %j opens no request', async (word) => {
  const { phone, requests } = await sandboxWorld();

  await phone(ANA).texts(word);

  expect(requests()).toEqual([]);
});

test('a sentence with the word stop in it is a message', async () => {
  const { phone, description } = await sandboxWorld();

  await phone(ANA).texts('Please stop the noise');

  expect(await description('SUP-1')).toBe('Please stop the noise');
});

test('after STOP nothing is sent and the agent sees why', async () => {
  const { phone, agent, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');
  await ana.texts('STOP');
  const ben = agent('Ben');

  const { composer } = await ben.opensTab('SUP-1');
  await ben.answersInTab('SUP-1', 'On its way');
  await ben.comments('SUP-1', 'On its way');

  expect(composer.blocked?.code).toBe('suppressed');
  expect(ana.answers()).toEqual([]);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining(`Not delivered to ${ANA} on SMS: `)]);
});

test('after START answers go out again', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');
  await ana.texts('STOP');
  await ana.texts('START');

  await agent('Ben').answersInTab('SUP-1', 'On its way');

  expect(ana.answers()).toEqual(['On its way']);
});

test('a keyword during a conversation is a row of it', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');

  await ana.texts('STOP');

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ body }) => body.text)).toEqual(['Where is my parcel?', 'STOP']);
});
