import type { ConversationEvent } from '../domain/event';
import { messageKey, parseMessageKey, type ConversationId, type MessageKey } from '../domain/ids';
import { closes } from '../domain/rules/close';
import { restingFor } from '../domain/rules/afterClose';
import { closedForBlocked } from '../domain/rules/block';
import { keywordOf } from '../domain/keywords';
import { ownChange } from '../domain/rules/ownMove';
import { LATE_ROWS } from '../domain/rules/lateMessages';
import { echoedRows } from '../domain/rules/staffMessage';
import { waitingSends } from '../domain/rules/waitingSends';
import { rulesFor, type ProjectSettings } from '../domain/settings';
import { activeFor } from '../domain/slot';
import { conversationOf, messageOfOrigin, waiting, type Thread } from '../domain/thread';
import type { Touched } from '../storage/threads';

/** The records a turn's events name, to be read with the head in one batch. */
export function touchedBy(events: readonly ConversationEvent[]): Touched {
  const messages = unique(events.flatMap(messagesOf));
  const conversations = unique([
    ...events.flatMap(conversationsOf),
    ...messages.flatMap((key) => parseMessageKey(key)?.conversation ?? []),
  ]);
  return { origins: unique(events.flatMap(originsOf)), conversations, messages };
}

/**
 * What only the head can tell: the closed conversation a reaction belongs to, the newest messages of one that ends, the
 * closed conversations whose effects wait in the lanes.
 */
export function neededBesides(
  thread: Thread,
  events: readonly ConversationEvent[],
  settings: ProjectSettings,
): Omit<Touched, 'origins'> {
  const closed = events.flatMap((event) => closedOf(thread, event, settings));
  const timed = events.some(({ kind }) => kind === 'time') ? thread.head.timers.map((timer) => timer.conversation) : [];
  const performs = events.some(startsLane);
  return {
    conversations: unique([...closed, ...timed, ...(performs ? waitingBesides(thread) : [])]).filter(
      (id) => !conversationOf(thread, id),
    ),
    messages: [
      ...events.flatMap((event) => lateMessages(thread, ownChange(event) ?? event, settings)),
      ...events.flatMap((event) => commentMessages(thread, event)),
      ...events.flatMap((event) => echoedBy(thread, event, settings)),
      ...(performs ? heldMessages(thread) : []),
      ...events.flatMap((event) => takenBackBy(thread, event, settings)),
    ],
  };
}

/** The closed or paused conversation that a message may belong to. */
function closedOf({ head }: Thread, event: ConversationEvent, project: ProjectSettings): readonly ConversationId[] {
  if (event.kind !== 'customer-message') return [];
  const settings = rulesFor(project, event.number);
  const kept = closedForBlocked(head, event, { settings });
  if (kept) return [kept];
  return activeFor(head, settings.scope, event) ? [] : restingFor(head, event, settings);
}

const startsLane = ({ kind }: ConversationEvent): boolean =>
  kind === 'start' || kind === 'ended' || kind === 'agent-answer';

/** The message a phone lane's holder is sending: if its lease has run out, the send is unknown. */
function heldMessages({ head, messages }: Thread): readonly MessageKey[] {
  const { lease, queue } = head.lanes.phone;
  const effect = queue.find((one) => one.id === lease?.effect);
  return effect?.kind === 'send-message' && !messages[effect.message] ? [effect.message] : [];
}

/** A STOP and a new phone take back what waits to be sent. */
function takenBackBy(thread: Thread, event: ConversationEvent, project: ProjectSettings): readonly MessageKey[] {
  const isStop = event.kind === 'customer-message' && keywordOf(event, rulesFor(project, event.number)) === 'stop';
  if (!isStop && event.kind !== 'identity-changed') return [];
  return waitingSends(thread).filter((key) => !thread.messages[key]);
}

/** What an echo may be of. */
function echoedBy(thread: Thread, event: ConversationEvent, project: ProjectSettings): readonly MessageKey[] {
  if (event.kind !== 'staff-message') return [];
  const active = activeFor(thread.head, rulesFor(project, event.number).scope, event);
  return active ? echoedRows(active).filter((key) => !thread.messages[key]) : [];
}

/** A performer may start any of them next, so it must know their conversations. */
function waitingBesides(thread: Thread): readonly ConversationId[] {
  return waiting(thread).map(({ conversation }) => conversation);
}

function lateMessages(thread: Thread, event: ConversationEvent, settings: ProjectSettings): readonly MessageKey[] {
  if (event.kind !== 'request-status' && event.kind !== 'request-deleted') return [];
  const conversation = conversationOf(thread, event.conversation);
  if (!conversation || conversation.state === 'closed') return [];
  if (event.kind === 'request-status' && !closes(rulesFor(settings, conversation.route.number), event.status))
    return [];
  const count = Math.min(LATE_ROWS, conversation.messages);
  return Array.from({ length: count }, (_, back) => messageKey(conversation.id, conversation.messages - back));
}

/** The message that a comment already is. */
function commentMessages(thread: Thread, event: ConversationEvent): readonly MessageKey[] {
  if (event.kind !== 'agent-comment' && event.kind !== 'comment-changed') return [];
  const key = messageOfOrigin(thread, event.origin);
  return key ? [key] : [];
}

const originsOf = (event: ConversationEvent): readonly string[] => ('origin' in event ? [event.origin] : []);

const conversationsOf = (event: ConversationEvent): readonly ConversationId[] =>
  'conversation' in event ? [event.conversation] : [];

function messagesOf(event: ConversationEvent): readonly MessageKey[] {
  if (event.kind === 'report' || event.kind === 'fetch-again') return [event.message];
  if (event.kind === 'agent-answer')
    return [event.corrects, event.repeats, event.adds].flatMap((told) => told?.message ?? []);
  return event.kind === 'ended' && 'message' in event.result ? [event.result.message] : [];
}

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
