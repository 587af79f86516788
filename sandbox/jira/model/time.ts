/** `2026-10-03T12:00:00.000+0000`, as Jira writes times. */
export const jiraTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

/** The four spellings JSM gives of one time. */
export const serviceDeskTime = (at: number, now: number) => ({
  iso8601: new Date(at).toISOString().replace(/\.\d+Z$/, '+0000'),
  jira: jiraTime(at),
  friendly: friendly(at, now),
  epochMillis: at,
});

const DAY_MS = 86_400_000;
function friendly(at: number, now: number): string {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }).format(at);
  const days = Math.floor(now / DAY_MS) - Math.floor(at / DAY_MS);
  if (days === 0) return `Today ${clock}`;
  if (days === 1) return `Yesterday ${clock}`;
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: '2-digit', month: 'short', year: '2-digit' });
  return `${day.format(at).replace(/ /g, '/')} ${clock}`;
}
