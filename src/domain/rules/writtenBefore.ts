import type { Conversation } from '../conversation';

/** Jira's clock and ours differ, and ours may step: what is nearer than this to the beginning belongs to the conversation. */
const CLOCKS_MS = 60_000;

/** What was written on a request long before its conversation was there is no part of it. `at`: by Jira's clock. */
export const writtenBefore = ({ openedAt, linkedAt = openedAt }: Conversation, at: number): boolean =>
  at < linkedAt - CLOCKS_MS;

/**
 * On a request that was there before its conversation: what was written shortly before was not meant for a phone, unless Jira's
 * clock is behind. A request that was raised for its conversation, and all its comments, came after.
 */
export const writtenJustBefore = (
  { openedAt, startedBy, linkedAt = startedBy && openedAt }: Conversation,
  at: number,
): boolean => linkedAt !== undefined && at < linkedAt;
