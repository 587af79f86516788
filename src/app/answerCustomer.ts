import type { Views } from '../contract/views';
import type { SendFailure } from '../domain/delivery';
import type { AgentAnswer } from '../domain/event';
import { ok } from '../domain/result';
import { refusal } from '../domain/rules/refusal';
import { conversationOf, messageOfOrigin, type Thread } from '../domain/thread';
import { draftOrigin, headRef } from '../storage/keys';
import { readMessages } from '../storage/threads';
import { refuse, type App, type CallContext, type Run } from './call';
import { carriageFor } from './carriage';
import { conversationHere, type OpenedConversation } from './openConversation';
import { continueLane, leaseEnd, performLane, type Performer } from './performLane';
import { runTurn } from './runTurn';

/**
 * An agent answers in the tab: stored first, sent at once in the same call, its outcome told. The same draft is one
 * answer, however often the call is repeated.
 */
export const sendMessage: Run<'sendMessage'> = async (app, context, { draftId, text }) => {
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  return ok(await answer(app, context, opened, { draftId, text }));
};

export type Draft = { readonly draftId: string; readonly text: string };

/** Time the agent's own comment needs after the send. */
const COMMENT_MS = 8_000;

// eslint-disable-next-line max-params -- what a call has: the app, who calls, where, what
export async function answer(
  app: App,
  context: CallContext,
  opened: OpenedConversation,
  draft: Draft,
): Promise<Views['sendMessage']> {
  const performer = { owner: app.ports.ids.next(), session: context.accountId };
  const event = await answerEvent(app, opened, { performer, draft });
  const thread = await runTurn(app, opened.key, [event], { performing: ['phone', 'jira'] });
  const key = messageOfOrigin(thread, event.origin);
  if (!key) return refusedView(refusedBecause(app, opened, event, thread));
  if (thread.head.lanes.phone.lease?.owner === performer.owner) await perform(app, opened, performer, thread);
  const [message] = await readMessages(app.ports.store, [key]);
  if (message?.direction !== 'outbound') throw new Error(`answer ${key} is not stored`);
  const { status, failure } = message.delivery;
  return { message: key, status, ...(failure && reasonOf(failure)) };
}

async function answerEvent(
  app: App,
  { conversation }: OpenedConversation,
  { performer, draft }: { performer: Required<Performer>; draft: Draft },
): Promise<AgentAnswer> {
  const { suppressed, maxCharacters, numberRemoved } = await carriageFor(app, conversation.route);
  return {
    kind: 'agent-answer',
    origin: draftOrigin(conversation.id, draft.draftId),
    conversation: conversation.id,
    agent: performer.session,
    text: draft.text,
    carriage: { suppressed, maxCharacters, numberRemoved },
    owner: performer.owner,
    until: leaseEnd(app),
  };
}

/** Sends now; the doorbell is for the case that this call dies on the way. Then the agent's comment, in the agent's own session. */
// eslint-disable-next-line max-params -- as above
async function perform(app: App, { key }: OpenedConversation, performer: Performer, thread: Thread): Promise<void> {
  await ringForSafety(app, thread);
  await continueLane(app, key, 'phone', performer, thread);
  if (app.ports.clock.remainingMs() > COMMENT_MS) await performLane(app, key, 'jira', performer);
}

async function ringForSafety(app: App, { head }: Thread): Promise<void> {
  const delaySeconds = Math.ceil((leaseEnd(app) - app.ports.clock.now()) / 1_000);
  try {
    await app.ports.queue.push({ head: headRef(head.project, head.contact).key }, delaySeconds);
  } catch {
    app.ports.log.warn('doorbell refused', { delaySeconds });
  }
}

// eslint-disable-next-line max-params -- as above
function refusedBecause(app: App, opened: OpenedConversation, event: AgentAnswer, thread: Thread): SendFailure {
  const conversation = conversationOf(thread, event.conversation) ?? opened.conversation;
  const attempt = {
    head: thread.head,
    conversation,
    carriage: event.carriage,
    settings: opened.settings,
    text: event.text,
    now: app.ports.clock.now(),
  };
  return refusal(attempt) ?? { reason: 'no-answer' };
}

const refusedView = (failure: SendFailure): Views['sendMessage'] => ({
  message: '',
  status: 'failed',
  ...reasonOf(failure),
});

const reasonOf = ({ reason, detail }: SendFailure) => ({ reason, ...(detail !== undefined && { detail }) });
