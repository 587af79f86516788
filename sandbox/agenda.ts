import { setImmediate } from 'node:timers';
import { isNodeBusy, realTime } from './realTime';
import { type AgendaState, beginAgain, begun, type DueItem, ended } from './agendaState';
import { type TimeGlobals, virtualTimeFrom, type VirtualTime } from './virtualTime';

export type { AgendaState, DueItem } from './agendaState';

/** The world's time: a virtual clock and an ordered list of what falls due. Everything that waits, waits here. */
export type Agenda = {
  now(): number;
  /** `Date`, timers … for code that must live in this time (the app's bundle). */
  readonly globals: TimeGlobals;
  /** `what` is for people: it shows in the `waiting` list of idle. */
  add(item: { kind: string; what: string; inMs: number; payload: unknown }): string;
  cancel(id: string): void;
  /** Who performs items of this kind. An error thrown is a defect of the sandbox and stops the world. */
  on(kind: string, perform: (payload: never) => Promise<void>): void;
  /** Counts work in flight, so that the world knows when nothing runs. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work to its end and, unless the clock follows real time, moves the clock for the timers it needs. Not from inside work. */
  finish<T>(work: () => Promise<T>): Promise<T>;
  /** One round trip: resolves when everything that can run now has run. All who wait at once go on together; the number names the round. */
  round(): Promise<number>;
  waiting(): readonly DueItem[];
  /** Steps to each due time up to `until`, performs what falls due, and ends when nothing runs. */
  advanceTo(until: number): Promise<void>;
  /** Lets everything in flight finish, without moving the clock unless timers of running work need it. Not from inside work. */
  settle(): Promise<void>;
  /** Settles, skipping waits of up to 10 s. `idle` is false when that took longer than `timeoutMs` of real time. */
  idle(timeoutMs: number): Promise<{ readonly idle: boolean; readonly waiting: readonly DueItem[] }>;
  /** From now on the clock runs with real time, until `freeze`. `onFailure` hears of defects of the sandbox. */
  follow(onFailure?: (error: unknown) => void): void;
  /** Stops the clock; it then moves only while work is running, and nothing falls due. */
  freeze(): void;
  /** Ends following and freezing: the clock moves only when it is driven. */
  stop(): void;
  readonly running: number;
};

const SHORT_WAIT_MS = 10_000;
const STUCK_AFTER_MS = 2_000;

export function newAgenda(state: AgendaState): Agenda {
  return new WorldAgenda(state);
}

class WorldAgenda implements Agenda {
  private readonly time: VirtualTime;
  private readonly performers = new Map<string, (payload: never) => Promise<void>>();
  private travellers: ((round: number) => void)[] = [];
  private rounds = 0;
  /** Grows whenever something happened: a drain ends when it stands still. */
  private activity = 0;
  /** The activity at the end of the last drain. Several callers may drive the clock at once: only a still world is moved. */
  private stillAt = -1;
  private failure: { readonly error: unknown } | undefined;
  private readonly pump = realTime((ms) => this.pass(ms));
  private following = false;
  private hearFailure: ((error: unknown) => void) | undefined;
  running = 0;

  constructor(private readonly state: AgendaState) {
    this.time = virtualTimeFrom(state.now);
    beginAgain(state);
  }

  now(): number {
    return this.time.now();
  }

  get globals(): TimeGlobals {
    return this.time.globals;
  }

  add({ kind, what, inMs, payload }: { kind: string; what: string; inMs: number; payload: unknown }): string {
    const id = String((this.state.counter += 1));
    this.state.items.push({ id, at: this.now() + Math.max(0, inMs), kind, what, payload });
    this.activity += 1;
    return id;
  }

  cancel(id: string): void {
    this.state.items = this.state.items.filter((item) => item.id !== id);
  }

  on(kind: string, perform: (payload: never) => Promise<void>): void {
    this.performers.set(kind, perform);
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    this.activity += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.activity += 1;
    }
  }

  async finish<T>(work: () => Promise<T>): Promise<T> {
    const outcome = this.run(work).then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    if (!this.pump.on) await this.settle();
    return (await outcome)();
  }

  round(): Promise<number> {
    if (this.travellers.length === 0) setImmediate(() => this.arrive());
    return new Promise((resolve) => this.travellers.push(resolve));
  }

  waiting(): readonly DueItem[] {
    return [...this.state.items].sort(byTime);
  }

  async advanceTo(until: number): Promise<void> {
    await this.drain();
    while (!this.isStill || this.step(until)) await this.drain();
    this.moveTo(until);
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.drain();
    let stuckMs = 0;
    while (this.running > 0) {
      const timer = this.time.nextAt();
      if (timer === undefined) stuckMs += await this.waitForReality(stuckMs);
      else stuckMs = 0;
      if (timer !== undefined && this.isStill) this.step(timer);
      await this.drain();
    }
    await this.drain();
  }

  async idle(timeoutMs: number): Promise<{ idle: boolean; waiting: readonly DueItem[] }> {
    const end = performance.now() + timeoutMs;
    do {
      await this.settle();
      const next = this.waiting()[0];
      if (!next || next.at > this.now() + SHORT_WAIT_MS) return { idle: true, waiting: this.waiting() };
      if (this.isStill) this.step(next.at);
    } while (performance.now() < end);
    return { idle: false, waiting: this.waiting() };
  }

  follow(onFailure?: (error: unknown) => void): void {
    this.hearFailure = onFailure ?? this.hearFailure;
    this.following = true;
    this.pump.start();
  }

  freeze(): void {
    this.following = false;
    this.pump.start();
  }

  stop(): void {
    this.pump.stop();
  }

  /** Real time has passed: so much of it passes in the world. */
  private pass(ms: number): void {
    const until = this.now() + Math.round(ms);
    try {
      if (this.following) while (this.step(until));
      if (this.following || this.running > 0) this.moveTo(until);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Moves to the next thing due until then, fires its timers and performs its items, together. False when there is none. */
  private step(until: number): boolean {
    const at = Math.min(earliestOf(this.state.items), this.time.nextAt() ?? Infinity);
    if (at > until || at === Infinity) return false;
    this.moveTo(Math.max(at, this.now()));
    const due = this.state.items.filter((item) => item.at <= this.now()).sort(byTime);
    if (due.length) this.state.items = this.state.items.filter((item) => !due.includes(item));
    for (const item of due) this.perform(item);
    return true;
  }

  private moveTo(at: number): void {
    this.time.tickTo(at);
    this.state.now = this.time.now();
    this.activity += 1;
  }

  private perform(item: DueItem): void {
    const performer = this.performers.get(item.kind);
    if (!performer) throw new Error(`nobody performs ${item.kind}`);
    begun(this.state, item);
    this.run(() => performer(item.payload as never))
      .catch((error: unknown) => this.fail(error))
      .finally(() => ended(this.state, item));
  }

  private fail(error: unknown): void {
    this.failure ??= { error };
    this.hearFailure?.(error);
  }

  private arrive(): void {
    const arrived = this.travellers;
    this.travellers = [];
    this.rounds += 1;
    this.activity += 1;
    for (const resume of arrived) resume(this.rounds);
  }

  /** Has nothing happened since a drain ended? */
  private get isStill(): boolean {
    return this.stillAt === this.activity;
  }

  /** Lets promises run until nothing happens any more: three quiet turns of the event loop, and no file or key being worked on. */
  private async drain(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      const seen = this.activity;
      await new Promise((resolve) => setImmediate(resolve));
      const moved = seen !== this.activity || this.travellers.length > 0 || (this.running > 0 && isNodeBusy());
      quiet = moved ? 0 : quiet + 1;
    }
    this.stillAt = this.activity;
    if (this.failure) throw asError(this.failure.error);
  }

  private async waitForReality(stuckMs: number): Promise<number> {
    if (stuckMs > STUCK_AFTER_MS) throw new Error(`${this.running} pieces of work never end: they wait for nothing`);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return 10;
  }
}

const byTime = (one: DueItem, other: DueItem) => one.at - other.at || Number(one.id) - Number(other.id);

const earliestOf = (items: readonly DueItem[]) => items.reduce((at, item) => Math.min(at, item.at), Infinity);

const asError = (error: unknown) =>
  error instanceof Error ? error : new Error('the world stopped', { cause: String(error) });
