/** What a person entered, out of the events that UI Kit hands over (their values are untyped). */

/** The text of a Textfield or TextArea. */
export const textOf = (event: { readonly target: { readonly value?: unknown } }): string =>
  typeof event.target.value === 'string' ? event.target.value : '';

/** The value of the option chosen in a Select; undefined when the choice was cleared. */
export function chosenValue(option: unknown): string | undefined {
  if (typeof option !== 'object' || option === null || !('value' in option)) return undefined;
  return typeof option.value === 'string' ? option.value : undefined;
}

/** The values of the options chosen in a Select of several. */
export const chosenValues = (options: unknown): readonly string[] =>
  Array.isArray(options) ? options.flatMap((option) => chosenValue(option) ?? []) : [];
