const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * After 429 or 5xx Vonage tries again after 5 seconds, then twice as late each time, up to every 15 minutes, for 24 hours.
 * api.support.vonage.com, retries of webhooks of the Messages API (read 2026-11)
 */
export const RETRY_WAITS_MS: readonly number[] = waits(24 * HOUR);

function waits(horizon: number): number[] {
  const found: number[] = [];
  let total = 0;
  for (let wait = 5 * SECOND; total + wait <= horizon; wait = Math.min(2 * wait, 15 * MINUTE)) {
    found.push(wait);
    total += wait;
  }
  return found;
}
