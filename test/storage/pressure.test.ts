import { loadPressure, notePressure } from '../../src/storage/pressure';
import { leavePlatform, onPlatform } from '../forge/onPlatform';
import { memoryCache } from '../support/jiraDouble';

afterEach(leavePlatform);

const NONE = { level: 0, until: 0 };

function pressureAt(begin = 1_000_000) {
  const { ports } = onPlatform();
  let now = begin;
  const needs = { store: ports.store, cache: memoryCache(), clock: { ...ports.clock, now: () => now } };
  return { needs, pass: (ms: number) => (now += ms) };
}

test('there is none until Jira says so', async () => {
  expect(await loadPressure(pressureAt().needs)).toEqual(NONE);
});

test('it holds until its time and not longer', async () => {
  const { needs, pass } = pressureAt();
  await notePressure(needs, { level: 2, forSeconds: 30 });

  expect(await loadPressure(needs)).toMatchObject({ level: 2, until: 1_030_000 });
  pass(30_000);
  expect(await loadPressure(needs)).toEqual(NONE);
});

test('the same word is not written over and over by one process, a harder one is', async () => {
  const { needs, pass } = pressureAt();
  await notePressure(needs, { level: 1, forSeconds: 60 });
  pass(1_000);
  await notePressure(needs, { level: 1, forSeconds: 60 });
  expect(await loadPressure(needs)).toMatchObject({ level: 1, until: 1_060_000 });

  await notePressure(needs, { level: 2, forSeconds: 10 });
  expect(await loadPressure(needs)).toMatchObject({ level: 2, until: 1_011_000 });
});
