import type { Operation, Ref, Store, Stored } from '../app/ports';
import type { Conversation } from '../domain/conversation';
import type { DeadLetter } from '../domain/effect';
import type { Head } from '../domain/head';
import { headDueAt } from '../domain/rules/lanes';
import { conversationOf, type Thread } from '../domain/thread';
import { closingOf } from './closings';
import { contactRef, conversationRef, deadRef, headRef, messageRef, originRef, requestRef } from './keys';
import { entityValue, headValue } from './threads';
import { triageOperations } from './triage';

/**
 * Writes the difference between two threads in one transaction: the head under the condition that its `rev` has not
 * moved, with everything the turn changed. @throws whatever the store throws: the outcome is then unknown, read again.
 */
export async function commitThread(store: Store, before: Thread, after: Thread): Promise<void> {
  const head: Head = { ...after.head, rev: before.head.rev + 1 };
  await store.transact([
    {
      kind: 'put',
      ref: headRef(head.project, head.contact),
      value: headValue(head, headDueAt(head)),
      ifRev: before.head.rev,
    },
    ...contactOperations(before, after),
    ...changed(before.messages, after.messages).map((message) =>
      put(messageRef(message.key), entityValue({ ...message, rev: message.rev + 1 })),
    ),
    ...changed(before.conversations, after.conversations).map((one) => put(conversationRef(one.id), one)),
    ...newOrigins(before, after),
    ...requestOperations(before, after),
    ...deadOperations(before, after),
    ...closingOperations(before, after),
    ...everyConversation(after).flatMap((one) => triageOperations(conversationOf(before, one.id), one)),
  ]);
}

const put = (ref: Ref, value: Stored): Operation => ({ kind: 'put', ref, value });

function contactOperations(before: Thread, after: Thread): readonly Operation[] {
  const { contact } = after;
  if (contact === before.contact) return [];
  const { rev } = before.contact;
  return [{ kind: 'put', ref: contactRef(contact.id), value: entityValue({ ...contact, rev: rev + 1 }), ifRev: rev }];
}

function changed<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): readonly Value[] {
  return Object.entries(after).flatMap(([key, value]) => (before[key] === value ? [] : [value]));
}

function newOrigins(before: Thread, after: Thread): readonly Operation[] {
  return Object.entries(after.origins).flatMap(([origin, message]) =>
    before.origins[origin] === message ? [] : [put(originRef(origin), { version: 1, message })],
  );
}

function requestOperations(before: Thread, after: Thread): readonly Operation[] {
  return everyConversation(after).flatMap((conversation) => {
    const { request } = conversation;
    const old = conversationOf(before, conversation.id)?.request;
    if (!request || old?.issueId === request.issueId) return [];
    return [
      put(requestRef(request.issueId), { version: 1, conversation: conversation.id }),
      ...(old ? [{ kind: 'delete', ref: requestRef(old.issueId) } as const] : []),
    ];
  });
}

/** Dead letters are listed in project settings: one record each, gone when it is tried again. */
function deadOperations(before: Thread, after: Thread): readonly Operation[] {
  return everyConversation(after).flatMap((conversation): Operation[] => {
    const old = conversationOf(before, conversation.id)?.dead ?? [];
    if (old === conversation.dead) return [];
    const same = (one: DeadLetter) => (other: DeadLetter) => other.effect.id === one.effect.id;
    const added = conversation.dead.filter((letter) => !old.some(same(letter)));
    const gone = old.filter((letter) => !conversation.dead.some(same(letter)));
    return [
      ...added.map((letter) => put(deadRef(conversation.id, letter.effect.id), deadValue(conversation, letter))),
      ...gone.map((letter): Operation => ({ kind: 'delete', ref: deadRef(conversation.id, letter.effect.id) })),
    ];
  });
}

/** Every close is kept for reports, also of a conversation that is opened again. */
function closingOperations(before: Thread, after: Thread): readonly Operation[] {
  return Object.values(after.conversations).flatMap((conversation) => {
    const isNew = conversation.closed && conversationOf(before, conversation.id)?.closed?.at !== conversation.closed.at;
    const closing = isNew ? closingOf(conversation) : undefined;
    return closing ? [put(closing.ref, closing.value)] : [];
  });
}

const deadValue = (conversation: Conversation, { effect, failure, at }: DeadLetter): Stored => ({
  version: 1,
  conversation: conversation.id,
  effect: effect.id,
  work: effect.kind,
  ...failure,
  at,
  ...(conversation.request && { issueKey: conversation.request.issueKey }),
});

const everyConversation = (thread: Thread): readonly Conversation[] => [
  ...Object.values(thread.head.active),
  ...Object.values(thread.conversations),
];
