import { refuse } from '../refusal';

const MINUTE_MS = 60_000;
const UNIT_MS: Readonly<Record<string, number>> = {
  m: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: 1_440 * MINUTE_MS,
  w: 10_080 * MINUTE_MS,
};

/** `-10m`, `4w 2d`, `2026-01-31`, `2026/01/31 09:30`, or an epoch time, in UTC. @throws Refusal 400 */
export function readDate(written: string, { field, now }: { field: string; now: number }): number {
  const period = readPeriod(written);
  if (period !== undefined) return now + period;
  const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?Z?)?)?$/.exec(written);
  if (found) {
    const [, year = '', month = '', day = '', hour = '0', minute = '0'] = found;
    return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  }
  if (/^\d{11,}$/.test(written)) return Number(written);
  throw refuse(
    400,
    `Date value '${written}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
      "'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
  );
}

function readPeriod(written: string): number | undefined {
  if (!/^[-+]?\d+[wdhm](\s+\d+[wdhm])*$/.test(written)) return undefined;
  const sign = written.startsWith('-') ? -1 : 1;
  const parts = [...written.matchAll(/(\d+)([wdhm])/g)];
  return sign * parts.reduce((sum, [, count = '', unit = '']) => sum + Number(count) * (UNIT_MS[unit] ?? 0), 0);
}

const DAY_MS = 1_440 * MINUTE_MS;

/** `now()`, `startOfDay(-1d)` and their family, in UTC. Undefined for a function that gives no date. */
export function dateFunction(name: string, { argument, now }: { argument: string | undefined; now: number }) {
  const shifted =
    now + (argument === undefined ? 0 : (readPeriod(/[a-z]$/i.test(argument) ? argument : `${argument}d`) ?? 0));
  const at = new Date(shifted);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const day = Math.floor(shifted / DAY_MS) * DAY_MS;
  const week = day - at.getUTCDay() * DAY_MS;
  const table: Readonly<Record<string, number>> = {
    now,
    startofday: day,
    endofday: day + DAY_MS - 1,
    startofweek: week,
    endofweek: week + 7 * DAY_MS - 1,
    startofmonth: Date.UTC(year, month, 1),
    endofmonth: Date.UTC(year, month + 1, 1) - 1,
    startofyear: Date.UTC(year, 0, 1),
    endofyear: Date.UTC(year + 1, 0, 1) - 1,
  };
  return table[name.toLowerCase()];
}
