import { parseArgs } from 'node:util';

export type Options = {
  readonly seeds: number;
  readonly from: number;
  readonly workers: number;
  /** A file with a story to replay instead. */
  readonly story?: string;
};

export const USAGE = `npm run simulate -- [options]
  --seeds N     how many stories (default 100)
  --from K      the first seed (default: a fresh one, printed)
  --workers W   processes side by side (default 2)
  --story FILE  replays the story of a file instead`;

/** @throws Error with a sentence for what cannot be read. */
export function readOptions(args: readonly string[], fresh: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string' },
      from: { type: 'string' },
      workers: { type: 'string' },
      story: { type: 'string' },
    },
  });
  const { story } = values;
  return {
    seeds: wholeNumber('--seeds', values.seeds, 100),
    from: wholeNumber('--from', values.from, fresh),
    workers: wholeNumber('--workers', values.workers, 2),
    ...(story !== undefined && { story }),
  };
}

function wholeNumber(name: string, raw: string | undefined, otherwise: number): number {
  if (raw === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(raw)) throw new Error(`${name} takes a whole number, not ${raw}.`);
  return Number(raw);
}
