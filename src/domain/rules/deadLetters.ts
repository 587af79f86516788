import type { Conversation } from '../conversation';
import type { DeadLetter, Effect, Work } from '../effect';
import type { MessageKey } from '../ids';
import { shorten } from '../text/cleanText';

/**
 * So many newest dead letters of single messages and notes stay with a conversation: heads must stay small. Those of the whole
 * conversation, such as its copy in Jira, are one of each kind: none may push them out, for nobody would make good what they tell of.
 */
const MOST = 5;
/** An administrator sees what is wrong from this much of Jira's text. */
const DETAIL = 200;

/** Keeps a dead letter. The newest of its work counts; every note is a work of its own, and so is what concerns one message. */
export function withDeadLetter(conversation: Conversation, { effect, failure, at }: DeadLetter): Conversation {
  const others = conversation.dead.filter((one) => !isSameWork(one.effect, effect));
  const detail = failure.detail === undefined ? {} : { detail: shorten(failure.detail, DETAIL) };
  const all = [...others, { effect, failure: { ...failure, ...detail }, at }];
  const single = all.filter(isSingle).slice(-MOST);
  return { ...conversation, dead: all.filter((letter) => !isSingle(letter) || single.includes(letter)) };
}

const isSingle = ({ effect: { kind } }: DeadLetter): boolean => SINGLE.has(kind);
const SINGLE = new Set<Work['kind']>(['send-message', 'note', 'attach', 'show-file', 'show-answer']);

/** Work that was given up has been done after all: nobody needs to look at it any more. */
export function healed(conversation: Conversation, done: Done): Conversation {
  if (!conversation.dead.some((one) => isSameWork(one.effect, done))) return conversation;
  return { ...conversation, dead: conversation.dead.filter((one) => !isSameWork(one.effect, done)) };
}

/**
 * What was tried more than once before it was given up may have been done all the same: whoever tries it again looks for it
 * first. What was refused at the first try was not.
 */
export function triedSince(letter: DeadLetter | undefined): Pick<Effect, 'unknownSince'> {
  if (!letter) return {};
  const { effect, at } = letter;
  const since = effect.unknownSince ?? (effect.attempts > 1 ? at : undefined);
  return since === undefined ? {} : { unknownSince: since };
}

type Done = { readonly kind: Work['kind']; readonly id?: string; readonly message?: MessageKey };

export function isSameWork(one: Effect, other: Done): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === 'note' ? one.id === other.id : messageOf(one) === messageOf(other);
}

const messageOf = (work: Done): MessageKey | undefined => work.message;
