import type { Fault, Faults } from '../../sandbox/faults';

export type Crash = 'crash-before' | 'crash-after';

/** Faults that count every call the app makes from the moment they are armed, and strike one of them. */
export function crashAt(strikeAt: number, kind: Crash): Faults & { arm(on: boolean): void; readonly calls: number } {
  let armed = false;
  let calls = 0;
  return {
    arm: (on) => void (armed = on),
    get calls() {
      return calls;
    },
    set: () => undefined,
    clear: () => undefined,
    list: () => [],
    take(at, kinds): Fault | undefined {
      // Doors that only take some faults ask a second time for the same call: what a crash needs is asked once.
      if (!armed || (kinds && !kinds.includes(kind))) return undefined;
      calls += 1;
      return calls === strikeAt ? { at, kind, times: 1 } : undefined;
    },
  };
}
