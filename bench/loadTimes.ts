import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROCESSES = 7;

/** The median time in which a fresh process loads the bundle. */
export async function loadTimes(file: string): Promise<string> {
  const script = `const begin = performance.now(); require(${JSON.stringify(file)}); console.log(performance.now() - begin);`;
  const times: number[] = [];
  for (let index = 0; index < PROCESSES; index += 1) {
    const { stdout } = await run(process.execPath, ['-e', script]);
    times.push(Number(stdout.trim()));
  }
  times.sort((one, other) => one - other);
  return `${(times[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms (median of ${PROCESSES} fresh processes)`;
}
