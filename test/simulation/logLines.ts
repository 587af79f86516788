import type { LogLine } from '../../sandbox/forge/log';

/** Every line the app wrote, counted: the platform keeps the newest alone. */
export type LogBook = {
  /** Of `events left out`, by what was left out. */
  readonly leftOut: Record<string, number>;
  webhooksRefused: number;
  /** Lines that tell why a webhook was put off. */
  putOff: number;
  /** Ids of issues of which an event was lost or given up. */
  readonly untold: Set<string>;
  /** Something of the queue was given up. */
  isGivenUp: boolean;
  /** How often a call outlasted the lease it was made under. */
  leasesLost: number;
  /** When a record of a newer version was met. */
  readonly newerAt: number[];
  last?: LogLine;
};

export const newLogBook = (): LogBook => ({
  leftOut: {},
  webhooksRefused: 0,
  putOff: 0,
  untold: new Set(),
  isGivenUp: false,
  leasesLost: 0,
  newerAt: [],
});

/** Reads what was written since; to be called often enough that nothing is lost of the newest lines. */
export function noteLog(book: LogBook, lines: readonly LogLine[]): void {
  const from = book.last === undefined ? 0 : lines.lastIndexOf(book.last) + 1;
  for (const line of lines.slice(from)) noteLine(book, line);
  const last = lines.at(-1);
  if (last) book.last = last;
}

function noteLine(book: LogBook, { at, text }: LogLine): void {
  if (MET.test(text)) book.newerAt.push(at);
  const issueId = /^avi:\S+ of issue (\d+) was (?:lost$|tried .* is dropped$)/.exec(text)?.[1];
  if (issueId !== undefined) book.untold.add(issueId);
  else if (/(was lost|is dropped)$/.test(text)) book.isGivenUp = true;
  if (!text.startsWith('{')) return;
  const { event, kind, count } = JSON.parse(text.split('\n')[0] ?? '') as Record<string, unknown>;
  if (event === 'webhook refused') book.webhooksRefused += 1;
  if (event === 'lease ran out') book.leasesLost += 1;
  if (PUTTING_OFF.has(String(event))) book.putOff += 1;
  if (event === 'events left out') book.leftOut[String(kind)] = (book.leftOut[String(kind)] ?? 0) + Number(count);
}

/** As the error is named, or told. */
const MET = /NewerRecord|has version 99\b/;

const PUTTING_OFF = new Set(['turn failed', 'event not routed', 'webhook failed']);
