import { builtApp } from '../../support/world';
import { ANA, sandboxWorld } from '../../support/worldSteps';

// Run alone, this file may have to build the app first.
beforeAll(builtApp, 180_000);

test('a read that our own store refuses before the send makes no answer unknown: it goes out once, a little later', async () => {
  const { phone, agent, breaks, repairs, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  const places = (['kvs.get', 'kvs.batch'] as const).flatMap((at) => [2, 3, 4, 5, 6].map((skip) => ({ at, skip })));

  for (const { at, skip } of places) {
    breaks({ at, kind: '500', times: 1, ...(skip > 0 && { skip }) });
    await ben.answersInTab('SUP-1', `Answer after ${at} ${skip}`);
    repairs();
    await clock.advance({ minutes: 2 });
  }

  const rows = (await ben.opensTab('SUP-1')).messages.filter(({ side }) => side === 'business');
  expect(rows.map(({ delivery }) => delivery?.status)).toEqual(rows.map(() => 'read'));
  expect(ana.answers()).toEqual(rows.map(({ body }) => body.text));
  expect(rows.length).toBeGreaterThanOrEqual(4);
});
