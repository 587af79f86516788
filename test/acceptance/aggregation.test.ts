import { ANA, sandboxWorld } from '../support/worldSteps';

test('S0-07 messages before the first answer are paragraphs of the description', async () => {
  const { phone, description, comments } = await sandboxWorld();
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');
  await ana.writes('The flames are blue');
  await ana.writes('Is that normal?');

  expect(await description('SUP-1')).toBe('The printer is on fire\nThe flames are blue\nIs that normal?');
  expect(await comments('SUP-1')).toEqual([]);
  expect(ana.screen()).toEqual(['The printer is on fire', 'The flames are blue', 'Is that normal?']);
});

test('S0-09 S0-12 S0-14 S0-15 messages after the first answer are aggregated in one customer comment until an agent comments', async () => {
  const { phone, agent, description, commentsOf } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').comments('SUP-1', 'Is it still burning?');

  await ana.writes('Yes');
  await ana.writes('More than before');
  await agent('Ben').comments('SUP-1', 'Run');
  await ana.writes('I am running');

  expect(await description('SUP-1')).toBe('The printer is on fire');
  expect(await commentsOf('SUP-1')).toMatchObject([
    { author: 'Ben Fischer', text: 'Is it still burning?' },
    { author: '385991903327', public: true, text: 'Yes\nMore than before' },
    { author: 'Ben Fischer', text: 'Run' },
    { author: '385991903327', public: true, text: 'I am running' },
  ]);
  const said = ['Is it still burning?', 'Yes', 'More than before', 'Run', 'I am running'];
  expect(ana.screen()).toEqual(['The printer is on fire', ...said]);
});

test('a message after an hour’s gap stands under a line with its time', async () => {
  const { phone, clock, description } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await clock.advance({ hours: 2 });
  await ana.writes('Still');

  const [first, timeLine, second, ...more] = (await description('SUP-1')).split('\n');
  expect([first, second, more]).toEqual(['The printer is on fire', 'Still', []]);
  expect(timeLine).toMatch(/^11:0\d$/);
});

test('S0-08 a message of a new day stands under a line with its date', async () => {
  const { phone, clock, description } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await clock.advance({ hours: 20 });
  await ana.writes('Still');

  expect((await description('SUP-1')).split('\n')[1]).toMatch(/17 Nov 2026/);
});

test('a burst is written to Jira once for all its messages', async () => {
  const { phone, description, world, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('One');
  const since = clock.now();

  await ana.writesInOneGo('Two', 'Three', 'Four', 'Five');

  expect(await description('SUP-1')).toBe('One\nTwo\nThree\nFour\nFive');
  const edits = world.ledger
    .since(since)
    .filter((entry) => entry.kind === 'jira' && entry.method === 'PUT' && /issue\/\d+(\?|$)/.test(entry.path));
  expect(edits.length).toBeLessThanOrEqual(2);
});

test('a description that an agent has edited is left alone', async () => {
  const { phone, agent, description, publicComments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ben').editsDescription('SUP-1', 'Printer fire, third floor');
  await ana.writes('Hurry');

  expect(await description('SUP-1')).toBe('Printer fire, third floor');
  expect(await publicComments('SUP-1')).toEqual(['Hurry']);
});

test('what looks like markup is shown as the customer typed it', async () => {
  const { phone, description } = await sandboxWorld();
  const typed = '{code}h1. *bold* [link|https://example.com] @Ben {color:red}';

  await phone(ANA).writes(typed);

  expect(await description('SUP-1')).toContain('{code}h1. *bold* [link|');
  expect(await description('SUP-1')).toContain('{color:red}');
});
