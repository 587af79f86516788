import { aText, textWith } from '../support/matchers';
import { ANA, sandboxWorld } from '../support/worldSteps';

test('a send the provider refuses writes no comment and shows the reason', async () => {
  const { phone, agent, comments, breaks } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: 'refuse', times: 1 });

  const answer = await ben.answersInTab('SUP-1', 'Help is on its way');

  expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: aText } });
  expect(ana.answers()).toEqual([]);
  expect(await comments('SUP-1')).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages[1]).toMatchObject({ delivery: { status: 'failed' } });
});

test('a comment the provider refuses is followed by a note that it was not delivered', async () => {
  const { phone, agent, notes, breaks } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  breaks({ at: 'carrier.send', kind: 'refuse', times: 1 });

  await agent('Ben').comments('SUP-1', 'Help is on its way');

  expect(await notes('SUP-1')).toEqual([textWith(`Not delivered to ${ANA} on WhatsApp: `)]);
});

test('a comment that is sent again stands once in the request, and what becomes of it is told of the row that arrived', async () => {
  const { phone, agent, publicComments, settle, breaks } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: 'refuse', times: 1 });
  const comment = await ben.comments('SUP-1', 'Help is on its way');
  const { messages } = await ben.opensTab('SUP-1');

  const wish = { draftId: ben.nextDraft(), message: messages[1]!.key };
  for (const _ of [1, 2]) await ben.invokes('resendMessage', wish, 'SUP-1');
  await settle();

  expect(ana.answers()).toEqual(['Help is on its way']);
  expect(await publicComments('SUP-1')).toEqual(['Help is on its way']);
  await ben.editsComment('SUP-1', comment, 'Help is here');
  const rows = (await ben.opensTab('SUP-1')).messages.map(({ via, delivery, comment: changed }) => [
    via,
    delivery?.status,
    changed?.change,
  ]);
  expect(rows.slice(1)).toEqual([
    ['comment', 'failed', undefined],
    ['comment', 'read', 'edited'],
  ]);
});

test('a comment that is sent again while the app may not see the project stands once in the request, too', async () => {
  const { world, phone, agent, publicComments, clock, breaks } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: 'refuse', times: 1 });
  await ben.comments('SUP-1', 'Help is on its way');
  const { messages } = await ben.opensTab('SUP-1');

  world.jira.backstage.barApp('SUP', true);
  await ben.invokes('resendMessage', { draftId: ben.nextDraft(), message: messages[1]!.key }, 'SUP-1');
  world.jira.backstage.barApp('SUP', false);
  await clock.advance({ minutes: 5 });

  expect(ana.answers()).toEqual(['Help is on its way']);
  expect(await publicComments('SUP-1')).toEqual(['Help is on its way']);
});

test('a send that timed out before it arrived is unknown and never repeated by itself', async () => {
  const { phone, agent, clock, breaks } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: 'timeout-before', times: 1 });

  const answer = await ben.answersInTab('SUP-1', 'Help is on its way');
  await clock.advance({ hours: 1 });

  expect(answer).toMatchObject({ ok: true, output: { status: 'unknown' } });
  expect(ana.answers()).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages[1]).toMatchObject({ delivery: { status: 'unknown' } });
});

test('a send that timed out after it arrived becomes delivered when the reports come, and is one message', async () => {
  const { phone, agent, clock, breaks, comments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: 'timeout-after', times: 1 });

  await ben.answersInTab('SUP-1', 'Help is on its way');
  await clock.advance({ hours: 1 });

  expect(ana.answers()).toEqual(['Help is on its way']);
  expect((await ben.opensTab('SUP-1')).messages[1]).toMatchObject({ delivery: { status: 'read' } });
  expect(await comments('SUP-1')).toEqual(['Help is on its way']);
});

test('a message of unknown outcome goes out once more when a person asks for it', async () => {
  const { phone, agent, settle, breaks } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  breaks({ at: 'carrier.send', kind: 'timeout-before', times: 1 });
  await ben.answersInTab('SUP-1', 'Help is on its way');
  const { messages } = await ben.opensTab('SUP-1');

  await ben.invokes('resendMessage', { draftId: ben.nextDraft(), message: messages[1]!.key }, 'SUP-1');
  await settle();

  expect(ana.answers()).toEqual(['Help is on its way']);
});

test('a provider that answers 500 leaves the outcome unknown', async () => {
  const { phone, agent, breaks } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  breaks({ at: 'carrier.send', kind: '500', times: 1 });

  const answer = await agent('Ben').answersInTab('SUP-1', 'Help is on its way');

  expect(answer).toMatchObject({ ok: true, output: { status: 'unknown' } });
});
