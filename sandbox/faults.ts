/** Faults that the world injects at named places, each `times` times. Documented in docs/sandbox.md. */
export const FAULT_KINDS = [
  'refuse',
  'timeout-before',
  'timeout-after',
  '409',
  '429',
  '500',
  'crash-before',
  'crash-after',
  'partial',
  'torn',
  'slow',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/**
 * `at` is `kvs.get`, `kvs.transact`, `queue.push`, `jira.create-issue`, `carrier.send`, …; `jira.*` matches every Jira call,
 * `*` every call. `skip` lets that many matching calls pass first: with `*` it names the n-th await of a story. `lateSeconds`
 * is how late a `slow` answer comes, 20 unless told.
 */
export type Fault = {
  at: string;
  kind: FaultKind;
  times: number;
  skip?: number;
  retryAfterSeconds?: number;
  lateSeconds?: number;
};

/** What a world may be beside broken at one call. Named for people: the simulation prints them. */
export type Condition =
  | 'late product events'
  | 'product events are lost'
  | 'duplicate product events'
  | 'duplicate queue events'
  | 'slow queue'
  | 'queue out of order'
  | 'store queries lag'
  | 'Jira search lags'
  | 'clock steps'
  | 'new issue answers 404'
  | 'comment event before status event'
  | 'process starts anew'
  | 'provider delivers several times'
  | 'provider refuses late'
  | 'app is out of the project'
  | 'expired record, still readable';

/** Hears that a condition of the world made a difference: whoever counts trouble counts it where it strikes. */
export type Felt = (condition: Condition) => void;

export type Faults = {
  set(plan: readonly Fault[]): void;
  clear(): void;
  list(): readonly Fault[];
  /** The fault that strikes here now, used up by one; undefined when none does. With `kinds` only of these kinds. */
  take(at: string, kinds?: readonly FaultKind[]): Fault | undefined;
  readonly felt?: Felt;
};

export function faultsFrom(state: { faults: Fault[] }): Faults {
  return {
    set: (plan) => void (state.faults = plan.map((fault) => ({ ...fault }))),
    clear: () => void (state.faults = []),
    list: () => state.faults,
    take(at, kinds) {
      const fault = state.faults
        .filter((one) => one.times > 0 && matches(one, at) && (kinds?.includes(one.kind) ?? true))
        .find((one) => !isSkipped(one));
      if (!fault) return undefined;
      fault.times -= 1;
      return { ...fault };
    },
  };
}

const matches = (fault: Fault, at: string) =>
  fault.at === at || fault.at === '*' || (fault.at.endsWith('.*') && at.startsWith(fault.at.slice(0, -1)));

function isSkipped(fault: Fault): boolean {
  if (!fault.skip) return false;
  fault.skip -= 1;
  return true;
}
