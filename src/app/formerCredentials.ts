import type { Credentials, FormerCredentials, OpenConnection } from '../storage/connectionSchemas';

/** How long webhooks signed with replaced credentials are still accepted: providers change over at a time of their own. */
const LIFE_MS = 24 * 3_600_000;
/** More replacements than this in a day are trials, and the oldest of them are of no use. */
const MOST = 5;

/** Those that hold at `now`, the latest first. */
export const heldCredentials = ({ former = [] }: OpenConnection, now: number): readonly FormerCredentials[] =>
  former.filter(({ until }) => until > now);

/**
 * What is kept of the credentials before when new ones replace them. All of the last day, not only the latest: whoever
 * mistypes a secret and corrects it must not lose the good one. What is entered again unchanged replaces nothing.
 */
export function formerAfter(open: OpenConnection, entered: Credentials, now: number): readonly FormerCredentials[] {
  const others = heldCredentials(open, now).filter(({ values }) => !isSame(values, entered));
  if (isSame(open.credentials, entered)) return others;
  return [{ values: open.credentials, until: now + LIFE_MS }, ...others].slice(0, MOST);
}

const isSame = (one: Credentials, other: Credentials): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);
