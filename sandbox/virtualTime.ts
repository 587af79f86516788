/** The clock of a world: it stands still until somebody moves it. Its globals are handed to code that must live in this time. */
export type VirtualTime = {
  now(): number;
  readonly globals: TimeGlobals;
  /** When the next timer fires; undefined when none is set. */
  nextAt(): number | undefined;
  /** Fires the timers due until then, in order, and ends there. Never moves backwards. */
  tickTo(at: number): void;
};

export type TimeGlobals = {
  readonly Date: DateConstructor;
  readonly setTimeout: SetTimer;
  readonly setInterval: SetTimer;
  readonly clearTimeout: (handle: unknown) => void;
  readonly clearInterval: (handle: unknown) => void;
};
export type Callback = (...args: unknown[]) => void;
export type SetTimer = (callback: Callback, ms?: number, ...args: unknown[]) => TimerHandle;

/** As in Node, a handle is an object that also reads as a number. */
export type TimerHandle = {
  ref(): TimerHandle;
  unref(): TimerHandle;
  hasRef(): boolean;
  [Symbol.toPrimitive](): number;
};
type Timer = { readonly id: number; at: number; readonly every?: number; readonly fire: () => void };

export function virtualTimeFrom(start: number): VirtualTime {
  let now = start;
  let counter = 0;
  const timers = new Map<number, Timer>();

  const plan = (callback: () => void, ms: number | undefined, repeats: boolean): TimerHandle => {
    const wait = Math.max(1, Math.trunc(Number(ms) || 0)); // as Node: at least a millisecond
    const id = (counter += 1);
    timers.set(id, { id, at: now + wait, fire: callback, ...(repeats && { every: wait }) });
    return handleOf(id);
  };
  const clear = (handle: unknown) => void timers.delete(Number(handle));
  const first = () => earliest(timers.values());

  return {
    now: () => now,
    nextAt: () => first()?.at,
    globals: {
      Date: dateOf(() => now),
      setTimeout: (callback, ms, ...args) => plan(() => callback(...args), ms, false),
      setInterval: (callback, ms, ...args) => plan(() => callback(...args), ms, true),
      clearTimeout: clear,
      clearInterval: clear,
    },
    tickTo(at) {
      for (let timer = first(); timer && timer.at <= at; timer = first()) {
        now = Math.max(now, timer.at);
        if (timer.every) timer.at += timer.every;
        else timers.delete(timer.id);
        timer.fire();
      }
      now = Math.max(now, at);
    },
  };
}

function earliest(timers: Iterable<Timer>): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) {
    if (!first || timer.at < first.at || (timer.at === first.at && timer.id < first.id)) first = timer;
  }
  return first;
}

function handleOf(id: number): TimerHandle {
  const handle: TimerHandle = {
    ref: () => handle,
    unref: () => handle,
    hasRef: () => true,
    [Symbol.toPrimitive]: () => id,
  };
  return handle;
}

/** `Date` as ever, but for what it takes from the clock. A proxy, so that `instanceof Date` holds for every date. */
export function dateOf(now: () => number): DateConstructor {
  const proxy: DateConstructor = new Proxy(Date, {
    construct: (target, args: unknown[], called) =>
      Reflect.construct(target, args.length ? args : [now()], called === proxy ? target : called) as object,
    apply: () => new Date(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  return proxy;
}
