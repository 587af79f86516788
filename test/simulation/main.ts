import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtApp } from '../support/world';
import { readOptions, USAGE, type Options } from './options';
import { add, joined, newReport, printed, type Report } from './report';
import { shorten } from './shorten';
import { simulate } from './simulate';
import { tell, type Story } from './story';
import { writeStory } from './writeStory';

/** Stories make much that lives for a moment: with room for it, a tenth less time goes into collecting it. */
const YOUNG_SPACE = '--max-semi-space-size=64';

type Portion = { readonly from: number; readonly seeds: number };

/** Workers live portions of the stories and send the figures; the first process hands them out and tells. */
async function main(): Promise<void> {
  if (process.send) return work();
  const options = readOptions(process.argv.slice(2), Date.now() % 1_000_000_000);
  if (options.story !== undefined) return replay(options.story);
  await builtApp();
  const startedAt = performance.now();
  const portions = portionsOf(options);
  const workers = Array.from({ length: options.workers }, () => employ(portions));
  const report = joined((await Promise.all(workers)).flat());
  console.log(`Seeds ${options.from} to ${options.from + options.seeds - 1}`);
  console.log(printed(report, (performance.now() - startedAt) / 1_000));
  const [first] = report.failed;
  if (!first) return;
  process.exitCode = 1;
  await explain(writeStory(first.seed), first.invariant);
}

function work(): void {
  process.on('message', (portion: Portion) => {
    void live(portion).then((report) => process.send?.(report));
  });
}

async function live({ from, seeds }: Portion): Promise<Report> {
  const report = newReport();
  for (let seed = from; seed < from + seeds; seed += 1) add(report, await simulate(writeStory(seed)));
  return report;
}

/** So few stories that at the end nobody waits long for another, whose stories were longer. */
const PORTION = 5;

function portionsOf({ seeds, from }: Options): Portion[] {
  return Array.from({ length: Math.ceil(seeds / PORTION) }, (_, index) => ({
    from: from + index * PORTION,
    seeds: Math.min(PORTION, seeds - index * PORTION),
  }));
}

/** A worker that takes portions for as long as there are any. */
function employ(portions: Portion[]): Promise<readonly Report[]> {
  const worker = fork(__filename, { execArgv: ['--import', 'tsx', YOUNG_SPACE] });
  const reports: Report[] = [];
  const goOn = () => {
    const next = portions.shift();
    if (next) worker.send(next);
    else worker.disconnect();
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (report: Report) => {
      reports.push(report);
      goOn();
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve(reports) : reject(new Error(`a worker ended with ${String(code)}`)),
    );
    goOn();
  });
}

/** The shortest story that breaks the same invariant, for people and as a file that replays. */
async function explain(story: Story, invariant: string): Promise<void> {
  const fails = async (one: Story) => (await simulate(one)).violations.some((broken) => broken.invariant === invariant);
  const shortest = await shorten(story, fails);
  const file = join(tmpdir(), `omnichat-story-${story.seed}.json`);
  writeFileSync(file, JSON.stringify(shortest, null, 2));
  console.log(`\nThe shortest story that breaks "${invariant}":\n${tell(shortest)}\n`);
  console.log(`Replay it: npm run simulate -- --story ${file}`);
  await replay(file);
}

async function replay(file: string): Promise<void> {
  const { violations, hash } = await simulate(JSON.parse(readFileSync(file, 'utf8')) as Story);
  for (const { invariant, what, step } of violations) console.log(`  step ${step}: ${invariant}: ${what}`);
  console.log(violations.length === 0 ? `No violation. ${hash}` : hash);
  if (violations.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  console.error(USAGE);
  process.exitCode = 2;
});
