import type { Conversation } from './conversation';
import type { Head } from './head';
import { serviceWindow } from './serviceWindow';

/** What the issue property `omnichat` says of a conversation, searchable in JQL. No personal data: everybody who sees the request reads it. */
export type Facts = {
  readonly channel: string;
  readonly state: string;
  readonly waitingOn: string;
  readonly unread: 'yes' | 'no';
  /** ISO 8601; absent on SMS. */
  readonly windowEnds?: string;
};

export function factsOf(head: Head, conversation: Conversation, now: number): Facts {
  const until = serviceWindow(head, conversation.route, now)?.until;
  return {
    channel: conversation.route.channel,
    state: conversation.locked ? 'locked' : conversation.state,
    waitingOn: conversation.waitingOn,
    unread: conversation.unread ? 'yes' : 'no',
    ...(until !== undefined && { windowEnds: new Date(until).toISOString() }),
  };
}

/**
 * The state the property was last written for. `windowEnds` moves with every message: it counts only by the hour, so
 * that a conversation in full swing costs one write an hour, and the property never promises a window that is not there.
 */
export function factsKey(facts: Facts): string {
  return [facts.channel, facts.state, facts.waitingOn, facts.unread, facts.windowEnds?.slice(0, 13) ?? '-'].join(' ');
}
