import { faultsFrom, type Condition, type Fault, type Faults } from '../../sandbox/faults';
import type { Delays } from '../../sandbox/forge/platform';
import type { Step } from './story';

type CountedFaults = Faults & {
  readonly struck: Readonly<Record<string, number>>;
  /** Further faults join those that wait. */
  add(fault: Fault): void;
  /** The story sets a condition: it counts once it makes a difference, and once each time it is set. */
  arm(step: Step): void;
  /** Something struck that the world itself cannot tell. */
  count(name: string): void;
};

/** Faults by plan and conditions of the world, counted where they strike: one that never made a difference is none. */
export function countedFaults(): CountedFaults {
  const state: { faults: Fault[] } = { faults: [] };
  const faults = faultsFrom(state);
  const struck: Record<string, number> = {};
  const armed = new Set<Condition>([UNASKED]);
  const count = (name: string) => void (struck[name] = (struck[name] ?? 0) + 1);
  return {
    ...faults,
    struck,
    count,
    add: (fault) => faults.set([...faults.list(), fault]),
    arm(step) {
      for (const condition of conditionsOf(step)) armed.add(condition);
    },
    felt(condition) {
      if (armed.delete(condition)) count(condition);
    },
    take(at, kinds) {
      const fault = faults.take(at, kinds);
      if (fault) count(`${at} ${fault.kind}`);
      return fault;
    },
  };
}

/** Comes by itself with the days. */
const UNASKED: Condition = 'expired record, still readable';

function conditionsOf(step: Step): readonly Condition[] {
  if (step.kind === 'weather') return WEATHER[Object.keys(step.weather)[0] as keyof Delays];
  if (step.kind === 'copies') return [step.lateRefusals ? 'provider refuses late' : 'provider delivers several times'];
  const condition = CONDITIONS[step.kind];
  return condition ? [condition] : [];
}

const WEATHER: Readonly<Record<keyof Delays, readonly Condition[]>> = {
  productEventMs: ['late product events'],
  duplicates: ['duplicate product events', 'duplicate queue events'],
  queueMs: ['slow queue'],
  queueJitterMs: ['queue out of order'],
  queryLagMs: ['store queries lag'],
  searchLagMs: ['Jira search lags'],
  clockMs: ['clock steps'],
  lost: ['product events are lost'],
};

const CONDITIONS: Partial<Record<Step['kind'], Condition>> = {
  unseen: 'new issue answers 404',
  'comment-event-first': 'comment event before status event',
  'cold-start': 'process starts anew',
  'bars-app': 'app is out of the project',
};
