import type { Conversation } from '../conversation';
import type { Effect, JiraFailure, LaneName } from '../effect';
import type { EffectEnded, EffectResult, RequestFound } from '../event';
import { unreachable } from '../unreachable';
import { conversationOf, findEffect, withConversation, withEffects, type Thread } from '../thread';
import { withCopying, withSync } from './append';
import { startLane, withoutLease } from './lanes';
import { onSendRefused, onSendUnknown, onSent } from './sendResult';

/** Attempts before an effect on Jira is given up: with waits of up to 15 minutes about a day. */
export const MAX_ATTEMPTS = 100;
/** Sends the provider itself refused as too fast are tried again this often (4, 16, 64 seconds: Meta's pair limit advice). */
export const MAX_SENDS = 4;
/** After this long without a trace a creation of unknown outcome is tried again, with the same intent. */
export const SEARCH_MS = 600_000;

/** A performer reports how an effect ended. The result is accepted whoever holds the lease; then the next effect starts or the lane is released. */
export function onEnded(thread: Thread, event: EffectEnded, now: number): Thread {
  const effect = thread.head.lanes[event.lane].queue.find((one) => one.id === event.effect);
  const applied = effect ? apply(thread, event.lane, effect, event.result, now) : applyLate(thread, event.result, now);
  const holds = applied.head.lanes[event.lane].lease?.effect === event.effect;
  const released = holds ? withoutLease(applied, event.lane) : applied;
  return event.next ? startLane(released, { lane: event.lane, ...event.next }, now) : released;
}

/** The result of a send that had already been given up as unknown. Other effects were done again by somebody else. */
function applyLate(thread: Thread, result: EffectResult, now: number): Thread {
  if (result.kind === 'sent') return onSent(thread, result.message, { ...result, at: now });
  return result.kind === 'send-refused'
    ? onSendRefused(thread, result.message, { at: now, failure: result.failure })
    : thread;
}

function apply(thread: Thread, lane: LaneName, effect: Effect, result: EffectResult, now: number): Thread {
  const without = () => leave(thread, lane, effect.id);
  switch (result.kind) {
    case 'sent':
      return onSent(without(), result.message, { ...result, at: now, ...holder(thread, lane) });
    case 'send-unknown':
      return onSendUnknown(without(), result.message, { at: now, ...holder(thread, lane) });
    case 'send-refused':
      return (
        tooFast(thread, effect, result, now) ??
        onSendRefused(without(), result.message, { at: now, failure: result.failure })
      );
    case 'customer-ready':
      return { ...without(), contact: { ...thread.contact, customer: result.customer } };
    case 'request-created':
      return onRequest(without(), { ...result, conversation: effect.conversation }, now);
    case 'request-not-found':
      return searchOn(thread, effect, result.at, now);
    case 'mirrored':
      return onMirrored(thread, effect, result, now);
    case 'synced':
      return onSynced(without(), effect, result.facts, now);
    case 'done':
      return without();
    case 'later':
      return again(thread, lane, effect, result, now);
    case 'gave-up':
      return bury(thread, lane, effect, result.failure, now);
    default:
      return unreachable(result);
  }
}

const holder = (thread: Thread, lane: LaneName): { owner?: string } => {
  const owner = thread.head.lanes[lane].lease?.owner;
  return owner === undefined ? {} : { owner };
};
const leave = (thread: Thread, lane: LaneName, id: string): Thread =>
  withEffects(thread, lane, (one) => (one.id === id ? undefined : one));
const change = (thread: Thread, lane: LaneName, changed: Effect): Thread =>
  withEffects(thread, lane, (one) => (one.id === changed.id ? changed : one));

function tooFast(
  thread: Thread,
  effect: Effect,
  { failure }: Extract<EffectResult, { kind: 'send-refused' }>,
  now: number,
): Thread | undefined {
  if (failure.reason !== 'rate-limited' || effect.attempts >= MAX_SENDS) return undefined;
  const waitMs = Math.max((failure.retryAfterSeconds ?? 0) * 1_000, 4 ** effect.attempts * 1_000);
  return waitMs > 120_000 ? undefined : change(thread, 'phone', { ...effect, notBefore: now + waitMs });
}

/** The request exists: what came meanwhile is copied next. Also adopts a request found by its event, once. */
export function onRequest(thread: Thread, created: Omit<RequestFound, 'kind'>, now: number): Thread {
  const conversation = conversationOf(thread, created.conversation);
  if (!conversation || conversation.request) return thread;
  const { request, upTo, copy, facts } = created;
  const dead = conversation.dead.filter((one) => one.effect.kind !== 'create-request');
  const attached: Conversation = { ...conversation, request, mirrored: upTo, copy, synced: facts, dead };
  const { lastClosed } = thread.head;
  const head =
    lastClosed?.id === attached.id ? { ...thread.head, lastClosed: { ...lastClosed, request } } : thread.head;
  const known = withConversation({ ...thread, head }, attached);
  return withSync(withCopying(known, attached, now), attached, now);
}

/** A request appeared that carries our intent: the creation still in the lane is done. */
export function onRequestFound(thread: Thread, event: RequestFound, now: number): Thread {
  const creation = findEffect(thread, event.conversation, 'create-request');
  const started = creation && thread.head.lanes.jira.lease?.effect === creation.id;
  const without = creation && !started ? leave(thread, 'jira', creation.id) : thread;
  return onRequest(without, event, now);
}

function searchOn(thread: Thread, effect: Effect, at: number, now: number): Thread {
  const { unknownSince, ...known } = effect;
  const lost = unknownSince !== undefined && now - unknownSince >= SEARCH_MS;
  return change(
    thread,
    'jira',
    lost ? { ...known, notBefore: now } : { ...effect, unknownSince: unknownSince ?? now, notBefore: at },
  );
}

function onMirrored(
  thread: Thread,
  effect: Effect,
  result: Extract<EffectResult, { kind: 'mirrored' }>,
  now: number,
): Thread {
  const conversation = conversationOf(thread, effect.conversation);
  if (!conversation) return leave(thread, 'jira', effect.id);
  const mirrored = Math.max(conversation.mirrored, result.upTo);
  const copied = withConversation(thread, { ...conversation, mirrored, copy: result.copy });
  if (mirrored < conversation.messages) return change(copied, 'jira', { ...effect, attempts: 0, notBefore: now });
  return leave(copied, 'jira', effect.id);
}

function onSynced(thread: Thread, effect: Effect, facts: string, now: number): Thread {
  const conversation = conversationOf(thread, effect.conversation);
  if (!conversation) return thread;
  const synced = { ...conversation, synced: facts };
  return withSync(withConversation(thread, synced), synced, now);
}

function again(
  thread: Thread,
  lane: LaneName,
  effect: Effect,
  result: Extract<EffectResult, { kind: 'later' }>,
  now: number,
): Thread {
  if (effect.attempts >= MAX_ATTEMPTS && result.failure) return bury(thread, lane, effect, result.failure, now);
  const attempts = result.waiting ? effect.attempts - 1 : effect.attempts;
  return change(thread, lane, { ...effect, attempts, notBefore: result.at });
}

/** The last attempt failed: visible on the conversation and in settings, replayable. What depends on a request that cannot be made leaves with it. */
function bury(thread: Thread, lane: LaneName, effect: Effect, failure: JiraFailure, at: number): Thread {
  const conversation = conversationOf(thread, effect.conversation);
  const without = leave(thread, lane, effect.id);
  if (!conversation) return without;
  const dead = [...conversation.dead.filter((one) => one.effect.kind !== effect.kind), { effect, failure, at }].slice(
    -5,
  );
  const buried = withConversation(without, { ...conversation, dead });
  if (effect.kind !== 'create-request') return buried;
  return withEffects(buried, 'jira', (one) => (one.conversation === effect.conversation ? undefined : one));
}
