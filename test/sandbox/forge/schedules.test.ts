import { type AgendaState, newAgenda } from '../../../sandbox/agenda';
import { START, testPlatform } from './testPlatform';

test('a schedule runs every five minutes, the first time five minutes after the start', async () => {
  const runs: number[] = [];
  const { agenda } = testPlatform({ scripts: { sweep: () => void runs.push(agenda.now() - START) } });
  await agenda.advanceTo(START + 16 * 60_000);
  expect(runs).toEqual([300_000, 600_000, 900_000]);
});

test('a run that throws is not tried again, and the next one comes in time', async () => {
  let runs = 0;
  const sweep = () => {
    runs += 1;
    throw new Error('no');
  };
  const { agenda } = testPlatform({ scripts: { sweep } });
  await agenda.advanceTo(START + 10 * 60_000);
  expect(runs).toBe(2);
});

test('a saved world goes on with its schedules instead of doubling them', async () => {
  const saved: AgendaState = { now: START, counter: 0, items: [] };
  testPlatform({ agenda: newAgenda(saved) });
  let runs = 0;
  const { agenda } = testPlatform({
    agenda: newAgenda(structuredClone(saved)),
    scripts: { sweep: () => void (runs += 1) },
  });
  await agenda.advanceTo(START + 300_000);
  expect(runs).toBe(1);
});
