/** What a browser shows without running anything in it. */
const SHOWN = /^(image\/(?!svg)|audio\/|video\/|text\/plain|application\/pdf)/;

/** Headers of a file that a stranger made: never taken for another type, and kept instead of shown where it could run here. */
export const safely = (mimeType: string): Readonly<Record<string, string>> => ({
  'content-type': mimeType,
  'content-disposition': SHOWN.test(mimeType) ? 'inline' : 'attachment',
  'x-content-type-options': 'nosniff',
});
