import type { Views } from '../contract/views';
import type { StoredFile } from '../domain/content';
import type { Route } from '../domain/conversation';
import type { SendFailure } from '../domain/delivery';
import type { AgentAnswer } from '../domain/event';
import type { AccountId } from '../domain/ids';
import type { Quote } from '../domain/quote';
import { ok } from '../domain/result';
import { answerRefusal } from '../domain/rules/answer';
import type { SentTemplate } from '../domain/template';
import { conversationOf, messageOfOrigin, type Thread } from '../domain/thread';
import { draftOrigin } from '../storage/keys';
import { loadPressure } from '../storage/pressure';
import type { HeadKey } from '../storage/threads';
import { ring } from './announce';
import { answerOutcome } from './answerOutcome';
import { attachedFiles } from './attachedFiles';
import { refuse, type App, type Run } from './call';
import { carriageFor } from './carriage';
import { failureView } from './messageView';
import { conversationHere, type OpenedConversation } from './openConversation';
import type { Performer } from './effects/task';
import { continueLane, leaseEnd, performLane } from './performLane';
import { quoteIn } from './quoteIn';
import { runTurn } from './runTurn';
import { signature } from './signature';
import { wayOf, waysTo } from './waysTo';

/**
 * An agent answers in the tab: stored first, sent at once in the same call, its outcome told. The same draft is one
 * answer, however often the call is repeated.
 */
export const sendMessage: Run<'sendMessage'> = async (app, context, input) => {
  const { draftId, text, attachments, way: chosen } = input;
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  const way = chosen && wayOf(await waysTo(app, opened), chosen);
  if (chosen && !way) return refuse('number-removed');
  const quotes = await quoteIn(app, opened, { ...input, route: way ?? opened.conversation.route });
  if (quotes === 'gone') return ok(refusedView({ reason: 'quote-gone' }));
  const files = await attachedFiles(app, context, attachments ?? []);
  if (!files) return refuse('not-found', 'an attachment');
  const said = { draftId, text, files, ...(way && { way }), ...(quotes && { quotes }) };
  return ok(await answer(app, opened, { ...said, agent: context.accountId }));
};

export type Draft = {
  readonly draftId: string;
  readonly text: string;
  /** The text is this template's, with its values in it. */
  readonly template?: SentTemplate;
  readonly files?: readonly StoredFile[];
  readonly agent: AccountId;
  readonly quotes?: Quote;
  /** Another way than the conversation's own. */
  readonly way?: Route;
  readonly corrects?: AgentAnswer['corrects'];
  readonly repeats?: AgentAnswer['repeats'];
  readonly adds?: AgentAnswer['adds'];
};

/** Time the agent's own comment needs after the send. */
const COMMENT_MS = 8_000;

export async function answer(app: App, opened: OpenedConversation, draft: Draft): Promise<Views['sendMessage']> {
  const performer = { owner: app.ports.ids.next(), session: draft.agent };
  const event = await answerEvent(app, opened, { owner: performer.owner, draft });
  const thread = await runTurn(app, { key: opened.key, events: [event], performing: ['phone', 'jira'] });
  const key = messageOfOrigin(thread, event.origin);
  if (!key) return refusedView(refusedBecause(app, { opened, event, thread }));
  if (thread.head.lanes.phone.lease?.owner === performer.owner)
    await perform(app, { key: opened.key, performer, thread });
  else await ring(app, thread.head, { delayMs: 0 });
  return answerOutcome(app, key, 1 + (event.files?.length ?? 0));
}

type Written = { readonly owner: string; readonly draft: Draft };

async function answerEvent(
  app: App,
  { conversation, settings, thread }: OpenedConversation,
  { owner, draft }: Written,
): Promise<AgentAnswer> {
  const { way, corrects, repeats, adds, template, files, quotes } = draft;
  const { open: _, ...carriage } = await carriageFor(app, way ?? conversation.route, thread.head);
  return {
    kind: 'agent-answer',
    origin: draftOrigin(conversation.id, draft.draftId),
    conversation: conversation.id,
    agent: draft.agent,
    text: draft.text,
    ...(files && { files }),
    ...(quotes && { quotes }),
    ...(way && { way }),
    ...(corrects && { corrects }),
    ...(repeats && { repeats }),
    ...(adds && { adds }),
    // What the provider approved goes out word for word: no name stands before it.
    ...(template ? { template } : await signature(app, settings, draft.agent)),
    carriage,
    owner,
    until: leaseEnd(app),
  };
}

type Performing = { readonly key: HeadKey; readonly performer: Performer; readonly thread: Thread };

/** Sends now; the doorbell is for the case that this call dies on the way. Then the agent's comment, in the agent's own session. */
async function perform(app: App, { key, performer, thread }: Performing): Promise<void> {
  await ring(app, thread.head, { delayMs: leaseEnd(app) - app.ports.clock.now() });
  const dueAt = await continueLane(app, { key, lane: 'phone', performer }, thread);
  if (dueAt !== undefined) await ring(app, thread.head, { delayMs: Math.max(0, dueAt - app.ports.clock.now()) });
  if (app.ports.clock.remainingMs() <= COMMENT_MS) return;
  const { level } = await loadPressure(app.ports);
  if (level < 2) await performLane(app, { key, lane: 'jira', performer });
}

type Refused = { readonly opened: OpenedConversation; readonly event: AgentAnswer; readonly thread: Thread };

function refusedBecause({ ports }: App, { opened, event, thread }: Refused): SendFailure {
  const conversation = conversationOf(thread, event.conversation) ?? opened.conversation;
  const moment = { settings: opened.settings, now: ports.clock.now() };
  return answerRefusal({ thread, conversation }, event, moment) ?? { reason: 'no-answer' };
}

const refusedView = (failure: SendFailure): Views['sendMessage'] => ({
  message: '',
  status: 'failed',
  ...failureView(failure),
});
