import { add, kindsOf, newReport, printed, type Report } from './report';
import { shorten } from './shorten';
import { simulate, type Outcome } from './simulate';
import { tell, type Story } from './story';
import { writeStory } from './writeStory';

/** What strikes seldom strikes in these. */
const SELDOM = [33, 38, 47];
/** Some that are always the same, and some that nobody has seen before. */
const FIXED = [...Array.from({ length: 24 }, (_, index) => index + 1), ...SELDOM];
const FRESH = Array.from({ length: 3 }, (_, index) => 1_000_000 + (Date.now() % 900_000_000) + index);

/** Each is lived once, whichever tests run. */
const outcomes = new Map<number, Promise<Outcome>>();
function lived(seed: number): Promise<Outcome> {
  const outcome = outcomes.get(seed) ?? simulate(writeStory(seed));
  outcomes.set(seed, outcome);
  return outcome;
}

async function figuresOf(seeds: readonly number[]): Promise<Report> {
  const report = newReport();
  for (const seed of seeds) add(report, await lived(seed));
  return report;
}

test.each([...FIXED, ...FRESH])(
  'seed %i breaks no invariant',
  async (seed) => {
    const { violations, story } = await lived(seed);
    expect({ violations, story: violations.length > 0 ? tell(story) : '' }).toEqual({ violations: [], story: '' });
  },
  60_000,
);

test('a story replays byte for byte', async () => {
  const story = writeStory(7);
  expect((await simulate(story)).hash).toBe((await simulate(story)).hash);
}, 60_000);

test('stories hold at least 8 messages and 5 faults that strike, on average', async () => {
  const report = await figuresOf(FIXED.slice(0, 8));
  expect(report.messages / report.stories).toBeGreaterThanOrEqual(8);
  expect(report.faults / report.stories).toBeGreaterThanOrEqual(5);
  expect(printed(report, 1)).toContain('No violation.');
}, 120_000);

test('stories hit at least 25 kinds of fault, wherever they strike', async () => {
  const { struck } = await figuresOf(FIXED);
  expect(kindsOf(struck).size).toBeGreaterThanOrEqual(25);
}, 300_000);

test('the shortest story keeps only the steps that matter', async () => {
  const waits = (ms: number) => ({ kind: 'waits', ms }) as const;
  const story: Story = { seed: 1, rules: {}, otherRules: {}, steps: [1, 2, 3, 4, 5, 6, 7].map(waits) };
  const fails = ({ steps }: Story) => {
    const times = steps.map((step) => (step.kind === 'waits' ? step.ms : 0));
    return Promise.resolve(times.includes(3) && times.includes(6));
  };
  expect((await shorten(story, fails)).steps).toEqual([waits(3), waits(6)]);
});
