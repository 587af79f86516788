import { add, kindsOf, newReport } from '../test/simulation/report';
import { simulate } from '../test/simulation/simulate';
import { writeStory } from '../test/simulation/writeStory';
import type { Row } from './printTable';

const STORIES = 60;

/** How fast one process lives random stories, and how much trouble they hold. Aim: 30 a second on two cores, 8 messages, 5 faults. */
export async function simulationFigures(): Promise<Row[]> {
  const report = newReport();
  await simulate(writeStory(0));
  const startedAt = performance.now();
  for (let seed = 1; seed <= STORIES; seed += 1) add(report, await simulate(writeStory(seed)));
  const seconds = (performance.now() - startedAt) / 1_000;
  const each = (count: number) => (count / STORIES).toFixed(1);
  return [
    {
      what: `simulation, ${STORIES} stories, one process`,
      'stories a second': (STORIES / seconds).toFixed(1),
      'events a second': (report.events / seconds).toFixed(0),
      'messages a story': each(report.messages),
      'faults a story': each(report.faults),
      'kinds of fault': kindsOf(report.struck).size,
      'with their places': Object.keys(report.struck).length,
      violations: report.failed.length,
    },
  ];
}
