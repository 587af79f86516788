import type { Conversation, RequestRef } from '../../domain/conversation';
import type { EffectResult } from '../../domain/event';
import { headOf } from '../../domain/ids';
import { factsKey, factsOf, type Facts } from '../../domain/facts';
import { conversationOf } from '../../domain/thread';
import { rulesFor } from '../../domain/settings';
import { messageText } from '../../domain/text/messageText';
import { summaryOf } from '../../domain/text/summary';
import type { Composition } from '../../jira/compose';
import { textHash } from '../../jira/adfText';
import { mapOutcome, type JiraOutcome } from '../../jira/outcome';
import { isAccountClosed } from '../../jira/people';
import {
  createRequest as create,
  findRequestByIntent,
  isReporterRefused,
  readRequest,
  type NewRequest,
} from '../../jira/requests';
import { loadSettings } from '../../storage/settings';
import { rememberWays } from '../../storage/ways';
import { isCopied, messagesAfter } from './copied';
import { composed } from './copiedRun';
import type { Task } from './task';
import { forgetKind, kindOfRequest } from './kindOfRequest';
import { settle } from './settle';
import { traceOf } from './trace';

/** A search finds a new request only after seconds to minutes: it is asked again after these (jira.md 1.4). */
const LOOK_AGAIN_MS = [5_000, 15_000, 45_000, 120_000, 300_000];

/** Creates the request of a conversation, once: an earlier try of unknown outcome is looked for first. */
export async function createRequest(task: Task<'create-request'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  if (!conversation || conversation.request) return { kind: 'done' };
  return task.effect.unknownSince === undefined ? createNow(task, conversation) : lookUp(task, conversation);
}

async function createNow(task: Task<'create-request'>, conversation: Conversation): Promise<EffectResult> {
  const said = await described(task, conversation);
  const { composition, upTo } = said;
  const facts = factsOf(task.thread.head, conversation, task.app.ports.clock.now());
  const order = await orderFor(task, conversation, { ...said, facts });
  if (order.kind !== 'ok') return settle(task, order, () => ({ kind: 'done' }));
  const { created, customerGone } = await asReporter(task, order.value);
  if (created.kind === 'refused') await forgetKind(task.app, conversation.route);
  if (created.kind === 'unknown')
    return { kind: 'request-not-found', at: task.app.ports.clock.now() + (LOOK_AGAIN_MS[0] ?? 0) };
  const description = { hash: textHash(composition.doc), lastAt: composition.lastAt };
  return settle(task, created, (request) => ({
    kind: 'request-created',
    request,
    ...(customerGone && { customerGone: true as const }),
    upTo,
    copy: { phase: 'description', description },
    facts: factsKey(facts),
  }));
}

/** The first messages as one description; what does not fit follows as comments. */
async function described(
  { app }: Task<'create-request'>,
  conversation: Conversation,
): Promise<Omit<Described, 'facts'>> {
  const messages = await messagesAfter(app, conversation, 0);
  const before = messages.filter(({ sequence }) => sequence < (conversation.answered ?? Infinity));
  const copied = before.filter(isCopied);
  const [first, ...rest] = copied;
  if (!first) throw new Error(`conversation ${conversation.id} has nothing to describe`);
  const settings = await loadSettings(app.ports.store, headOf(conversation.id).project);
  const { timeZone, summary: format } = rulesFor(settings, conversation.route.number);
  const composition = composed([first, ...rest], timeZone);
  const last = copied[composition.taken - 1] ?? first;
  const upTo = composition.taken === copied.length ? (before.at(-1)?.sequence ?? last.sequence) : last.sequence;
  return { composition, upTo, format, text: messageText(first.content) };
}

type Described = {
  readonly composition: Composition;
  readonly upTo: number;
  readonly facts: Facts;
  /** The rule that words the summary, and the first message. */
  readonly format: string;
  readonly text: string;
};

/** What Jira is asked to create. Refused where the number or its request type is gone. */
async function orderFor(
  task: Task<'create-request'>,
  conversation: Conversation,
  said: Described,
): Promise<JiraOutcome<NewRequest>> {
  const { channel, number, address } = conversation.route;
  const kind = await kindOfRequest(task.app, { channel, number });
  const { contact, head } = task.thread;
  const { id } = conversation;
  return mapOutcome(kind, ({ issueTypeId, requestType }) => ({
    project: head.project,
    issueTypeId,
    requestType,
    ...(contact.customer?.kind === 'account' && { reporter: contact.customer.accountId }),
    summary: summaryOf(said.format, { channel, address, name: contact.name, text: said.text }),
    description: said.composition.doc,
    marker: { intent: id, conversation: id, upTo: said.upTo },
    facts: said.facts,
    trace: traceOf(task.effect),
  }));
}

type Created = { readonly created: JiraOutcome<RequestRef>; readonly customerGone?: boolean };

/** A reporter Jira refuses must not cost the request: then the app is the reporter, and settings say why, unless it is that one account. */
async function asReporter({ app: { ports }, thread }: Task<'create-request'>, order: NewRequest): Promise<Created> {
  const created = await create(ports.jira, order);
  const { reporter, ...anonymous } = order;
  if (!reporter || created.kind !== 'refused' || !isReporterRefused(created)) return { created };
  const customerGone = await isAccountClosed(ports, reporter);
  if (!customerGone) {
    const reason = `refused: ${created.failure.detail ?? 'reporter'}`;
    await rememberWays(ports, thread.head.project, { reporter: { way: 'app', reason, at: ports.clock.now() } });
  }
  return { created: await create(ports.jira, anonymous), customerGone };
}

/** Was it created after all? Jira's index answers late, so the search is repeated before the same intent is tried again. */
async function lookUp(task: Task<'create-request'>, conversation: Conversation): Promise<EffectResult> {
  const found = await findRequestByIntent(task.app.ports.jira, conversation.id);
  return settle(task, found, async (request) => {
    const since = task.app.ports.clock.now() - (task.effect.unknownSince ?? 0);
    const next = LOOK_AGAIN_MS.find((wait) => wait > since) ?? 60_000;
    if (!request) return { kind: 'request-not-found', at: task.app.ports.clock.now() + next };
    return adopt(task, { ...request, upTo: request.marker.upTo ?? task.effect.upTo });
  });
}

async function adopt(
  task: Task<'create-request'>,
  { issueId, issueKey, upTo }: RequestRef & { upTo: number },
): Promise<EffectResult> {
  const read = await readRequest(task.app.ports.jira, issueId);
  return settle(task, read, ({ description }) => ({
    kind: 'request-created',
    request: { issueId, issueKey },
    upTo,
    copy: { phase: 'description', description: { hash: textHash(description), lastAt: task.app.ports.clock.now() } },
    facts: '',
  }));
}
