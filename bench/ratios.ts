import type { Row } from './printTable';

/** What is counted, not timed: the same on every machine. */
const COUNTED = ['KB read', 'KB written', 'points'] as const;
const FIRST = 10;
const LAST = 10_000;
/** A long conversation costs so much of what a short one costs. */
const MOST = 1.1;

/**
 * What message 10,000 of a conversation costs of what message 10 costs, for each way to write.
 * @throws when one of the two was not measured.
 */
export function ratiosOf(rows: readonly Row[]): readonly Row[] {
  const lasts = rows.filter(({ what }) => what.endsWith(` ${LAST}`));
  if (lasts.length === 0) throw new Error(`no row ends in " ${LAST}"`);
  return lasts.map((last) => {
    const like = last.what.replace(/\d+$/, String(FIRST));
    const first = rows.find(({ what }) => what === like);
    if (!first) throw new Error(`no row is called "${like}"`);
    const shares = COUNTED.map((name) => [name, shareOf(Number(last[name]), Number(first[name])).toFixed(2)] as const);
    return { what: `${last.what} : ${FIRST}`, ...Object.fromEntries(shares) };
  });
}

/** Nothing costs as much as nothing. */
const shareOf = (last: number, first: number): number => (last === first ? 1 : last / first);

/** The ratios that miss the aim. */
export const tooDear = (ratios: readonly Row[]): readonly string[] =>
  ratios.flatMap((row) =>
    COUNTED.flatMap((name) =>
      Number(row[name]) <= MOST
        ? []
        : [`${row.what}: ${name} is ${row[name] ?? '?'} times as much, the most is ${MOST}`],
    ),
  );
