import { textWith } from '../support/matchers';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** Jira makes the request, its answer is lost, and what people do there is told before OmniChat knows whose request it is. */
async function losing() {
  const steps = await sandboxWorld();
  const ana = steps.phone(ANA);
  const { weather } = steps.world.state.switches;
  steps.breaks({ at: 'jira.create-issue', kind: 'timeout-after', times: 1 });
  steps.world.state.switches.weather = { productEventMs: [600_000, 600_000] };
  ana.send({ channel: 'whatsapp', text: 'The printer is on fire' });
  await steps.clock.advance({ seconds: 2 });
  steps.world.state.switches.weather = { ...weather, productEventMs: [200, 200] };
  return { ...steps, ana, ben: steps.agent('Ben') };
}

test('a comment on a request that is not adopted yet reaches the customer once, and nothing of the customer is lost', async () => {
  const { ana, ben, clock, description, requests, commentsOf } = await losing();

  await ben.commentsAtOnce('SUP-1', 'Help is on its way');
  await clock.advance({ minutes: 20 });
  await ana.writes('Thank you');

  expect(requests()).toEqual(['SUP-1']);
  expect(ana.answers()).toEqual(['Help is on its way']);
  expect(await description('SUP-1')).toBe('The printer is on fire');
  expect((await commentsOf('SUP-1')).map(({ text }) => text)).toEqual(['Help is on its way', 'Thank you']);
});

test('nobody starts another conversation at a request that is not adopted yet', async () => {
  const { ben, clock, requests, commentsOf, ana } = await losing();
  const panel = await ben.invokes('viewPanel', {}, 'SUP-1');
  const { ways } = (panel.ok ? panel.output : {}) as { ways: readonly { channel: string; number: string }[] };
  const wish = { ...ways.find(({ channel }) => channel === 'sms'), phone: '+385951112233', consent: 'verbal' };

  const answer = await ben.invokes('startConversation', wish, 'SUP-1');
  await clock.advance({ minutes: 20 });
  await ana.writes('Thank you');

  expect(answer).toMatchObject({ ok: false, error: { code: 'has-conversation' } });
  expect(requests()).toEqual(['SUP-1']);
  expect((await commentsOf('SUP-1')).map(({ text }) => text)).not.toContain('The printer is on fire');
});

test('a request that was done before it was adopted has a closed conversation: the next message opens another', async () => {
  const { ana, ben, clock, requests, commentsOf } = await losing();

  await ben.transitionsAtOnce('SUP-1', 'Resolve', 'It was a drill');
  await clock.advance({ seconds: 10 });
  await ben.commentsAtOnce('SUP-1', 'Really');
  await clock.advance({ minutes: 20 });
  await ana.writes('It burns again');

  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(ana.answers()).toContain('It was a drill');
  expect(ana.answers()).not.toContain('Really');
  expect(await commentsOf('SUP-1')).toContainEqual(
    expect.objectContaining({ public: false, text: textWith('written after the request was done') }),
  );
});
