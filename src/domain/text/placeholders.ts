/** What may stand in braces in the texts of the rules (X17; X3 and X15). */
export const SUMMARY_PLACEHOLDERS = ['channel', 'digits', 'last4', 'name', 'text'] as const;
export const TEXT_PLACEHOLDERS = ['key', 'name', 'status'] as const;

/** The placeholders of a text that nothing would fill. */
export const unknownPlaceholders = (text: string, known: readonly string[]): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (known.includes(name) ? [] : [name]));
