import type { ConversationRules } from '../../domain/conversationRules';
import type { Conversation, RequestRef } from '../../domain/conversation';
import type { EffectResult } from '../../domain/effectResult';
import { headOf } from '../../domain/ids';
import { factsKey, factsOf, type Facts } from '../../domain/facts';
import { conversationOf } from '../../domain/thread';
import { rulesFor } from '../../domain/settings';
import { messageText } from '../../domain/text/messageText';
import { summaryOf } from '../../domain/text/summary';
import type { Composition } from '../../jira/compose';
import { textHash } from '../../jira/adfText';
import { findRequestByIntent, readRequest } from '../../jira/requests';
import { loadSettings } from '../../storage/settings';
import { isCopied, messagesAfter } from './copied';
import { composed } from './copiedRun';
import type { Task } from './task';
import { placeRequest, type Draft } from './placeRequest';
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
  const draft = draftOf(task, conversation, { ...said, facts });
  const { created, isAsked, customerGone } = await placeRequest(task, conversation, draft);
  if (created.kind === 'unknown' && isAsked)
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

/** The first messages, or the very first, as one description; what does not fit follows as comments. */
async function described(
  { app }: Task<'create-request'>,
  conversation: Conversation,
): Promise<Omit<Described, 'facts'>> {
  const messages = await messagesAfter(app, conversation, 0);
  const before = messages.filter(({ sequence }) => sequence < (conversation.answered ?? Infinity));
  const settings = await loadSettings(app.ports.store, headOf(conversation.id).project);
  const rules = rulesFor(settings, conversation.route.number);
  const copied = before.filter(isCopied).slice(0, rules.description === 'first' ? 1 : undefined);
  const [first, ...rest] = copied;
  if (!first) throw new Error(`conversation ${conversation.id} has nothing to describe`);
  const composition = composed([first, ...rest], rules.timeZone);
  const last = copied[composition.taken - 1] ?? first;
  const isAll = rules.description !== 'first' && composition.taken === copied.length;
  const upTo = isAll ? (before.at(-1)?.sequence ?? last.sequence) : last.sequence;
  return { composition, upTo, rules, text: messageText(first.content) };
}

type Described = {
  readonly composition: Composition;
  readonly upTo: number;
  readonly facts: Facts;
  readonly rules: ConversationRules;
  /** The first message. */
  readonly text: string;
};

/** What Jira is asked to create. */
function draftOf({ thread, effect }: Task<'create-request'>, { id, route }: Conversation, said: Described): Draft {
  const { contact, head } = thread;
  const { channel, address } = route;
  const { text, rules } = said;
  return {
    order: {
      project: head.project,
      ...(contact.customer?.kind === 'account' && { reporter: contact.customer.accountId }),
      summary: summaryOf(rules.summary, { channel, address, name: contact.name, text }),
      description: said.composition.doc,
      marker: { intent: id, conversation: id, upTo: said.upTo },
      facts: said.facts,
      trace: traceOf(effect),
    },
    text,
    fallback: rules.fallbackRequestTypeId,
  };
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
    adopted: true,
    upTo,
    copy: { phase: 'description', description: { hash: textHash(description), lastAt: task.app.ports.clock.now() } },
    facts: '',
  }));
}
