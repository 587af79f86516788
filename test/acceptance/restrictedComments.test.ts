import { adfOf } from '../support/adf';
import { jiraPerson } from '../support/jiraPerson';
import { ANA, sandboxWorld } from '../support/worldSteps';

async function conversation() {
  const steps = await sandboxWorld();
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  return { ...steps, ana, ben: steps.agent('Ben') };
}

test('a comment that is restricted to a role never leaves Jira', async () => {
  const { ana, ben, settle, world } = await conversation();
  const asBen = jiraPerson(world.jira.door, ben.accountId);
  const visibility = { type: 'role', value: 'Administrators' };
  await asBen('POST', '/rest/api/3/issue/SUP-1/comment', { body: adfOf('She owes us'), visibility });
  await settle();

  expect(ana.answers()).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages).toHaveLength(1);
});

test('a comment that is restricted to a role while it waits for the provider is not sent, and its row says so', async () => {
  const { ana, ben, breaks, clock } = await conversation();
  breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 120 });
  const comment = await ben.comments('SUP-1', 'She owes us');
  await ben.restrictsComment('SUP-1', comment, 'She owes us');
  await clock.advance({ minutes: 10 });

  expect(ana.answers()).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages.at(-1)).toMatchObject({
    delivery: { status: 'failed', reason: 'withdrawn' },
  });
});

test('a comment that is restricted to a role after it was sent is a row that says that the customer has it', async () => {
  const { ana, ben } = await conversation();
  const comment = await ben.comments('SUP-1', 'I come at ten');
  await ben.restrictsComment('SUP-1', comment, 'I come at ten');

  expect(ana.answers()).toEqual(['I come at ten']);
  expect((await ben.opensTab('SUP-1')).messages.at(-1)).toMatchObject({ comment: { change: 'internal' } });
});
