import { ANA, sandboxWorld } from '../support/worldSteps';

const autoReply = 'Thank you. We answer within a day.';

test('without a text nobody is answered automatically', async () => {
  const { phone } = await sandboxWorld();
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');

  expect(ana.answers()).toEqual([]);
});

test('the first message of a conversation is answered automatically, later ones are not', async () => {
  const { phone } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');
  await ana.writes('Hurry');

  expect(ana.screen()).toEqual(['The printer is on fire', autoReply, 'Hurry']);
});

test('an auto-reply is a row in the tab and never a comment', async () => {
  const { phone, agent, comments } = await sandboxWorld({ autoReply });

  await phone(ANA).writes('The printer is on fire');

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ author }) => author.kind)).toEqual(['customer', 'auto-reply']);
  expect(await comments('SUP-1')).toEqual([]);
});

test('an auto-reply does not end the description', async () => {
  const { phone, description } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');
  await ana.writes('The flames are blue');
  await ana.writes('Hurry');

  expect(await description('SUP-1')).toBe('The printer is on fire\nThe flames are blue\nHurry');
});

test('the first message of the next conversation is answered automatically again', async () => {
  const { phone, agent } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').transitions('SUP-1', 'Resolve');

  await ana.writes('It burns again');

  expect(ana.answers()).toEqual([autoReply, 'Your request SUP-1 is now Resolved.', autoReply]);
});
