import { retryAfter, secondsUntil } from '../domain/retryAfter';

/** Without any hint from Jira: a burst is over in seconds, an exhausted quota at the turn of the hour (jira.md 9). */
const BURST_SECONDS = 30;
const QUOTA_SECONDS = 900;
const LONGEST_SECONDS = 3_600;

/**
 * How long Jira asks to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset`, both read against the answer's
 * own `Date`. Source: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (read 2026-11).
 */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>): number {
  const hinted = retryAfter(headers) ?? secondsUntil(headers['x-ratelimit-reset'], headers);
  const assumed = (headers['ratelimit-reason'] ?? '').includes('quota') ? QUOTA_SECONDS : BURST_SECONDS;
  return Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(hinted ?? assumed)));
}
