import type { Conversation } from '../conversation';
import type { DeadLetter, Effect, Work } from '../effect';
import { shorten } from '../text/cleanText';

/** So many newest dead letters stay with a conversation: heads must stay small. */
const MOST = 5;
/** An administrator sees what is wrong from this much of Jira's text. */
const DETAIL = 200;

/** Keeps a dead letter. The newest of its work counts; every note is a work of its own. */
export function withDeadLetter(conversation: Conversation, { effect, failure, at }: DeadLetter): Conversation {
  const others = conversation.dead.filter((one) => !isSameWork(one.effect, effect));
  const detail = failure.detail === undefined ? {} : { detail: shorten(failure.detail, DETAIL) };
  const dead = [...others, { effect, failure: { ...failure, ...detail }, at }].slice(-MOST);
  return { ...conversation, dead };
}

/** Work that was given up has been done after all: nobody needs to look at it any more. */
export function healed(conversation: Conversation, kind: Work['kind']): Conversation {
  if (!conversation.dead.some((one) => one.effect.kind === kind)) return conversation;
  return { ...conversation, dead: conversation.dead.filter((one) => one.effect.kind !== kind) };
}

function isSameWork(one: Effect, other: Effect): boolean {
  return one.kind === other.kind && (one.kind !== 'note' || one.id === other.id);
}
