import { ANA, sandboxWorld } from '../support/worldSteps';

test('S0-13 S4-10 an internal note never leaves', async () => {
  const { phone, agent, clock, outbox } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  // The app looks at its connections now and then: that asks, and tells nobody anything.
  const sends = () => outbox('meta').filter(({ method }) => method === 'POST').length;
  const before = sends();

  await agent('Ben').commentsInternally('SUP-1', 'This customer is difficult');
  await clock.advance({ hours: 1 });

  expect(ana.answers()).toEqual([]);
  expect(sends()).toBe(before);
});

test('an internal note does not end the description phase', async () => {
  const { phone, agent, description } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ben').commentsInternally('SUP-1', 'Who has a bucket?');
  await ana.writes('Hurry');

  expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
});

test('an edit of an internal note never leaves', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  const note = await ben.commentsInternally('SUP-1', 'Who has a bucket?');

  await ben.editsComment('SUP-1', note, 'Who has two buckets?');
  await clock.advance({ minutes: 10 });

  expect(ana.answers()).toEqual([]);
});
