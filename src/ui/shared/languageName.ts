/** `German (de)`, in the reader's language; a code that this browser does not know stays as it is. */
export function languageName(code: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code.replaceAll('_', '-'));
    return name === undefined || name === code ? code : `${name} (${code})`;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}
