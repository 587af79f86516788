import type { Conversation } from '../conversation';

/** Jira's clock and ours differ, and ours may step: what is nearer than this to the beginning belongs to the conversation. */
const CLOCKS_MS = 60_000;

/** What was written on a request before its conversation began is no part of it. `at`: by Jira's clock. */
export const writtenBefore = ({ openedAt }: Conversation, at: number): boolean => at < openedAt - CLOCKS_MS;

/**
 * A public comment goes to a phone. Where an agent started the conversation on a request that was there, one from shortly
 * before was not meant for it; where the customer began, the request and all its comments came after.
 */
export const commentedBefore = (conversation: Conversation, at: number): boolean =>
  conversation.startedBy === undefined ? writtenBefore(conversation, at) : at < conversation.openedAt;
