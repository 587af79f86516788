import type { SettingsView } from '../../src/contract/views';
import { aText, textWith } from '../support/matchers';
import { ANA, sandboxWorld } from '../support/worldSteps';

const down = { at: 'jira.*', kind: '500', times: 1_000_000 } as const;

test('with Jira down for ten minutes the message is safe and the request complete afterwards', async () => {
  const { phone, breaks, repairs, clock, requests, description } = await sandboxWorld();
  const ana = phone(ANA);
  breaks(down);
  await ana.writes('The printer is on fire');
  await ana.writes('Hurry');
  await clock.advance({ minutes: 10 });

  repairs();
  await clock.advance({ minutes: 20 });

  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
});

test('with Jira’s writes down a tab answer still reaches the phone and the comment follows', async () => {
  const { phone, agent, breaks, repairs, clock, commentsOf } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const writes = [
    'jira.comment',
    'jira.edit-comment',
    'jira.edit-issue',
    'jira.property',
    'jira.transition',
    'jira.get-issue',
  ];
  breaks(...writes.map((at) => ({ ...down, at })));

  await agent('Ben').answersInTab('SUP-1', 'Help is on its way');
  await ana.writes('Hurry');
  const whileDown = [...ana.screen()];
  await clock.advance({ minutes: 10 });
  repairs();
  await clock.advance({ minutes: 20 });

  expect(whileDown).toEqual(['The printer is on fire', 'Help is on its way', 'Hurry']);
  const told = await commentsOf('SUP-1');
  expect(told.map(({ text }) => text).join('\n')).toContain('Help is on its way');
  expect(told.at(-1)).toMatchObject({ public: true, text: 'Hurry' });
});

test('a comment in the agent’s name that Jira did not take names the agent when the app writes it', async () => {
  const { phone, agent, breaks, clock, commentsOf } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  breaks({ at: 'jira.comment', kind: '500', times: 1 });

  await agent('Ben').answersInTab('SUP-1', 'Help is on its way');
  await clock.advance({ minutes: 30 });

  const told = await commentsOf('SUP-1');
  expect(told).toHaveLength(1);
  expect(told[0]!.text).toContain('Help is on its way');
  expect(`${told[0]!.author} ${told[0]!.text}`).toContain('Ben Fischer');
});

test('while somebody else works on the same request Jira answers 409: everything is done later, and once', async () => {
  const { phone, agent, breaks, clock, requests, description, commentsOf } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const places = ['kvs.transact', 'jira.edit-issue', 'jira.comment', 'jira.edit-comment', 'jira.property'];
  breaks(...places.map((at) => ({ at, kind: '409', times: 2 }) as const));

  await ana.writes('Hurry');
  await agent('Ben').answersInTab('SUP-1', 'Help is on its way');
  await ana.writes('Thank you');
  await ana.writes('It is out');
  await clock.advance({ minutes: 30 });

  expect(ana.screen()).toEqual(['The printer is on fire', 'Hurry', 'Help is on its way', 'Thank you', 'It is out']);
  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
  const told = (await commentsOf('SUP-1')).map(({ text }) => text).join('\n');
  expect(told.match(/Help is on its way|Thank you|It is out/g)).toEqual([
    'Help is on its way',
    'Thank you',
    'It is out',
  ]);
});

test('a request created although the answer was lost is found again', async () => {
  const { phone, breaks, clock, requests, description } = await sandboxWorld();
  breaks({ at: 'jira.create-issue', kind: 'timeout-after', times: 1 });

  await phone(ANA).writes('The printer is on fire');
  await clock.advance({ minutes: 20 });
  await phone(ANA).writes('Hurry');

  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
});

test('a request whose creation was lost before Jira saw it is created once', async () => {
  const { phone, breaks, clock, requests } = await sandboxWorld();
  breaks({ at: 'jira.create-issue', kind: 'timeout-before', times: 1 });

  await phone(ANA).writes('The printer is on fire');
  await clock.advance({ minutes: 30 });

  expect(requests()).toEqual(['SUP-1']);
});

test('where no customer can be created the app is the reporter and settings say why', async () => {
  const { world, phone, agent, request } = await sandboxWorld();
  world.state.jira.switches.appMayCreateCustomers = false;

  await phone(ANA).writes('The printer is on fire');

  expect((await request('SUP-1')).reporter.type).toBe('app');
  const answer = await agent('Ada').invokes('viewSettings');
  const { customers } = (answer as { output: SettingsView }).output;
  expect(customers.reporter).toEqual({ way: 'app', reason: aText });
});

test('where customers may not comment by the platform’s interface their words are still copied', async () => {
  const { world, phone, agent, commentsOf } = await sandboxWorld();
  world.state.jira.switches.customersMayCommentV3 = false;
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').comments('SUP-1', 'Is it still burning?');

  await ana.writes('Yes');

  expect(await commentsOf('SUP-1')).toMatchObject([{ author: 'Ben Fischer' }, { public: true, text: textWith('Yes') }]);
});
