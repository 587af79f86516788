import type { Row } from './printTable';

/** What is counted, not timed: the same on every machine. */
const COUNTED = ['KB read', 'KB written', 'points'] as const;
const FIRST = 10;
const LAST = 10_000;
/** A long conversation costs so much of what a short one costs. */
const MOST = 1.1;

/** What message 10,000 of a conversation costs of what message 10 costs, for each way to write. */
export function ratiosOf(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ what }) => what.endsWith(` ${LAST}`))
    .map((last) => {
      const first = rows.find(({ what }) => what === last.what.replace(/\d+$/, String(FIRST)));
      const shares = COUNTED.map((name) => [name, (Number(last[name]) / Number(first?.[name])).toFixed(2)] as const);
      return { what: `${last.what} : ${FIRST}`, ...Object.fromEntries(shares) };
    });
}

/** The ratios that miss the aim. */
export const tooDear = (ratios: readonly Row[]): readonly string[] =>
  ratios.flatMap((row) =>
    COUNTED.flatMap((name) =>
      Number(row[name]) <= MOST
        ? []
        : [`${row.what}: ${name} is ${row[name] ?? '?'} times as much, the most is ${MOST}`],
    ),
  );
