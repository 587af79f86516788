import { adfOf } from '../support/adf';
import { jiraPerson } from '../support/jiraPerson';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** An internal note of Ben's is edited, which Jira tells 90 seconds late, and then made public, which it tells at once. */
async function madePublicMeanwhile({ isHeld }: { readonly isHeld: boolean }) {
  const steps = await sandboxWorld();
  const { phone, agent, clock, world } = steps;
  await phone(ANA).writes('The printer is on fire');
  const ben = agent('Ben');
  const note = await ben.commentsInternally('SUP-1', 'Draft');
  const put = (more: object = {}) =>
    jiraPerson(world.jira.door, ben.accountId)('PUT', `/rest/api/3/issue/SUP-1/comment/${note}`, {
      body: adfOf('I come at ten'),
      ...more,
    });
  world.state.switches.weather = { productEventMs: [90_000, 90_000] };
  await put();
  await clock.advance({ seconds: 5 });
  world.state.switches.weather = { productEventMs: [1_000, 1_000] };
  if (isHeld) steps.breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 150 });
  await put({ properties: [{ key: 'sd.public.comment', value: { internal: false } }] });
  await clock.advance({ minutes: 8 });
  return { answers: phone(ANA).answers(), row: (await ben.opensTab('SUP-1')).messages.at(-1) };
}

test('a late event about an internal edit says nothing of an answer that is public now', async () => {
  const { answers, row } = await madePublicMeanwhile({ isHeld: false });

  expect(answers).toEqual(['I come at ten']);
  expect(row).not.toHaveProperty('comment');
});

test('nor does it take back one that waits for the provider', async () => {
  const { answers, row } = await madePublicMeanwhile({ isHeld: true });

  expect(answers).toEqual(['I come at ten']);
  expect(row?.delivery).not.toMatchObject({ status: 'failed' });
});

test.each([
  ['off', 'public'],
  ['prefixed', 'public'],
] as const)('X2 a comment that stayed in Jira under %s stays there when it is edited under %s', async (was, now) => {
  const { phone, agent, clock } = await sandboxWorld({ rules: { bridge: was } });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  const comment = await ben.comments('SUP-1', 'For the portal: 500 EUR');
  await clock.advance({ hours: 10 });
  await agent('Ada').invokes('saveRules', { rules: { bridge: now } });

  await ben.editsComment('SUP-1', comment, 'For the portal: 50 EUR');
  await ben.comments('SUP-1', 'On my way');

  expect(ana.answers()).toEqual(['On my way']);
});
