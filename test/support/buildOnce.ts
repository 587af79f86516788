import { existsSync } from 'node:fs';
import { buildApp } from '../../sandbox/build';

type Run = { readonly testPathPatterns?: { readonly patterns: readonly string[] } };

/** Tests of these build the app by themselves if nobody has: alone they would do it once per worker. */
const NEEDS_BUILD = /acceptance|conformance|simulation|browser|bench|sandbox\/?$|world|server|demo/;

/** Runs once before all tests: builds the app for those that run it, with the bundler of a deploy. */
export default async function buildOnce(run: Run): Promise<void> {
  const patterns = run.testPathPatterns?.patterns ?? [];
  const isWanted = patterns.length === 0 || patterns.some((pattern) => NEEDS_BUILD.test(pattern));
  if (!isWanted || !existsSync('src/index.ts')) return;
  try {
    const { steps } = await buildApp();
    for (const { what, ms } of steps) process.stdout.write(`Built ${what} in ${(ms / 1_000).toFixed(1)} s\n`);
  } catch (error) {
    // Tests that need no build still run; the others fail with the same words.
    process.stderr.write(`The app cannot be built: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
