import { faultsFrom, type Fault, type Faults } from '../../sandbox/faults';

/** Faults by plan that count what struck, by place and kind. Further faults join those that wait. */
export function countedFaults(): Faults & { readonly struck: Record<string, number>; add(fault: Fault): void } {
  const state: { faults: Fault[] } = { faults: [] };
  const faults = faultsFrom(state);
  const struck: Record<string, number> = {};
  return {
    ...faults,
    struck,
    add: (fault) => faults.set([...faults.list(), fault]),
    take(at, kinds) {
      const fault = faults.take(at, kinds);
      if (fault) {
        const name = `${at} ${fault.kind}`;
        struck[name] = (struck[name] ?? 0) + 1;
      }
      return fault;
    },
  };
}
