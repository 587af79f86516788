import type { Effect, JiraFailure, LaneName } from '../effect';
import type { EffectResult } from '../effectResult';
import type { EffectEnded } from '../event';
import type { Message } from '../message';
import { unreachable } from '../unreachable';
import { conversationOf, isPutOff, withConversation, withEffects, withLane, withOrigin, type Thread } from '../thread';
import { withSync } from './append';
import { healed, withDeadLetter } from './deadLetters';
import { withoutLease } from './lanes';
import { onFile, untilRequest } from './files';
import { onRequest } from './requestFound';
import { withPassedOver } from './passedOver';
import { onSendRefused, onSendUnknown, onSent } from './sendResult';
import { tooFast } from './tooFast';

/** Attempts before an effect on Jira is given up: with waits of up to 15 minutes about a day. */
export const MAX_ATTEMPTS = 100;
/** After this long without a trace a creation of unknown outcome is tried again, with the same intent. */
export const SEARCH_MS = 600_000;

/** A performer reports how an effect ended, and gives its lane back. The result is accepted whoever holds the lease. */
export function onEnded(thread: Thread, event: EffectEnded, now: number): Thread {
  const { lane, result } = event;
  const effect = thread.head.lanes[lane].queue.find((one) => one.id === event.effect);
  const applied = effect ? apply({ thread, lane, effect, now }, result) : applyLate(thread, result, now);
  const holds = applied.head.lanes[lane].lease?.effect === event.effect;
  return holds ? withoutLease(applied, lane) : applied;
}

/** The result of a send that had already been given up as unknown. Other effects were done again by somebody else; a repeated result changes nothing. */
function applyLate(thread: Thread, result: EffectResult, now: number): Thread {
  if (!('message' in result)) return thread;
  if (!isUnknown(thread.messages[result.message])) return thread;
  if (result.kind === 'sent') return onSent(thread, result.message, { ...result, at: now });
  return result.kind === 'send-refused'
    ? onSendRefused(thread, result.message, { at: now, failure: result.failure })
    : thread;
}

const isUnknown = (message: Message | undefined): boolean =>
  message?.direction === 'outbound' && message.delivery.status === 'unknown';

/** An effect that ended, where it stood. */
type End = { readonly thread: Thread; readonly lane: LaneName; readonly effect: Effect; readonly now: number };
type ResultOf<Kind extends EffectResult['kind']> = Extract<EffectResult, { kind: Kind }>;

function apply(end: End, result: EffectResult): Thread {
  const { effect, now } = end;
  switch (result.kind) {
    case 'sent':
      return onSent(without(end), result.message, { ...result, at: now, ...holder(end) });
    case 'send-unknown':
      return onSendUnknown(without(end), result.message, { at: now, ...holder(end) });
    case 'send-refused':
      return (
        tooFast(end, result.failure) ??
        onSendRefused(without(end), result.message, { at: now, failure: result.failure })
      );
    case 'customer-ready':
      return { ...without(end), contact: { ...end.thread.contact, customer: result.customer } };
    case 'request-created':
      return onRequest(withoutGone(end, result), { ...result, conversation: effect.conversation }, now);
    case 'request-not-found':
      return searchOn(end, result.at);
    case 'mirrored':
      return onMirrored(end, result);
    case 'passed-over':
      return onPassedOver(end, result);
    case 'synced':
      return onSynced(end, result.facts);
    case 'transcribed':
      return onTranscribed(end, result.upTo);
    case 'attached':
    case 'not-attached':
      return onFile(without(end), { message: result.message, now, ...fileOf(result) });
    case 'moved':
    case 'done':
      return without(end);
    case 'later':
      return again(end, result);
    case 'gave-up':
      return bury(end, result.failure);
    default:
      return unreachable(result);
  }
}

const fileOf = (result: ResultOf<'attached' | 'not-attached'>) =>
  result.kind === 'attached' ? { file: result.file } : { missing: result.reason };

const holder = ({ thread, lane }: End): { owner?: string } => {
  const owner = thread.head.lanes[lane].lease?.owner;
  return owner === undefined ? {} : { owner };
};
const without = ({ thread, lane, effect }: End): Thread => leave(thread, lane, effect.id);
const change = ({ thread, lane }: Pick<End, 'thread' | 'lane'>, changed: Effect): Thread =>
  withEffects(thread, lane, (one) => (one.id === changed.id ? changed : one));
const leave = (thread: Thread, lane: LaneName, id: string): Thread =>
  withEffects(thread, lane, (one) => (one.id === id ? undefined : one));

function withoutGone(end: End, { customerGone }: ResultOf<'request-created'>): Thread {
  const thread = without(end);
  const { customer: _, ...contact } = thread.contact;
  return customerGone ? { ...thread, contact } : thread;
}

function searchOn(end: End, at: number): Thread {
  const { unknownSince, ...known } = end.effect;
  const lost = unknownSince !== undefined && end.now - unknownSince >= SEARCH_MS;
  if (lost) return change(end, { ...known, notBefore: end.now });
  return change(end, { ...end.effect, unknownSince: unknownSince ?? end.now, notBefore: at });
}

function onMirrored(end: End, result: ResultOf<'mirrored'>): Thread {
  const { thread, lane, effect, now } = end;
  const conversation = conversationOf(thread, effect.conversation);
  if (!conversation) return without(end);
  const mirrored = Math.max(conversation.mirrored, result.upTo);
  const { wrote } = result;
  const known = wrote ? withOrigin(thread, wrote.origin, wrote.message) : thread;
  const copied = withConversation(known, healed({ ...conversation, mirrored, copy: result.copy }, effect));
  if (mirrored >= conversation.messages || effect.kind !== 'mirror') return leave(copied, lane, effect.id);
  const { reservedFor: _r, unknownSince: _u, ...fresh } = effect;
  return change({ thread: copied, lane }, { ...fresh, attempts: 0, notBefore: now });
}

function onPassedOver(end: End, { message: key }: ResultOf<'passed-over'>): Thread {
  const message = end.thread.messages[key];
  const copy = conversationOf(end.thread, end.effect.conversation)?.copy;
  if (!copy || message?.direction !== 'outbound') return without(end);
  const copied = onMirrored(end, { kind: 'mirrored', upTo: message.sequence, copy });
  return withPassedOver(copied, message);
}

/** The rest of a long conversation follows in further notes. */
function onTranscribed(end: End, upTo: number): Thread {
  const { thread, lane, effect, now } = end;
  const conversation = conversationOf(thread, effect.conversation);
  if (effect.kind !== 'transcript' || !conversation) return without(end);
  const known = withConversation(thread, healed({ ...conversation, transcribed: upTo }, { kind: 'transcript' }));
  if (upTo >= effect.to) return leave(known, lane, effect.id);
  const { unknownSince: _, ...fresh } = effect;
  return change({ thread: known, lane }, { ...fresh, from: upTo + 1, attempts: 0, notBefore: now });
}

function onSynced(end: End, facts: string): Thread {
  const conversation = conversationOf(end.thread, end.effect.conversation);
  if (!conversation) return without(end);
  const synced = healed({ ...conversation, synced: facts }, { kind: 'sync-property' });
  return withSync(withConversation(without(end), synced), synced, end.now);
}

function again(end: End, result: ResultOf<'later'>): Thread {
  const { effect, thread, lane } = end;
  const started = thread.head.lanes[lane].lease?.effect === effect.id || effect.unknownSince !== undefined;
  if (!started) return thread;
  if (effect.attempts >= MAX_ATTEMPTS && result.failure) return bury(end, result.failure);
  const attempts = result.waiting ? effect.attempts - 1 : effect.attempts;
  // What must wait is reserved for nobody: its holder would start it again at once.
  const { reservedFor: _, ...waiting } = effect;
  const put = { ...waiting, attempts, notBefore: result.at };
  if (isPutOff(put) && result.waiting) return last(end, put);
  const kept = untilRequest(thread, put);
  return kept ? change(end, kept) : without(end);
}

/** What can wait gives way to what cannot, as what comes after it will (`withEffect`). */
function last(end: End, effect: Effect): Thread {
  const left = without(end);
  const lane = left.head.lanes[end.lane];
  return withLane(left, end.lane, { ...lane, queue: [...lane.queue, effect] });
}

/** The last attempt failed: visible on the conversation and in settings, replayable. What depends on a request that cannot be made leaves with it. */
function bury(end: End, failure: JiraFailure): Thread {
  const { effect, now } = end;
  const conversation = conversationOf(end.thread, effect.conversation);
  if (!conversation) return without(end);
  const buried = withConversation(without(end), withDeadLetter(conversation, { effect, failure, at: now }));
  if (effect.kind !== 'create-request') return buried;
  return withEffects(buried, 'jira', (one) => (one.conversation === effect.conversation ? undefined : one));
}
