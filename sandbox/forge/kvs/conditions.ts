import { badRequest } from './refusal';

/** A condition on one attribute, as the SDK sends it. */
export type Condition = {
  readonly property: string;
  readonly condition: string;
  readonly values: readonly unknown[];
};
export type Conditions = { readonly and?: readonly Condition[]; readonly or?: readonly Condition[] };

const MAX_CONDITIONS = 100;

/** @throws KvsRefusal for conditions the store does not know. */
export function holds(conditions: Conditions, value: unknown): boolean {
  const { and, or } = conditions;
  if (and && or) throw badRequest('INVALID_CONDITIONS', 'conditions are joined by either and or or');
  const all = and ?? or ?? [];
  if (all.length < 1 || all.length > MAX_CONDITIONS) {
    throw badRequest('INVALID_CONDITIONS', `there are 1 to ${MAX_CONDITIONS} conditions`);
  }
  const results = all.map((one) => fits(one.condition, attributeOf(value, one.property), one.values));
  return and ? results.every(Boolean) : results.some(Boolean);
}

/** Compares as the store's indexes do: numbers by value, texts by code unit; different types never fit. */
export function fits(condition: string, attribute: unknown, values: readonly unknown[]): boolean {
  const test = Object.hasOwn(TESTS, condition) ? TESTS[condition] : undefined;
  if (!test) throw badRequest('INVALID_CONDITIONS', `there is no condition ${condition}`);
  return test(attribute, values);
}

type Test = (attribute: unknown, values: readonly unknown[]) => boolean;

const compared =
  (accept: (order: number) => boolean): Test =>
  (attribute, [value]) => {
    const order = compare(attribute, value);
    return order !== undefined && accept(order);
  };

const TESTS: Record<string, Test> = {
  EQUAL_TO: (attribute, [value]) => attribute === value,
  NOT_EQUAL_TO: (attribute, [value]) => attribute !== value,
  EXISTS: (attribute) => attribute !== undefined,
  NOT_EXISTS: (attribute) => attribute === undefined,
  GREATER_THAN: compared((order) => order > 0),
  GREATER_THAN_EQUAL_TO: compared((order) => order >= 0),
  LESS_THAN: compared((order) => order < 0),
  LESS_THAN_EQUAL_TO: compared((order) => order <= 0),
  BETWEEN: (attribute, [low, high]) => (compare(attribute, low) ?? -1) >= 0 && (compare(attribute, high) ?? 1) <= 0,
  BEGINS_WITH: (attribute, [prefix]) => typeof attribute === 'string' && attribute.startsWith(String(prefix)),
  CONTAINS: (attribute, [part]) => typeof attribute === 'string' && attribute.includes(String(part)),
  NOT_CONTAINS: (attribute, [part]) => typeof attribute === 'string' && !attribute.includes(String(part)),
};

/** Undefined when the two cannot be compared. */
export function compare(one: unknown, other: unknown): number | undefined {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

export const attributeOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
