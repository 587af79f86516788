import { adfOf } from '../support/adf';
import { jiraPerson } from '../support/jiraPerson';
import { ANA, sandboxWorld } from '../support/worldSteps';

test('S1-01 S1-09 a public comment reaches the phone', async () => {
  const { phone, agent, comments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ben').comments('SUP-1', 'Is it still burning?');

  expect(ana.screen()).toEqual(['The printer is on fire', 'Is it still burning?']);
  expect(await comments('SUP-1')).toEqual(['Is it still burning?']);
});

test('a comment written before Jira shows the new request to everybody reaches the phone all the same', async () => {
  const { world, phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = jiraPerson(world.jira.door, agent('Ben').accountId);
  await ben('POST', '/rest/api/3/issue/SUP-1/comment', { body: adfOf('Is it still burning?') });
  world.state.jira.switches.createVisibleAfterMs = 30_000;

  await clock.advance({ minutes: 2 });

  expect(ana.answers()).toEqual(['Is it still burning?']);
});

test('a comment with formatting is told in the marks of WhatsApp', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ben').comments('SUP-1', {
    type: 'doc',
    version: 1,
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Pull the plug', marks: [{ type: 'strong' }] }] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'now' }] }] }],
      },
    ],
  });

  expect(ana.answers()).toEqual(['*Pull the plug*\n\n- now']);
});

test('an edit of a comment that was sent changes nothing on the phone', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  const comment = await ben.comments('SUP-1', 'Is it still burning?');

  await ben.editsComment('SUP-1', comment, 'Is it out?');
  await clock.advance({ minutes: 10 });

  expect(ana.answers()).toEqual(['Is it still burning?']);
});

test('a comment with a file is not delivered at all and says so', async () => {
  const { phone, agent, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');

  await agent('Ben').comments('SUP-1', {
    type: 'doc',
    version: 1,
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'See the plan' }] },
      {
        type: 'mediaSingle',
        attrs: { layout: 'center' },
        content: [{ type: 'media', attrs: { type: 'external', url: 'https://files.example.com/plan.png' } }],
      },
    ],
  });

  expect(ana.answers()).toEqual([]);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining(`Not delivered to ${ANA} on WhatsApp: `)]);
});

test('a comment goes out on the channel and number the customer wrote from last', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await ana.texts('No internet any more');

  await agent('Ben').comments('SUP-1', 'Stay calm');

  expect(ana.screen('sms')).toEqual(['No internet any more', 'Stay calm']);
});

test('a comment shows in the tab as the agent’s message', async () => {
  const { phone, agent } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  const ben = agent('Ben');

  await ben.comments('SUP-1', 'Is it still burning?');

  const { messages } = await ben.opensTab('SUP-1');
  expect(messages[1]).toMatchObject({
    side: 'business',
    author: { kind: 'agent', accountId: ben.accountId },
    body: { kind: 'text', text: 'Is it still burning?' },
  });
});

test('the customer’s own words, copied into comments, are never sent back', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').comments('SUP-1', 'Is it still burning?');

  await ana.writes('Yes');
  await clock.advance({ minutes: 10 });

  expect(ana.screen()).toEqual(['The printer is on fire', 'Is it still burning?', 'Yes']);
});

test('a copy of a tab answer is known by its mark, even when its trace is lost', async () => {
  const { phone, agent, settle, world } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = jiraPerson(world.jira.door, agent('Ben').accountId);
  const mark = { key: 'omnichat', value: { message: `10000.${'0'.repeat(32)}.1:000002` } };

  await ben('POST', '/rest/api/3/issue/SUP-1/comment', { body: adfOf('Help is on its way'), properties: [mark] });
  await settle();

  expect(ana.answers()).toEqual([]);
});
