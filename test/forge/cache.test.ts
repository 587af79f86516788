import { cache } from '../../src/forge/cache';
import { closeDoor, nothing, openDoor } from './door';

const enter = (installationId: string) => openDoor(() => nothing(), { installationId });

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  closeDoor();
});

test('one installation never sees what another one put in', () => {
  enter('installation-a');
  cache.set('connection:1', 'secret of a', 60_000);

  enter('installation-b');
  expect(cache.get('connection:1')).toBeUndefined();

  enter('installation-a');
  expect(cache.get('connection:1')).toBe('secret of a');
});

test('an entry is gone after its life, or when it is dropped', () => {
  enter('installation-a');
  cache.set('short', 1, 1_000);
  cache.set('dropped', 1, 60_000);

  cache.drop('dropped');
  jest.advanceTimersByTime(1_000);

  expect([cache.get('short'), cache.get('dropped')]).toEqual([undefined, undefined]);
});

test('the oldest entries give way, however many are put in', () => {
  enter('installation-a');
  for (let entry = 0; entry <= 1_000; entry += 1) cache.set(`entry ${entry}`, entry, 60_000);

  expect([cache.get('entry 0'), cache.get('entry 1'), cache.get('entry 1000')]).toEqual([undefined, 1, 1_000]);
});
