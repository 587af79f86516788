import type { Refusal } from '../../shared/ask';
import type { RuleName } from './field';

/** The code of what the server refused of a rule; undefined when it had nothing against it. */
export function faultOf(refusal: Refusal | undefined, rule: RuleName): Refusal['code'] | undefined {
  if (!refusal) return undefined;
  const told = Object.entries(refusal.faults ?? { [refusal.message]: refusal.code });
  return told.find(([path]) => path.split('.')[1] === rule)?.[1];
}
