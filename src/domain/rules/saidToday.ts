import type { Head, Said, SaidKind } from '../head';
import type { Moment } from '../moment';
import type { Thread } from '../thread';

const DAY_MS = 24 * 3_600_000;

/** So many automatic texts a contact gets within 24 hours: two machines that answer each other come to an end. */
export const MOST_REPLIES = 5;
/** Notices follow people's work; so many in a day are a loop of rules. */
export const MOST_NOTICES = 20;

/** May a text of this kind be said now: has it cooled down, is the day's measure not full? */
export function maySay({ said = {} }: Head, kind: SaidKind, { now, settings }: Moment): boolean {
  if (kind === 'notice') return countOf(said.notice, now) < MOST_NOTICES;
  const last = said[kind]?.at ?? -Infinity;
  const replies = REPLIES.reduce((sum, one) => sum + countOf(said[one], now), 0);
  return now - last >= settings.coolDownMinutes * 60_000 && replies < MOST_REPLIES;
}

const REPLIES: readonly SaidKind[] = ['first', 'out-of-hours', 'window-closing'];

const isToday = (said: Said, now: number): boolean => now - said.since < DAY_MS;
const countOf = (said: Said | undefined, now: number): number => (said && isToday(said, now) ? said.count : 0);

export function withSaid(thread: Thread, kind: SaidKind, now: number): Thread {
  const { said = {} } = thread.head;
  const before = said[kind];
  const next =
    before && isToday(before, now)
      ? { ...before, at: now, count: before.count + 1 }
      : { at: now, since: now, count: 1 };
  return { ...thread, head: { ...thread.head, said: { ...said, [kind]: next } } };
}
