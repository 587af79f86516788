import { recordsOf } from '../simulation/records';
import { builtApp } from '../support/world';
import { ANA, sandboxWorld } from '../support/worldSteps';

// Run alone, this file may have to build the app first.
beforeAll(builtApp, 180_000);

async function oneWhoWrites() {
  const steps = await sandboxWorld();
  const { world, phone, breaks } = steps;
  const ana = phone(ANA);
  let between: object | undefined;
  const later = (inMs: number, work: () => void) => void world.agenda.globals.setTimeout(work, inMs);
  return {
    ...steps,
    ana,
    ben: steps.agent('Ben'),
    /** The call takes 8 seconds; meanwhile the app's clock jumps beyond any lease, and a message calls another performer. */
    outlasts: (at: string) => {
      breaks({ at, kind: 'slow', times: 1, lateSeconds: 8 });
      later(5_000, () => void (world.state.switches.weather = { clockMs: 150_000 }));
      later(5_500, () => void ana.send({ channel: 'whatsapp', text: 'Hurry' }));
      later(7_000, () => {
        const { phone: sends, jira } = recordsOf(world).heads[0]!.lanes;
        const { lease } = at === 'carrier.send' ? sends : jira;
        between = { lease, creations: jira.queue.filter(({ kind }) => kind === 'create-request') };
      });
    },
    /** The lane while the call is still on its way: another performer has taken it and is done. */
    meanwhile: () => between,
    ranOut: () => world.platform.logs.filter(({ text }) => text.includes('lease ran out')),
  };
}

test('a request whose creation outlasts the lease is created once, and the log says so', async () => {
  const { ana, outlasts, meanwhile, ranOut, clock, requests, description } = await oneWhoWrites();
  outlasts('jira.create-issue');
  ana.send({ channel: 'whatsapp', text: 'The printer is on fire' });
  await clock.advance({ minutes: 10 });

  expect(meanwhile()).toEqual({ lease: undefined, creations: [] });
  expect(ranOut()).toHaveLength(1);
  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('The printer is on fire\nHurry');
});

test('an answer whose sending outlasts the lease goes out once, and its row says what became of it', async () => {
  const { ana, ben, outlasts, meanwhile, ranOut, clock } = await oneWhoWrites();
  await ana.writes('The printer is on fire');
  outlasts('carrier.send');
  await ben.commentsAtOnce('SUP-1', 'On my way');
  await clock.advance({ minutes: 10 });

  expect(meanwhile()).toMatchObject({ lease: undefined });
  expect(ranOut()).toHaveLength(1);
  expect(ana.answers()).toEqual(['On my way']);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.find(({ side }) => side === 'business')?.delivery?.status).toBe('read');
});
