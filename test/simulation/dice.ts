import type { Chance } from '../../sandbox/chance';

/** One of the values, each as likely as the others. */
export const one = <Value>(chance: Chance, values: readonly Value[]): Value => {
  const value = values[chance.below(values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

/** One of the values, as likely as its weight says. */
export function pick<Value>(chance: Chance, weighted: readonly (readonly [number, Value])[]): Value {
  let left = chance.below(weighted.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, value] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error('no weight was left');
}
