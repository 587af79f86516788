import type { JiraCaller } from '../doors';
import type { Site } from './jiraCall';
import type { Issue } from './model/state';
import { Refusal } from './refusal';
import type { Answer } from './router';

/** Points an hour for the app over all its customers, and where Jira begins to warn (jira.md 9.1 and 9.4). */
const POINTS_PER_HOUR = 65_000;
const NEAR_LIMIT = 0.8;
const HOUR_MS = 3_600_000;

/** Writes of one issue: 20 in 2 s, 100 in 30 s (jira.md 9.3). */
const ISSUE_WRITE_LIMITS = [
  { writes: 20, withinMs: 2_000 },
  { writes: 100, withinMs: 30_000 },
] as const;

const isAppTraffic = (caller: JiraCaller): boolean => caller.kind === 'app' || caller.throughApp;

const tooMany = (site: Site, { reason, retryAfterMs }: { reason: string; retryAfterMs: number }): Refusal =>
  new Refusal(
    429,
    { message: 'Rate limit exceeded.' },
    {
      'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))),
      'x-ratelimit-reset': new Date(site.now() + retryAfterMs).toISOString(),
      'x-ratelimit-remaining': '0',
      'ratelimit-reason': reason,
    },
  );

/** Points are counted for the app's traffic only, impersonated or not; people with API tokens have none. @throws Refusal 429 */
export function assertQuota(site: Site, caller: JiraCaller): void {
  if (!isAppTraffic(caller)) return;
  const { quota } = site.state;
  const hour = Math.floor(site.now() / HOUR_MS);
  if (quota.hour !== hour) Object.assign(quota, { hour, used: 0 });
  if (quota.used < POINTS_PER_HOUR) return;
  throw tooMany(site, { reason: 'jira-quota-global-based', retryAfterMs: (hour + 1) * HOUR_MS - site.now() });
}

/** A read costs one and one per object, two per user or permission; a write costs one. */
export function pointsOf(method: string, { objects = 1, costly }: Answer): number {
  if (method !== 'GET') return 1;
  return 1 + objects * (costly ? 2 : 1);
}

/** Books the points of an answered call; tells the headers the app sees from then on. */
export function spend(site: Site, caller: JiraCaller, points: number): Record<string, string> {
  if (!isAppTraffic(caller)) return {};
  const { quota } = site.state;
  quota.used += points;
  return {
    'x-ratelimit-limit': String(POINTS_PER_HOUR),
    'x-ratelimit-remaining': String(Math.max(0, POINTS_PER_HOUR - quota.used)),
    ...(quota.used > POINTS_PER_HOUR * NEAR_LIMIT && { 'x-ratelimit-nearlimit': 'true' }),
  };
}

/** Counts a write of the issue. @throws Refusal 429 when there were too many; a refused one is not counted */
export function countWrite(site: Site, issue: Issue): void {
  const now = site.now();
  const recent = (site.state.writes[issue.id] ?? []).filter((at) => at > now - 30_000);
  for (const { writes, withinMs } of ISSUE_WRITE_LIMITS) {
    const inside = recent.filter((at) => at > now - withinMs);
    const oldest = inside.at(-writes);
    if (oldest === undefined) continue;
    throw tooMany(site, { reason: 'jira-per-issue-on-write', retryAfterMs: oldest + withinMs - now });
  }
  site.state.writes[issue.id] = [...recent, now];
}
