import { virtualTimeFrom } from '../../sandbox/virtualTime';

test('Date without arguments tells the time of the clock, and with arguments is a date as ever', () => {
  const time = virtualTimeFrom(Date.UTC(2026, 10, 20));
  const { Date: Virtual } = time.globals;
  expect(new Virtual().toISOString()).toBe('2026-11-20T00:00:00.000Z');
  expect(Virtual.now()).toBe(Date.UTC(2026, 10, 20));
  expect(new Virtual('2020-01-01').getUTCFullYear()).toBe(2020);
  expect(new Virtual()).toBeInstanceOf(Virtual);
  expect(new Date()).toBeInstanceOf(Virtual);
  expect(Virtual.UTC(2020, 0)).toBe(Date.UTC(2020, 0));
});

test('timers fire in the order of their time, then of their making', () => {
  const time = virtualTimeFrom(0);
  const fired: string[] = [];
  time.globals.setTimeout(() => fired.push(`b ${time.now()}`), 20);
  time.globals.setTimeout(() => fired.push(`c ${time.now()}`), 20);
  time.globals.setTimeout(() => fired.push(`a ${time.now()}`), 10);
  time.tickTo(30);
  expect(fired).toEqual(['a 10', 'b 20', 'c 20']);
  expect(time.now()).toBe(30);
});

test('an interval repeats until it is cleared, by its handle or its number', () => {
  const time = virtualTimeFrom(0);
  let rings = 0;
  const handle = time.globals.setInterval(() => (rings += 1), 10);
  time.tickTo(35);
  time.globals.clearInterval(Number(handle));
  time.tickTo(100);
  expect(rings).toBe(3);
  expect(time.nextAt()).toBeUndefined();
});

test('the clock never goes back', () => {
  const time = virtualTimeFrom(100);
  time.tickTo(50);
  expect(time.now()).toBe(100);
});
