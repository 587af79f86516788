import type { Conversation } from '../../domain/conversation';
import type { Triage } from '../../domain/event';
import { headOf, type ConversationId } from '../../domain/ids';
import { ok } from '../../domain/result';
import { isWaiting, triageRefusal } from '../../domain/rules/triage';
import { conversationOf } from '../../domain/thread';
import { readRequestByKey } from '../../jira/requests';
import { parseConversationId } from '../../storage/idSchemas';
import { claimStart, releaseStart } from '../../storage/startClaims';
import { conversationOfRequest } from '../../storage/threads';
import { isListed } from '../../storage/triage';
import { refuse, type App, type CallContext, type Run } from '../call';
import { isAwaited } from '../isAwaited';
import { conversationById } from '../openConversation';
import { runTurn } from '../runTurn';

type Answer = ReturnType<Run<'triageConversation'>>;

/** Somebody decides what a conversation without a request becomes: a request, a part of one, or nothing more (X19). */
export const triageConversation: Run<'triageConversation'> = async (app, context, input) => {
  const id = parseConversationId(input.conversation);
  if (!id || headOf(id).project !== context.projectId || !(await isListed(app.ports.store, id)))
    return refuse('not-found');
  if (input.decision === 'create') return decide(app, { kind: 'triage', conversation: id });
  if (input.decision === 'dismiss') return dismiss(app, context, id);
  return link(app, context, { id, issueKey: input.issueKey ?? '' });
};

async function decide(app: App, event: Triage): Answer {
  const before = (await conversationById(app, event.conversation)).thread;
  const refusal = triageRefusal(before, event);
  if (refusal) return refuse(refusal);
  const thread = await runTurn(app, { key: headOf(event.conversation), events: [event] });
  const decided = conversationOf(thread, event.conversation);
  return decided && isFollowed(decided, event) ? ok({}) : refuse('busy');
}

/** Somebody else may have decided otherwise at the same moment. */
const isFollowed = (decided: Conversation, { request }: Triage): boolean =>
  request ? decided.request?.issueId === request.issueId : !decided.untriaged;

/** Nothing more becomes of it: what the customer writes next is another conversation. */
async function dismiss(app: App, { accountId }: CallContext, id: ConversationId): Answer {
  if (!isWaiting((await conversationById(app, id)).conversation)) return refuse('not-found');
  const event = { kind: 'order', conversation: id, agent: accountId, order: { kind: 'close' } } as const;
  await runTurn(app, { key: headOf(id), events: [event] });
  return ok({});
}

type Linking = { readonly id: ConversationId; readonly issueKey: string };

async function link(app: App, { projectId }: CallContext, { id, issueKey }: Linking): Answer {
  const { ports } = app;
  if (issueKey === '') return refuse('bad-request');
  const read = await readRequestByKey(ports.jira, issueKey);
  if (read.kind !== 'ok' || read.value.project !== projectId) return refuse('bad-request');
  const { issueId, reporter } = read.value;
  if (!(await claimStart(ports, issueId))) return refuse('busy');
  try {
    if (await conversationOfRequest(ports, issueId)) return refuse('has-conversation');
    if (await isAwaited(app, read.value)) return refuse('has-conversation');
    const request = { issueId, issueKey: read.value.issueKey };
    return await decide(app, { kind: 'triage', conversation: id, request, ...(reporter && { customer: reporter }) });
  } finally {
    await releaseStart(ports, issueId);
  }
}
