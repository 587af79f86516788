import type { Conversation, Route } from './conversation';
import type { ConversationRules } from './conversationRules';
import type { Head, LastClosed } from './head';

type Scope = ConversationRules['scope'];
type Way = Pick<Route, 'channel' | 'number'>;

/** The scope slot of a message: exactly one conversation is active in it (X10, X11). */
export function slotOf(scope: Scope, { channel, number }: Way): string {
  if (scope === 'customer') return CUSTOMER_SLOT;
  return scope === 'customer-channel' ? `channel.${channel}` : `number.${number}`;
}

export const CUSTOMER_SLOT = 'customer';

/**
 * The active conversation a message belongs to: the one in its slot, else one opened under another scope whose slot
 * holds the message too, the newest first. So a change of the setting tears no conversation apart.
 */
export function activeFor(head: Head, scope: Scope, way: Way): Conversation | undefined {
  const wanted = slotOf(scope, way);
  const own = head.active[wanted];
  if (own) return own;
  return Object.values(head.active)
    .filter(({ slot }) => takes(slot, scope, way))
    .toSorted((one, other) => other.openedAt - one.openedAt)[0];
}

/** The conversation that closed last where such a message belongs, in whatever scope it was open. */
export function lastClosedFor({ closed }: Head, scope: Scope, way: Way): LastClosed | undefined {
  const all = Object.entries(closed).flatMap(([slot, last]) => (takes(slot, scope, way) ? [last] : []));
  return all.toSorted((one, other) => other.at - one.at)[0];
}

/** Is a message that came this way one of this slot's, whatever the scope was when it got its name? */
export const takes = (slot: string, scope: Scope, way: Way): boolean =>
  scope === 'customer' || SCOPES.some((one) => slotOf(one, way) === slot);

const SCOPES: readonly Scope[] = ['customer', 'customer-channel', 'customer-number'];
