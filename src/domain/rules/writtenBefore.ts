import type { Conversation } from '../conversation';

/** Jira's clock and ours differ, and ours may step: what is nearer than this to the beginning belongs to the conversation. */
const CLOCKS_MS = 60_000;

/** What was written on a request before its conversation was there is no part of it. `at`: by Jira's clock. */
export const writtenBefore = ({ openedAt, linkedAt = openedAt }: Conversation, at: number): boolean =>
  at < linkedAt - CLOCKS_MS;

/**
 * A public comment goes to a phone. On a request that was there before its conversation, one from shortly before was not meant
 * for it; a request that was raised for its conversation, and all its comments, came after.
 */
export function commentedBefore(conversation: Conversation, at: number): boolean {
  const { openedAt, startedBy, linkedAt = startedBy && openedAt } = conversation;
  return linkedAt === undefined ? writtenBefore(conversation, at) : at < linkedAt;
}
