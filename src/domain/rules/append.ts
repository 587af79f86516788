import { tallyOf, type Conversation } from '../conversation';
import type { DeadLetter, Effect, Work } from '../effect';
import { factsKey, factsOf } from '../facts';
import { messageKey } from '../ids';
import type { Message } from '../message';
import { findEffect, isStarted, withConversation, withEffect, withEffects, withMessage, type Thread } from '../thread';
import { triedSince } from './deadLetters';

/** A burst of messages is one write to Jira: the mirror waits this long for more. */
export const MIRROR_DELAY_MS = 3_000;

type Placed = 'version' | 'rev' | 'key' | 'conversation' | 'sequence';
export type Draft = Message extends infer Kind ? (Kind extends Message ? Omit<Kind, Placed> : never) : never;

/** A conversation in its thread. */
export type Scene = { readonly thread: Thread; readonly conversation: Conversation };
export type Added = Scene & { readonly message: Message };

/** Adds a message to the end of a conversation. */
export function append({ thread, conversation }: Scene, draft: Draft): Added {
  const sequence = conversation.messages + 1;
  const message: Message = {
    version: 1,
    rev: 0,
    key: messageKey(conversation.id, sequence),
    conversation: conversation.id,
    sequence,
    ...draft,
  };
  const grown = { ...conversation, messages: sequence, ...tallied(conversation, message) };
  return { thread: withConversation(withMessage(thread, message), grown), message, conversation: grown };
}

/** What reports will ask of the conversation, counted from its first message on. */
function tallied(conversation: Conversation, message: Message): Pick<Conversation, 'tally' | 'firstAnswer'> {
  const tally = tallyOf(conversation);
  if (message.direction === 'inbound') return { tally: { ...tally, inbound: tally.inbound + 1 } };
  const { author, delivery, receivedAt: at } = message;
  if (delivery.status === 'failed') return {};
  const isFirst = (author.kind === 'agent' || author.kind === 'staff') && !conversation.firstAnswer;
  return {
    tally: { ...tally, outbound: tally.outbound + 1 },
    ...(isFirst && { firstAnswer: { at, ...(author.kind === 'agent' && { by: author.accountId }) } }),
  };
}

/** An agent's own session has this long to write the agent's comment before anybody else does it in the app's name. */
export const SESSION_MS = 20_000;

/** Sees to it that Jira gets what it lacks: the request itself, the newest messages. */
export function withCopying(thread: Thread, conversation: Conversation, now: number): Thread {
  if (conversation.request) {
    if (conversation.mirrored >= conversation.messages || findEffect(thread, conversation.id, 'mirror')) return thread;
    const copying = { kind: 'mirror', notBefore: now + MIRROR_DELAY_MS } as const;
    return withEffect(thread, conversation.id, { ...copying, ...triedSince(letterOf(conversation, 'mirror')) });
  }
  if (conversation.untriaged || findEffect(thread, conversation.id, 'create-request')) return thread;
  const isCustomer = thread.contact.customer?.kind === 'account';
  const reporter = isCustomer ? thread : withEffect(thread, conversation.id, { kind: 'ensure-customer' });
  const creation = { kind: 'create-request', upTo: conversation.messages, ...searchedSince(conversation) } as const;
  const created = withEffect(reporter, conversation.id, creation);
  return conversation.follows ? withEffect(created, conversation.id, { kind: 'link-request' }) : created;
}

/** A creation that was given up may have made the request all the same: the next one looks for it first. */
function searchedSince(conversation: Conversation): Pick<Effect, 'unknownSince'> {
  const since = letterOf(conversation, 'create-request')?.effect.unknownSince;
  return since === undefined ? {} : { unknownSince: since };
}

const letterOf = ({ dead }: Conversation, kind: Work['kind']): DeadLetter | undefined =>
  dead.find(({ effect }) => effect.kind === kind);

/** Keeps the next write to Jira for the performer whose session it is, for a while. */
export function reserved(
  thread: Thread,
  conversation: Conversation,
  { owner, now }: { owner: string; now: number },
): Thread {
  return withEffects(thread, 'jira', (effect) =>
    effect.conversation === conversation.id && effect.kind === 'mirror' && !isStarted(thread, effect)
      ? { ...effect, notBefore: now + SESSION_MS, reservedFor: owner }
      : effect,
  );
}

/** Brings the issue property up to date when the conversation's state changed, and only then. */
export function withSync(thread: Thread, conversation: Conversation, now: number): Thread {
  if (!conversation.request) return thread;
  if (conversation.synced === factsKey(factsOf(thread.head, conversation, now))) return thread;
  const waiting = findEffect(thread, conversation.id, 'sync-property');
  if (waiting && !isStarted(thread, waiting)) return thread;
  return withEffect(thread, conversation.id, { kind: 'sync-property' });
}
