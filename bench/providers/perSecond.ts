import type { Subject } from './subject';

const ROUNDS = 7;
const ROUND_MS = 250;

/**
 * How often in a second of processor time each subject takes its webhook: the median of rounds that the subjects take in
 * turn. Processor time, all threads together, because other work on the machine says nothing about a subject.
 */
export async function perSecond(subjects: readonly Subject[]): Promise<ReadonlyMap<Subject, number>> {
  for (const subject of subjects) await round(subject);
  const rates = new Map(subjects.map((subject) => [subject, [] as number[]]));
  for (let count = 0; count < ROUNDS; count += 1) for (const [subject, seen] of rates) seen.push(await round(subject));
  return new Map([...rates].map(([subject, seen]) => [subject, median(seen)]));
}

/** Only what is a promise is awaited: nobody pays for waiting that is not theirs. */
async function round({ once }: Subject): Promise<number> {
  const begin = process.cpuUsage();
  let times = 0;
  let spentMs = 0;
  while (spentMs < ROUND_MS) {
    for (let index = 0; index < 50; index += 1) {
      const result = once();
      if (result instanceof Promise) await result;
    }
    times += 50;
    const { user, system } = process.cpuUsage(begin);
    spentMs = (user + system) / 1_000;
  }
  return (times * 1_000) / spentMs;
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
