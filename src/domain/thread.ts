import type { Contact } from './contact';
import type { Conversation } from './conversation';
import type { Effect, Lane, LaneName, Work } from './effect';
import { laneOf, LANES } from './effect';
import { MARKS, type Head } from './head';
import type { ConversationId, MessageKey } from './ids';
import type { Message } from './message';

/**
 * What one turn sees and changes: the head and whatever of the thread its events touch. Values are never changed in
 * place, so the turn's transaction is the difference between two threads.
 */
export type Thread = {
  readonly head: Head;
  readonly contact: Contact;
  /** Conversations that are not active, by id: only those the turn touches. */
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** Messages by key: only those the turn touches. */
  readonly messages: Readonly<Record<string, Message>>;
  /** Origins known to the turn and the messages they became. */
  readonly origins: Readonly<Record<string, MessageKey>>;
};

export function conversationOf(thread: Thread, id: ConversationId): Conversation | undefined {
  return Object.values(thread.head.active).find((one) => one.id === id) ?? thread.conversations[id];
}

/** The message an origin became, looked for in what was read by key and in the head's newest marks. */
export function messageOfOrigin(thread: Thread, origin: string): MessageKey | undefined {
  return thread.origins[origin] ?? thread.head.marks.find((mark) => mark.origin === origin)?.message;
}

/** Puts a conversation where its state says it belongs: the active ones into the head, the others beside it. */
export function withConversation(thread: Thread, conversation: Conversation): Thread {
  const others = Object.fromEntries(Object.entries(thread.head.active).filter(([, one]) => one.id !== conversation.id));
  if (conversation.state === 'active') {
    const { [conversation.id]: _, ...conversations } = thread.conversations;
    const active = { ...others, [conversation.slot]: conversation };
    return { ...thread, head: { ...thread.head, active }, conversations };
  }
  return {
    ...thread,
    head: { ...thread.head, active: others },
    conversations: { ...thread.conversations, [conversation.id]: conversation },
  };
}

export const withMessage = (thread: Thread, message: Message): Thread => ({
  ...thread,
  messages: { ...thread.messages, [message.key]: message },
});

export function withOrigin(thread: Thread, origin: string, message: MessageKey): Thread {
  const marks = [...thread.head.marks, { origin, message }].slice(-MARKS);
  return { ...thread, head: { ...thread.head, marks }, origins: { ...thread.origins, [origin]: message } };
}

export const withLane = (thread: Thread, name: LaneName, lane: Lane): Thread => ({
  ...thread,
  head: { ...thread.head, lanes: { ...thread.head.lanes, [name]: lane } },
});

/** The issue property waits while Jira's budget runs low; nothing waits for it. */
export const isPutOff = ({ kind, notBefore }: Effect): boolean => kind === 'sync-property' && notBefore !== undefined;

/** Adds an effect to its lane, to be done at once or not before a time: at the end, before what is put off. */
export function withEffect(
  thread: Thread,
  conversation: ConversationId,
  work: Work & Pick<Effect, 'notBefore' | 'unknownSince'> & Partial<Pick<Effect, 'id'>>,
): Thread {
  const count = thread.head.counter.effects + 1;
  const effect: Effect = {
    id: `e${count}`,
    conversation,
    attempts: 0,
    ...work,
  };
  const name = laneOf(work);
  const lane = thread.head.lanes[name];
  const counted = { ...thread, head: { ...thread.head, counter: { ...thread.head.counter, effects: count } } };
  const place = lane.queue.findLastIndex((one) => !isPutOff(one)) + 1;
  return withLane(counted, name, { ...lane, queue: lane.queue.toSpliced(place, 0, effect) });
}

/** Replaces the effects of a lane that `change` answers for; an effect it answers undefined for leaves the lane. */
export function withEffects(thread: Thread, name: LaneName, change: (effect: Effect) => Effect | undefined): Thread {
  const lane = thread.head.lanes[name];
  const queue = lane.queue.flatMap((effect) => change(effect) ?? []);
  return withLane(thread, name, { ...lane, queue });
}

export function findEffect(thread: Thread, conversation: ConversationId, kind: Work['kind']): Effect | undefined {
  return waiting(thread).find((effect) => effect.conversation === conversation && effect.kind === kind);
}

/** Is this effect under a live lease, that is: may somebody be performing it now? */
export const isStarted = (thread: Thread, effect: Effect): boolean =>
  Object.values(thread.head.lanes).some((lane) => lane.lease?.effect === effect.id);

/** The effects of all lanes. */
export const waiting = ({ head }: Pick<Thread, 'head'>): readonly Effect[] =>
  LANES.flatMap((name) => head.lanes[name].queue);
