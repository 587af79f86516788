const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const withSeconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

export const clockTime = (iso: string): string => clock.format(new Date(iso));
export const clockTimeWithSeconds = (iso: string): string => withSeconds.format(new Date(iso));
export const fullTime = (iso: string): string => full.format(new Date(iso));
export const dayAndTime = (iso: string): string => `${day.format(new Date(iso))} ${clockTime(iso)}`;

/** Jira's way: "just now", "5 minutes ago", "3 hours ago", then the day. `now` is the sandbox's clock. */
export function agoOf(iso: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(iso)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`;
  return dayAndTime(iso);
}
