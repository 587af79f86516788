import type { Conversation, RequestRef } from '../../domain/conversation';
import type { EffectResult } from '../../domain/event';
import { headOf } from '../../domain/ids';
import { factsKey, factsOf, type Facts } from '../../domain/facts';
import { conversationOf } from '../../domain/thread';
import { summaryOf } from '../../domain/text/summary';
import { compose, type Composition } from '../../jira/compose';
import { textHash } from '../../jira/adfText';
import { andThen, type JiraOutcome } from '../../jira/outcome';
import {
  createRequest as create,
  findRequestByIntent,
  isReporterRefused,
  readRequest,
  type NewRequest,
} from '../../jira/requests';
import { requestType, requestTypeField } from '../../jira/requestTypes';
import { findNumber } from '../../storage/numbers';
import { loadSettings } from '../../storage/settings';
import { rememberWays } from '../../storage/ways';
import type { App } from '../call';
import { isCopied, messagesAfter, saidIn } from './copied';
import type { Task } from './performEffect';
import { settle } from './settle';
import { traceOf } from './trace';

/** A search finds a new request only after seconds to minutes: it is asked again after these (jira.md 1.4). */
const LOOK_AGAIN_MS = [5_000, 15_000, 45_000, 120_000, 300_000];

/** Creates the request of a conversation, once: an earlier try of unknown outcome is looked for first. */
export async function createRequest(app: App, task: Task<'create-request'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  if (!conversation || conversation.request) return { kind: 'done' };
  return task.effect.unknownSince === undefined ? createNow(app, task, conversation) : lookUp(app, task, conversation);
}

async function createNow(app: App, task: Task<'create-request'>, conversation: Conversation): Promise<EffectResult> {
  const { composition, upTo } = await described(app, conversation);
  const facts = factsOf(task.thread.head, conversation, app.ports.clock.now());
  const order = await orderFor(app, task, conversation, { composition, upTo, facts });
  if (order.kind !== 'ok') return settle(app, task, order, () => ({ kind: 'done' }));
  const created = await asReporter(app, task, order.value);
  if (created.kind === 'unknown')
    return { kind: 'request-not-found', at: app.ports.clock.now() + (LOOK_AGAIN_MS[0] ?? 0) };
  const description = { hash: textHash(composition.doc), lastAt: composition.lastAt };
  return settle(app, task, created, (request) => ({
    kind: 'request-created',
    request,
    upTo,
    copy: { phase: 'description', description },
    facts: factsKey(facts),
  }));
}

/** The first messages as one description; what does not fit follows as comments. */
async function described(app: App, conversation: Conversation): Promise<{ composition: Composition; upTo: number }> {
  const messages = await messagesAfter(app, conversation, 0);
  const before = messages.filter(({ sequence }) => sequence < (conversation.answered ?? Infinity));
  const copied = before.filter(isCopied);
  const [first, ...rest] = copied;
  if (!first) throw new Error(`conversation ${conversation.id} has nothing to describe`);
  const { timeZone } = await loadSettings(app.ports.store, conversationProject(conversation));
  const composition = compose([saidIn(first), ...rest.map(saidIn)], { timeZone });
  const last = copied[composition.taken - 1] ?? first;
  const upTo = composition.taken === copied.length ? (before.at(-1)?.sequence ?? last.sequence) : last.sequence;
  return { composition, upTo };
}

type Described = { readonly composition: Composition; readonly upTo: number; readonly facts: Facts };

// eslint-disable-next-line max-params -- an order needs the task, its conversation and what it says
async function orderFor(
  app: App,
  task: Task<'create-request'>,
  conversation: Conversation,
  said: Described,
): Promise<JiraOutcome<NewRequest>> {
  const { channel, number: id, address } = conversation.route;
  const open = await findNumber(app.ports, id);
  const typeId = open?.number.channels.find((one) => one.channel === channel)?.requestTypeId;
  if (!open || typeId === undefined)
    return { kind: 'refused', failure: { reason: 'request-type-gone' }, status: 0, fields: [] };
  const field = await requestTypeField(app.ports);
  return andThen(field, async (fieldId) =>
    andThen(
      await requestType(app.ports, { serviceDeskId: open.number.serviceDeskId, id: typeId }),
      async ({ issueTypeId }) => {
        const { contact, head } = task.thread;
        const reporter = contact.customer?.kind === 'account' ? { reporter: contact.customer.accountId } : {};
        const marker = { intent: conversation.id, conversation: conversation.id, upTo: said.upTo };
        return {
          kind: 'ok' as const,
          value: {
            project: head.project,
            issueTypeId,
            requestType: { field: fieldId, id: typeId },
            ...reporter,
            summary: summaryOf(channel, address, contact.name),
            description: said.composition.doc,
            marker,
            facts: said.facts,
            trace: traceOf(task.effect),
          },
        };
      },
    ),
  );
}

/** A reporter Jira refuses must not cost the request: then the app is the reporter, and settings say why. */
async function asReporter(
  app: App,
  { thread }: Task<'create-request'>,
  order: NewRequest,
): Promise<JiraOutcome<RequestRef>> {
  const created = await create(app.ports.jira, order);
  if (!order.reporter || !isReporterRefused(created) || created.kind !== 'refused') return created;
  const { reporter: _, ...anonymous } = order;
  const reason = `refused: ${created.failure.detail ?? 'reporter'}`;
  await rememberWays(app.ports, thread.head.project, { reporter: { way: 'app', reason, at: app.ports.clock.now() } });
  return create(app.ports.jira, anonymous);
}

/** Was it created after all? Jira's index answers late, so the search is repeated before the same intent is tried again. */
async function lookUp(app: App, task: Task<'create-request'>, conversation: Conversation): Promise<EffectResult> {
  const found = await findRequestByIntent(app.ports.jira, conversation.id);
  return settle(app, task, found, async (request) => {
    const since = app.ports.clock.now() - (task.effect.unknownSince ?? 0);
    const next = LOOK_AGAIN_MS.find((wait) => wait > since) ?? 60_000;
    if (!request) return { kind: 'request-not-found', at: app.ports.clock.now() + next };
    return adopt(app, task, request, request.marker.upTo ?? task.effect.upTo);
  });
}

// eslint-disable-next-line max-params -- as above
async function adopt(
  app: App,
  task: Task<'create-request'>,
  { issueId, issueKey }: RequestRef,
  upTo: number,
): Promise<EffectResult> {
  const read = await readRequest(app.ports.jira, issueId);
  return settle(app, task, read, ({ description }) => ({
    kind: 'request-created',
    request: { issueId, issueKey },
    upTo,
    copy: { phase: 'description', description: { hash: textHash(description), lastAt: app.ports.clock.now() } },
    facts: '',
  }));
}

const conversationProject = ({ id }: Conversation) => headOf(id).project;
