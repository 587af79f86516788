// C0 but tab and line feed, DEL and C1, the two characters XML refuses, invisible byte order marks.
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/g; // oxlint-disable-line no-control-regex

/**
 * Text that every store and screen takes: line ends are `\n`; control characters and lone surrogates are gone. Jira's schema
 * accepts them, its storage does not (jira.md 5.2).
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, '')
    .replace(/\p{Surrogate}/gu, '');
}

/** The first `limit` UTF-16 units, ending in `…` where something was cut. Never half a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
