import { simulate } from '../simulate';
import { writeStory } from '../writeStory';
import { buildMutant } from './buildMutant';
import { GUARDS } from './guards';

test('the bundle that mutants are made of lives the same story as the one that is deployed', async () => {
  const whole = await buildMutant(undefined, 'whole');
  for (const seed of [3, 4]) {
    const story = writeStory(seed);
    expect((await simulate(story, whole)).hash).toBe((await simulate(story)).hash);
  }
}, 60_000);

test('every guard of the list still stands in the code where the list says', async () => {
  for (const [index, guard] of GUARDS.entries()) {
    await expect(buildMutant(guard, `check-${index}`)).resolves.toBeDefined();
  }
}, 120_000);

test('a story finds out that a message delivered again is not known any more', async () => {
  const [origin] = GUARDS;
  const build = await buildMutant(origin, 'origin');
  let broken: string | undefined;
  for (let seed = 1; seed <= 40 && broken === undefined; seed += 1) {
    broken = (await simulate(writeStory(seed), build)).violations[0]?.invariant;
  }
  expect(broken).toBeDefined();
}, 120_000);
