import { add, newReport, printed } from './report';
import { shorten } from './shorten';
import { simulate } from './simulate';
import { tell, type Story } from './story';
import { writeStory } from './writeStory';

/** Some that are always the same, and some that nobody has seen before. */
const FIXED = Array.from({ length: 24 }, (_, index) => index + 1);
const FRESH = Array.from({ length: 3 }, (_, index) => 1_000_000 + (Date.now() % 900_000_000) + index);

test.each([...FIXED, ...FRESH])(
  'seed %i breaks no invariant',
  async (seed) => {
    const { violations, story } = await simulate(writeStory(seed));
    expect({ violations, story: violations.length > 0 ? tell(story) : '' }).toEqual({ violations: [], story: '' });
  },
  60_000,
);

test('a story replays byte for byte', async () => {
  const story = writeStory(7);
  expect((await simulate(story)).hash).toBe((await simulate(story)).hash);
}, 60_000);

test('stories hold at least 8 messages and 5 faults that strike, on average', async () => {
  const report = newReport();
  for (const seed of FIXED.slice(0, 8)) add(report, await simulate(writeStory(seed)));
  expect(report.messages / report.stories).toBeGreaterThanOrEqual(8);
  expect(report.faults / report.stories).toBeGreaterThanOrEqual(5);
  expect(printed(report, 1)).toContain('No violation.');
}, 120_000);

test('the shortest story keeps only the steps that matter', async () => {
  const waits = (ms: number) => ({ kind: 'waits', ms }) as const;
  const story: Story = { seed: 1, rules: {}, otherRules: {}, steps: [1, 2, 3, 4, 5, 6, 7].map(waits) };
  const fails = ({ steps }: Story) => {
    const times = steps.map((step) => (step.kind === 'waits' ? step.ms : 0));
    return Promise.resolve(times.includes(3) && times.includes(6));
  };
  expect((await shorten(story, fails)).steps).toEqual([waits(3), waits(6)]);
});
