import { type AgendaState, newAgenda } from '../../sandbox/agenda';

const stateAt = (now: number): AgendaState => ({ now, counter: 0, items: [] });
const later = (agenda: ReturnType<typeof newAgenda>, ms: number) =>
  new Promise<void>((resolve) => void agenda.globals.setTimeout(() => resolve(), ms));

test('advancing performs each item at its own time and ends at the target', async () => {
  const agenda = newAgenda(stateAt(1_000));
  const seen: [string, number][] = [];
  agenda.on('ring', async (name: string) => void seen.push([name, agenda.now()]));
  agenda.add({ kind: 'ring', what: 'second', inMs: 500, payload: 'second' });
  agenda.add({ kind: 'ring', what: 'first', inMs: 100, payload: 'first' });
  agenda.add({ kind: 'ring', what: 'later', inMs: 5_000, payload: 'later' });
  await agenda.advanceTo(2_000);
  expect(seen).toEqual([
    ['first', 1_100],
    ['second', 1_500],
  ]);
  expect(agenda.now()).toBe(2_000);
  expect(agenda.waiting().map(({ what, at }) => ({ what, at }))).toEqual([{ what: 'later', at: 6_000 }]);
});

test('items due at the same instant run together', async () => {
  const agenda = newAgenda(stateAt(0));
  const steps: string[] = [];
  agenda.on('work', async (name: string) => {
    steps.push(`${name} begins`);
    await agenda.round();
    steps.push(`${name} ends`);
  });
  for (const name of ['a', 'b']) agenda.add({ kind: 'work', what: name, inMs: 10, payload: name });
  await agenda.advanceTo(10);
  expect(steps).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
});

test('calls in flight together travel in one round', async () => {
  const agenda = newAgenda(stateAt(0));
  const [one, other] = await Promise.all([agenda.round(), agenda.round()]);
  expect(other).toBe(one);
  expect(await agenda.round()).toBe(one + 1);
});

test('settling moves the clock only as far as running work needs it', async () => {
  const agenda = newAgenda(stateAt(0));
  agenda.on('never', async () => undefined);
  agenda.add({ kind: 'never', what: 'tomorrow', inMs: 86_400_000, payload: {} });
  void agenda.run(() => later(agenda, 300));
  await agenda.settle();
  expect({ now: agenda.now(), running: agenda.running }).toEqual({ now: 300, running: 0 });
});

test('finishing work drives the timers it waits for and hands on its result or error', async () => {
  const agenda = newAgenda(stateAt(0));
  expect(await agenda.finish(() => later(agenda, 40).then(() => 'done'))).toBe('done');
  await expect(agenda.finish(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('work that waits for nothing stops the world with a sentence instead of hanging it', async () => {
  const agenda = newAgenda(stateAt(0));
  void agenda.run(() => new Promise(() => undefined));
  await expect(agenda.settle()).rejects.toThrow('1 pieces of work never end');
});

test('an error of a performer stops the world', async () => {
  const agenda = newAgenda(stateAt(0));
  agenda.on('bad', async () => Promise.reject(new Error('a defect')));
  agenda.add({ kind: 'bad', what: 'x', inMs: 1, payload: {} });
  await expect(agenda.advanceTo(10)).rejects.toThrow('a defect');
});

test('idle skips waits of up to ten seconds and lists the longer ones', async () => {
  const agenda = newAgenda(stateAt(0));
  let rings = 0;
  agenda.on('ring', async () => {
    rings += 1;
    if (rings === 1) agenda.add({ kind: 'ring', what: 'the sweep', inMs: 10_001, payload: {} });
  });
  agenda.add({ kind: 'ring', what: 'soon', inMs: 10_000, payload: {} });
  const { idle, waiting } = await agenda.idle(5_000);
  expect({ idle, rings, now: agenda.now() }).toEqual({ idle: true, rings: 1, now: 10_000 });
  expect(waiting.map(({ what }) => what)).toEqual(['the sweep']);
});

test('idle gives up after its time when something always falls due', async () => {
  const agenda = newAgenda(stateAt(0));
  agenda.on('loop', async () => void agenda.add({ kind: 'loop', what: 'again', inMs: 1, payload: {} }));
  agenda.add({ kind: 'loop', what: 'first', inMs: 1, payload: {} });
  expect((await agenda.idle(50)).idle).toBe(false);
});

test('the clock follows real time and stands still when frozen', async () => {
  const agenda = newAgenda(stateAt(0));
  const rings: number[] = [];
  agenda.on('ring', async () => void rings.push(agenda.now()));
  agenda.add({ kind: 'ring', what: 'x', inMs: 30, payload: {} });
  agenda.follow();
  await new Promise((resolve) => setTimeout(resolve, 120));
  agenda.freeze();
  const frozenAt = agenda.now();
  await new Promise((resolve) => setTimeout(resolve, 60));
  agenda.stop();
  expect(rings).toEqual([30]);
  expect(frozenAt).toBeGreaterThanOrEqual(60);
  expect(agenda.now()).toBe(frozenAt);
});

test('while the clock is frozen running work still gets its timers', async () => {
  const agenda = newAgenda(stateAt(0));
  agenda.freeze();
  await agenda.finish(() => later(agenda, 20));
  agenda.stop();
  expect(agenda.now()).toBeGreaterThanOrEqual(20);
});

test('an agenda goes on from its saved state', async () => {
  const state = stateAt(0);
  newAgenda(state).add({ kind: 'ring', what: 'x', inMs: 50, payload: 'kept' });
  const agenda = newAgenda(JSON.parse(JSON.stringify(state)) as AgendaState);
  const rings: string[] = [];
  agenda.on('ring', async (payload: string) => void rings.push(payload));
  await agenda.advanceTo(100);
  expect(rings).toEqual(['kept']);
});
