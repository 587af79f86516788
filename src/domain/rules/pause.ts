import type { Conversation } from '../conversation';
import type { Head } from '../head';
import { withConversation, type Thread } from '../thread';
import { withSync, type Scene } from './append';
import { withoutTimer } from './timers';

/** The head names every paused conversation, and heads stay small. */
export const MOST_PAUSED = 20;

/** May another one be paused, beside those that stay so? */
export const hasRoom = ({ parked }: Head, except?: Conversation): boolean =>
  parked.filter((id) => id !== except?.id).length < MOST_PAUSED;

/** Makes a conversation inactive (S2-22): the customer's next message opens a new request, this one can be activated again. */
export function pause({ thread, conversation }: Scene, now: number): Thread {
  const paused: Conversation = { ...conversation, state: 'paused' };
  const quiet = withoutTimer(withConversation(thread, paused), { kind: 'silence', conversation: paused.id });
  const head = { ...quiet.head, parked: [...quiet.head.parked, paused.id] };
  return withSync({ ...quiet, head }, paused, now);
}
