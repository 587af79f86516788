/** Faults that the world injects at named places, each `times` times. Documented in docs/sandbox.md. */
export type FaultKind =
  'refuse' | 'timeout-before' | 'timeout-after' | '429' | '500' | 'crash-before' | 'crash-after' | 'partial';

/** `at` is `kvs.get`, `kvs.transact`, `queue.push`, `jira.create-issue`, `carrier.send`, …; `jira.*` matches every Jira call. */
export type Fault = { at: string; kind: FaultKind; times: number; retryAfterSeconds?: number };

export type Faults = {
  set(plan: readonly Fault[]): void;
  clear(): void;
  list(): readonly Fault[];
  /** The fault that strikes here now, used up by one; undefined when none does. */
  take(at: string): Fault | undefined;
};

export function faultsFrom(state: { faults: Fault[] }): Faults {
  const matches = (fault: Fault, at: string) =>
    fault.at === at || (fault.at.endsWith('.*') && at.startsWith(fault.at.slice(0, -1)));
  return {
    set: (plan) => void (state.faults = plan.map((fault) => ({ ...fault }))),
    clear: () => void (state.faults = []),
    list: () => state.faults,
    take(at) {
      const fault = state.faults.find((one) => one.times > 0 && matches(one, at));
      if (!fault) return undefined;
      fault.times -= 1;
      return { ...fault };
    },
  };
}
