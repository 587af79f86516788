import { fill } from './fill';

/** Fills `{name}`, `{key}` and `{status}`. What is not known leaves no gap: `Hello {name},` becomes `Hello,`. */
export function personal(
  text: string,
  values: Readonly<Record<'name' | 'key' | 'status', string | undefined>>,
): string {
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const unknown = Object.keys(values).filter((name) => !known.some(([one]) => one === name));
  const whole = unknown.reduce((left, name) => left.replace(new RegExp(`\\s*\\{${name}\\}`, 'g'), ''), text);
  return fill(whole, Object.fromEntries(known)).trim();
}
