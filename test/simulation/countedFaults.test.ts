import { countedFaults } from './countedFaults';

const WEATHER = { kind: 'weather', weather: { queueMs: 60_000 } } as const;

test('a condition counts where it makes a difference, once each time the story sets it', () => {
  const faults = countedFaults();
  faults.felt?.('slow queue');
  faults.arm(WEATHER);
  expect(faults.struck).toEqual({});

  faults.felt?.('slow queue');
  faults.felt?.('slow queue');
  expect(faults.struck).toEqual({ 'slow queue': 1 });

  faults.arm(WEATHER);
  faults.felt?.('slow queue');
  expect(faults.struck).toEqual({ 'slow queue': 2 });
});

test('a fault counts at the call that it strikes, by place and kind', () => {
  const faults = countedFaults();
  faults.add({ at: 'kvs.get', kind: '500', times: 2, skip: 1 });

  for (const at of ['kvs.get', 'kvs.get', 'kvs.set', 'kvs.get', 'kvs.get']) faults.take(at);

  expect(faults.struck).toEqual({ 'kvs.get 500': 2 });
});
