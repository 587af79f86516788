import FakeTimers, { type Clock as FakeClock } from '@sinonjs/fake-timers';

/** Something that falls due: a queue event, a product event, a carrier's webhook, a schedule. Plain JSON, so it survives a restart. */
export type DueItem = {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly what: string;
  readonly payload: unknown;
};
export type AgendaState = { now: number; counter: number; items: DueItem[] };

/** The world's time: a virtual clock and an ordered list of what falls due. Everything that waits, waits here. */
export type Agenda = {
  now(): number;
  /** `Date`, timers … for code that must live in this time (the app's bundle). */
  readonly globals: Pick<FakeClock, 'Date' | 'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval'>;
  /** `what` is for people: it shows in the `waiting` list of idle. */
  add(item: { kind: string; what: string; inMs: number; payload: unknown }): string;
  cancel(id: string): void;
  /** Who performs items of this kind. An error thrown is a defect of the sandbox and stops the world. */
  on(kind: string, perform: (payload: never) => Promise<void>): void;
  /** Counts work in flight, so that the world knows when nothing runs. */
  run<T>(work: () => Promise<T>): Promise<T>;
  waiting(): readonly DueItem[];
  /** Steps to each due time up to `until`, performs what falls due, and ends when nothing runs. */
  advanceTo(until: number): Promise<void>;
  /** Lets everything in flight finish, without moving the clock unless timers of running work need it. */
  settle(): Promise<void>;
  readonly running: number;
};

export function newAgenda(state: AgendaState): Agenda {
  const clock = FakeTimers.createClock(state.now);
  const performers = new Map<string, (payload: never) => Promise<void>>();
  let running = 0;
  let failure: unknown;

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };

  const perform = (item: DueItem) => {
    const performer = performers.get(item.kind);
    if (!performer) throw new Error(`nobody performs ${item.kind}`);
    run(() => performer(item.payload as never)).catch((error: unknown) => (failure ??= error));
  };

  const next = () =>
    state.items.reduce<DueItem | undefined>((first, item) => (!first || item.at < first.at ? item : first), undefined);

  /** Moves the clock to the next thing due before `until`: a timer or an item. False when there is none. */
  const step = (until: number): boolean => {
    const item = next();
    const timer = nextTimerAt(clock);
    const at = Math.min(item?.at ?? Infinity, timer ?? Infinity);
    if (at > until) return false;
    clock.tick(Math.max(0, at - clock.now));
    state.now = clock.now;
    if (item && item.at <= clock.now) {
      state.items = state.items.filter((one) => one.id !== item.id);
      perform(item);
    }
    return true;
  };

  const settle = async () => {
    await drain();
    while (running > 0 && failure === undefined) {
      const timer = nextTimerAt(clock);
      if (timer !== undefined) clock.tick(Math.max(0, timer - clock.now));
      state.now = clock.now;
      await drain();
    }
    if (failure !== undefined)
      throw failure instanceof Error ? failure : new Error('the world stopped', { cause: failure });
  };

  return {
    now: () => clock.now,
    globals: clock,
    add({ kind, what, inMs, payload }) {
      const item = { id: String((state.counter += 1)), at: clock.now + Math.max(0, inMs), kind, what, payload };
      state.items.push(item);
      return item.id;
    },
    cancel: (id) => void (state.items = state.items.filter((item) => item.id !== id)),
    on: (kind, performer) => void performers.set(kind, performer),
    run,
    waiting: () => [...state.items].sort((one, other) => one.at - other.at),
    async advanceTo(until) {
      await settle();
      while (step(until)) await drain();
      await settle();
      if (clock.now < until) clock.tick(until - clock.now);
      state.now = clock.now;
      await settle();
    },
    settle,
    get running() {
      return running;
    },
  };
}

/** Lets promises (and the few real callbacks of the SDKs) run until they stop scheduling each other. */
async function drain(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function nextTimerAt(clock: FakeClock): number | undefined {
  const timers = Object.values((clock as unknown as { timers?: Record<string, { callAt: number }> }).timers ?? {});
  return timers.length ? Math.min(...timers.map((timer) => timer.callAt)) : undefined;
}
