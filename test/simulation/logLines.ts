import type { LogLine } from '../../sandbox/forge/log';

/** Every line the app wrote, counted: the platform keeps the newest alone. */
export type LogBook = {
  /** Of `events left out`, by what was left out. */
  readonly leftOut: Record<string, number>;
  webhooksRefused: number;
  /** Lines that tell why a webhook was put off. */
  putOff: number;
  last?: LogLine;
};

export const newLogBook = (): LogBook => ({ leftOut: {}, webhooksRefused: 0, putOff: 0 });

/** Reads what was written since; to be called often enough that nothing is lost of the newest lines. */
export function noteLog(book: LogBook, lines: readonly LogLine[]): void {
  const from = book.last === undefined ? 0 : lines.lastIndexOf(book.last) + 1;
  for (const { text } of lines.slice(from)) noteLine(book, text);
  const last = lines.at(-1);
  if (last) book.last = last;
}

function noteLine(book: LogBook, text: string): void {
  if (!text.startsWith('{')) return;
  const { event, kind, count } = JSON.parse(text.split('\n')[0] ?? '') as Record<string, unknown>;
  if (event === 'webhook refused') book.webhooksRefused += 1;
  if (PUTTING_OFF.has(String(event))) book.putOff += 1;
  if (event === 'events left out') book.leftOut[String(kind)] = (book.leftOut[String(kind)] ?? 0) + Number(count);
}

const PUTTING_OFF = new Set(['turn failed', 'event not routed', 'webhook failed']);
