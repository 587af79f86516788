import type { SendFailure } from '../../domain/delivery';
import type { EffectResult } from '../../domain/effectResult';
import type { OutboundMessage } from '../../domain/message';
import type { Result } from '../../domain/result';
import { isOfFormer, ownerRefusal } from '../../domain/rules/newOwner';
import { lockRefusal, wayRefusal } from '../../domain/rules/refusal';
import { hasLeft } from '../../domain/routeNow';
import type { ProjectSettings } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import type { OutboundFile, OutboundMessage as Send } from '../../providers/outboundMessage';
import type { Gateway, ProviderRequest } from '../../providers/provider';
import { loadBreaker } from '../../storage/breaker';
import { findNumber, type OpenNumber } from '../../storage/numbers';
import { isSuppressed } from '../../storage/suppression';
import { readMessages } from '../../storage/threads';
import type { App } from '../call';
import { deliver, type Delivery } from '../deliver';
import { admitted, restingUntil } from '../pacing';
import { lendFile } from './lendFile';
import { ruleRefusal, smsRules } from './ruleRefusal';
import { sentContent } from './sentContent';
import type { Task } from './task';

/** Until a performer with more time takes over. */
const LATER_MS = 1_000;
/** Our own store or code failed before the provider was asked: a hiccup is over by then. */
const HICCUP_MS = 10_000;

/**
 * Sends one stored message. What cannot go is refused right before the send, whatever was known when it was written.
 * Unknown is only what went wrong once the provider was asked.
 */
export async function sendMessage(task: Task<'send-message'>): Promise<EffectResult> {
  const next = await unlessFailed(task, () => prepare(task));
  return 'gateway' in next ? deliver(task.app, next) : next;
}

/** Nobody was asked to send anything yet: whatever failed, the message goes out a little later. */
async function unlessFailed(
  { app, effect }: Task<'send-message'>,
  prepared: () => Promise<Delivery | EffectResult>,
): Promise<Delivery | EffectResult> {
  try {
    return await prepared();
  } catch (cause) {
    const why = cause instanceof Error ? cause.name : typeof cause;
    app.ports.log.error('send not begun', { conversation: effect.conversation, why });
    return waiting(app.ports.clock.now() + HICCUP_MS);
  }
}

/** What to ask of the provider, or why nothing is asked of it now. */
async function prepare(task: Task<'send-message'>): Promise<Delivery | EffectResult> {
  const { app } = task;
  const [message] = await readMessages(app.ports.store, [task.effect.message]);
  if (message?.direction !== 'outbound') {
    app.ports.log.error('queued message not stored', { message: task.effect.message });
    return { kind: 'done' };
  }
  const open = await findNumber(app.ports, message.number);
  // Side by side: the rules and how the connection is doing cost a healthy send no time.
  const [suppressed, breaker, rules] = await Promise.all([
    isSuppressed(app.ports, message.address, task.thread.head.optOut),
    open && loadBreaker(app.ports, { connection: open.connection.id }),
    smsRules(app, message),
  ]);
  const refused = refusedNow(task, { message, suppressed, numberRemoved: !open });
  const failure = refused ?? ruleRefusal(task, { message, rules, open });
  if (failure || !open)
    return { kind: 'send-refused', message: message.key, failure: failure ?? { reason: 'number-removed' } };
  const gateway = app.registry.get(open.connection.provider)?.connect(open.credentials);
  if (!gateway?.ok) return { kind: 'send-refused', message: message.key, failure: { reason: 'credentials' } };
  const rests = restingUntil(app, breaker);
  if (rests !== undefined) return waiting(rests);
  const file = await lendFile(task, message, open);
  if (file === 'later') return waiting(app.ports.clock.now() + LATER_MS);
  if (file && !file.ok) return { kind: 'send-refused', message: message.key, failure: file.failure };
  const send = { gateway: gateway.value, open, message, rules, ...(file && { file: file.value }) };
  const request = await requestFor(app, send);
  if (!request.ok) return { kind: 'send-refused', message: message.key, failure: request.failure };
  const gate = { connection: open.connection.id, gateway: gateway.value, breaker };
  const later = await admitted(app, gate);
  if (later !== undefined) return waiting(later);
  return { ...gate, message: message.key, address: message.address, request: request.value };
}

/** Costs the message none of its attempts. */
const waiting = (at: number): EffectResult => ({ kind: 'later', at, waiting: true });

type State = { readonly message: OutboundMessage; readonly suppressed: boolean; readonly numberRemoved: boolean };

function refusedNow(
  { app, thread }: Task<'send-message'>,
  { message, suppressed, numberRemoved }: State,
): SendFailure | undefined {
  const { channel, number, address } = message;
  const way = wayRefusal({
    head: thread.head,
    conversation: { route: { channel, number, address } },
    carriage: { suppressed, numberRemoved, maxCharacters: Infinity },
    isTemplate: message.content.kind === 'template',
    now: app.ports.clock.now(),
  });
  if (hasLeft(thread.contact, address)) return { reason: 'address-left' };
  const locked = conversationOf(thread, message.conversation)?.locked;
  if (isOfFormer(thread)) return { reason: 'other-owner' };
  return way ?? ownerRefusal(thread.head, message.conversation) ?? lockRefusal(locked, message);
}

type Ordered = {
  readonly gateway: Gateway;
  readonly open: OpenNumber;
  readonly message: OutboundMessage;
  readonly rules: ProjectSettings | undefined;
  readonly file?: OutboundFile;
};

async function requestFor(
  app: App,
  { gateway, open, message, rules, file }: Ordered,
): Promise<Result<ProviderRequest, SendFailure>> {
  const { id, token } = open.connection;
  const webhook = await app.ports.site.webTriggerUrl();
  const order: Send = {
    key: message.key,
    channel: message.channel,
    from: open.number.receiver,
    to: message.address,
    content: sentContent(message, file),
    statusUrl: `${webhook}/${id}/${token}/status/${encodeURIComponent(message.key)}`,
    ...(message.quotes !== undefined && { quotes: message.quotes }),
    // X22
    ...(rules && { validitySeconds: rules.smsValidityHours * 3_600 }),
  };
  return gateway.toRequest(order, new Date(app.ports.clock.now()));
}
