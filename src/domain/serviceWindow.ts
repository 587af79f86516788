import type { Channel } from './contact';
import type { Route } from './conversation';
import type { Head } from './head';
import type { NumberId } from './ids';

/** WhatsApp allows free text for 24 hours after the contact's last message to that number (Meta, customer service windows, read 2026-11). SMS has no window. */
export const WINDOW_MS = 24 * 3_600_000;
/** The last minute counts as closed: a message must still reach the provider in time. */
export const WINDOW_MARGIN_MS = 60_000;

export type ServiceWindow = { readonly open: boolean; readonly until?: number };

export const lineKey = (channel: Channel, number: NumberId): string => `${channel}.${number}`;

/** The window of the route's business number; undefined where the channel has none. `until` is epoch milliseconds. */
export function serviceWindow(head: Head, route: Route, now: number): ServiceWindow | undefined {
  if (route.channel !== 'whatsapp') return undefined;
  const last = head.lines[lineKey(route.channel, route.number)];
  if (last === undefined) return { open: false };
  const until = last + WINDOW_MS;
  return { open: now < until - WINDOW_MARGIN_MS, until };
}

/** Notes an inbound message: the newest one counts, whatever the order of arrival. Lines closed for a week are forgotten. */
export function withInbound(lines: Head['lines'], line: string, at: number): Head['lines'] {
  const newest = Math.max(at, lines[line] ?? 0);
  const kept = Object.entries(lines).filter(([, last]) => last > at - 7 * WINDOW_MS);
  return { ...Object.fromEntries(kept), [line]: newest };
}
