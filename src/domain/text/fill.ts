/**
 * Fills `{name}` in a sentence. One pass: what a value says is never filled again. A name without a value stays as it is,
 * so that a missing value is seen and not hidden.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
