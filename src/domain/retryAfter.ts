type Headers = Readonly<Record<string, string>>;

/** How long (seconds) an answer asks to wait: `Retry-After` in seconds or, against the answer's own `Date`, as a date. */
export const retryAfter = (headers: Headers): number | undefined =>
  secondsOf(headers['retry-after']) ?? secondsUntil(headers['retry-after'], headers);

/** From the answer's own `Date` until a time, 0 when that is over; undefined where either is missing. */
export function secondsUntil(time: string | undefined, headers: Headers): number | undefined {
  const seconds = (Date.parse(time ?? '') - Date.parse(headers.date ?? '')) / 1_000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

const secondsOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
