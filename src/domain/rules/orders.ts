import type { Closed, Conversation } from '../conversation';
import type { ConversationOrder, Order } from '../event';
import type { Moment } from '../moment';
import type { AccountId } from '../ids';
import { conversationOf, withConversation, type Thread } from '../thread';
import { unreachable } from '../unreachable';
import { activate, rivalOf } from './activate';
import { withSync, type Scene } from './append';
import { once } from './once';
import { close } from './close';
import { ownerRefusal } from './newOwner';
import { hasRoom, pause } from './pause';
import { reopen } from './reopen';

/** Why an agent's order cannot be followed. Closed list: each has a sentence in static/locales. */
export type OrderRefusal =
  | 'conversation-closed'
  | 'conversation-locked'
  | 'contact-blocked'
  | 'other-owner'
  | 'not-closed'
  | 'not-paused'
  | 'reopened-by-status'
  | 'another-active'
  | 'too-many-paused';

/** An agent's button. An order that is fulfilled already, or cannot be, changes nothing. */
export function onOrder(thread: Thread, event: ConversationOrder, moment: Moment): Thread {
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || isFulfilled(conversation, event.order)) return thread;
  const scene = { thread, conversation };
  return orderRefusal(scene, event.order, moment) ? thread : carryOut(scene, event, moment);
}

/** Is the conversation as the order wants it? Then nothing is left to do, whoever did it. */
export function isFulfilled({ state, locked }: Conversation, { kind }: Order): boolean {
  switch (kind) {
    case 'close':
      return state === 'closed';
    case 'reopen':
    case 'activate':
      return state === 'active';
    case 'pause':
      return state === 'paused';
    case 'lock':
      return locked !== undefined;
    case 'unlock':
      return locked === undefined;
    default:
      return unreachable(kind);
  }
}

export function orderRefusal(scene: Scene, order: Order, moment: Moment): OrderRefusal | undefined {
  const { thread, conversation } = scene;
  const { state } = conversation;
  switch (order.kind) {
    case 'close':
    case 'unlock':
      return undefined;
    case 'lock':
      return state === 'closed' ? undefined : 'not-closed';
    case 'pause':
      if (state === 'closed') return 'conversation-closed';
      return hasRoom(thread.head) ? undefined : 'too-many-paused';
    case 'reopen':
      return reopenRefusal(conversation, moment) ?? slotRefusal(scene, order.pauseOther, moment);
    case 'activate':
      return state === 'paused' ? slotRefusal(scene, order.pauseOther, moment) : 'not-paused';
    default:
      return unreachable(order);
  }
}

/** X9. Where the request is in no closing status there is none to leave: then the button is the only way. */
function reopenRefusal({ closed, locked }: Conversation, { settings }: Moment): OrderRefusal | undefined {
  if (!closed) return 'not-closed';
  if (locked) return 'conversation-locked';
  return settings.reactivateOn === 'leaving-status' && !closed.beside ? 'reopened-by-status' : undefined;
}

function slotRefusal({ thread, conversation }: Scene, pauseOther: boolean, moment: Moment): OrderRefusal | undefined {
  if (ownerRefusal(thread.head, conversation.id)) return 'other-owner';
  if (thread.head.blocked) return 'contact-blocked';
  if (!rivalOf(thread, conversation, moment)) return undefined;
  if (!pauseOther) return 'another-active';
  return hasRoom(thread.head, conversation) ? undefined : 'too-many-paused';
}

function carryOut(scene: Scene, { agent, order }: ConversationOrder, moment: Moment): Thread {
  const { conversation } = scene;
  const { now } = moment;
  switch (order.kind) {
    case 'close':
      return close(moved(scene, agent, moment), closedBy({ agent, order, now }), moment);
    case 'pause':
      return pause(scene, now);
    case 'activate':
      return activate({ thread: withoutRival(scene, moment), conversation }, moment).thread;
    case 'reopen':
      return reopen({ thread: withoutRival(scene, moment), conversation }, moment, agent).thread;
    case 'lock':
      return withLock(scene, { at: now, by: agent }, now);
    case 'unlock':
      return withLock(scene, undefined, now);
    default:
      return unreachable(order);
  }
}

/** X8: the button may also move the request. */
function moved({ thread, conversation }: Scene, agent: AccountId, { settings }: Moment): Scene {
  const { status, resolution } = settings.closeTransition;
  if (!status) return { thread, conversation };
  const work = {
    kind: 'transition',
    because: 'close',
    status,
    ...(resolution && { resolution }),
    person: agent,
  } as const;
  return { thread: once(thread, conversation.id, work), conversation };
}

type CloseOrder = Pick<ConversationOrder, 'agent'> & { order: Extract<Order, { kind: 'close' }>; now: number };

const closedBy = ({ agent, order: { note }, now }: CloseOrder): Closed => ({
  at: now,
  source: 'user',
  by: agent,
  ...(note && { note }),
  beside: true,
});

function withoutRival({ thread, conversation }: Scene, moment: Moment): Thread {
  const rival = rivalOf(thread, conversation, moment);
  return rival
    ? withoutRival({ thread: pause({ thread, conversation: rival }, moment.now), conversation }, moment)
    : thread;
}

/** Locks or unlocks a closed conversation; the head knows it of the one that closed last. */
function withLock({ thread, conversation }: Scene, locked: Conversation['locked'], now: number): Thread {
  const { locked: _, ...free } = conversation;
  const changed: Conversation = { ...free, ...(locked && { locked }) };
  const known = withConversation(thread, changed);
  const last = known.head.closed[changed.slot];
  const head =
    last?.id === changed.id
      ? { ...known.head, closed: { ...known.head.closed, [changed.slot]: lastClosed(last, locked !== undefined) } }
      : known.head;
  return withSync({ ...known, head }, changed, now);
}

function lastClosed<Last extends { readonly locked?: true }>({ locked: _, ...last }: Last, locked: boolean) {
  return { ...last, ...(locked && { locked: true as const }) };
}
