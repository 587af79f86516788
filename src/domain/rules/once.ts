import type { Effect, Work } from '../effect';
import type { ConversationId } from '../ids';
import { isStarted, withEffect, type Thread } from '../thread';

/** Adds work unless the very same waits already and nobody is at it: however long Jira is down, its lane holds it once. */
export function once(thread: Thread, conversation: ConversationId, work: Work): Thread {
  const isSame = (effect: Effect) => effect.conversation === conversation && textOf(workOf(effect)) === textOf(work);
  const { phone, jira } = thread.head.lanes;
  const waits = [...phone.queue, ...jira.queue].some((effect) => isSame(effect) && !isStarted(thread, effect));
  return waits ? thread : withEffect(thread, conversation, work);
}

function workOf({
  id: _i,
  conversation: _c,
  attempts: _a,
  notBefore: _n,
  reservedFor: _r,
  unknownSince: _u,
  ...work
}: Effect) {
  return work;
}

const textOf = (work: object): string => JSON.stringify(Object.entries(work).toSorted());
