import type { Conversation, Route } from './conversation';
import type { ConversationRules } from './conversationRules';
import type { Head } from './head';

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
    .filter(({ slot }) => wanted === CUSTOMER_SLOT || holds(slot, way))
    .toSorted((one, other) => other.openedAt - one.openedAt)[0];
}

/** Would this slot, of whatever scope, hold a message that came this way? */
export const holds = (slot: string, way: Way): boolean => SCOPES.some((scope) => slotOf(scope, way) === slot);

const SCOPES: readonly Scope[] = ['customer', 'customer-channel', 'customer-number'];
