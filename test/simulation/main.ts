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

type Share = { readonly from: number; readonly seeds: number };

/** A worker lives its share of the stories and sends the figures; the first process shares them out and tells. */
async function main(): Promise<void> {
  if (process.send) return work();
  const options = readOptions(process.argv.slice(2), Date.now() % 1_000_000_000);
  if (options.story !== undefined) return replay(options.story);
  await builtApp();
  const startedAt = performance.now();
  const report = joined(await Promise.all(shares(options).map(delegate)));
  console.log(`Seeds ${options.from} to ${options.from + options.seeds - 1}`);
  console.log(printed(report, (performance.now() - startedAt) / 1_000));
  const [first] = report.failed;
  if (!first) return;
  process.exitCode = 1;
  await explain(writeStory(first.seed), first.invariant);
}

function work(): void {
  process.on('message', (share: Share) => {
    void live(share).then((report) => process.send?.(report, () => process.disconnect()));
  });
}

async function live({ from, seeds }: Share): Promise<Report> {
  const report = newReport();
  for (let seed = from; seed < from + seeds; seed += 1) add(report, await simulate(writeStory(seed)));
  return report;
}

function shares({ seeds, from, workers }: Options): readonly Share[] {
  const size = Math.ceil(seeds / workers);
  return Array.from({ length: workers }, (_, index) => ({
    from: from + index * size,
    seeds: Math.max(0, Math.min(size, seeds - index * size)),
  }));
}

function delegate(share: Share): Promise<Report> {
  const worker = fork(__filename, { execArgv: ['--import', 'tsx', YOUNG_SPACE] });
  return new Promise((resolve, reject) => {
    worker.on('message', (report: Report) => resolve(report));
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? undefined : reject(new Error(`a worker ended with ${String(code)}`))));
    worker.send(share);
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
