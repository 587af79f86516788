import type { ActionName } from '../contract/views';
import type { ClosingNote } from '../domain/conversation';
import type { Order } from '../domain/event';
import { ok } from '../domain/result';
import { rivalOf } from '../domain/rules/activate';
import { ownerRefusal } from '../domain/rules/newOwner';
import { isFulfilled, orderRefusal } from '../domain/rules/orders';
import type { AccountId } from '../domain/ids';
import { conversationOf, type Thread } from '../domain/thread';
import { loadPressure } from '../storage/pressure';
import type { HeadKey } from '../storage/threads';
import { ring } from './announce';
import { refuse, refuseFor, type App, type CallContext, type Run } from './call';
import { conversationHere, type OpenedConversation } from './openConversation';
import { leaseEnd, performLane } from './performLane';
import { runTurn } from './runTurn';

/** Buttons of the tab that change what a conversation is. Repeating one is safe: it asks for a state, not for a step. */
export const closeConversation: Run<'closeConversation'> = (app, context, note) =>
  give(app, context, { kind: 'close', ...(isWritten(note) && { note: written(note) }) });
export const reopenConversation: Run<'reopenConversation'> = (app, context, { pauseOther = false }) =>
  give(app, context, { kind: 'reopen', pauseOther });
export const pauseConversation: Run<'pauseConversation'> = (app, context) => give(app, context, { kind: 'pause' });
export const activateConversation: Run<'activateConversation'> = (app, context, { pauseOther = false }) =>
  give(app, context, { kind: 'activate', pauseOther });
export const lockConversation: Run<'lockConversation'> = (app, context) => give(app, context, { kind: 'lock' });
export const unlockConversation: Run<'unlockConversation'> = (app, context) => give(app, context, { kind: 'unlock' });

const isWritten = ({ category, summary }: ClosingNote): boolean => Boolean(category ?? '') || Boolean(summary ?? '');
const written = ({ category, summary }: ClosingNote): ClosingNote => ({
  ...(category && { category }),
  ...(summary && { summary }),
});

/** What an agent may do now. One that only another active conversation stands against is offered: it can be paused. */
export function actionsOf(opened: OpenedConversation, now: number): readonly ActionName[] {
  const { conversation, settings, thread } = opened;
  const orders = ACTIONS.filter(
    ([, order]) => !isFulfilled(conversation, order) && !orderRefusal(opened, order, { now, settings }),
  );
  const block = thread.head.blocked ? 'unblockContact' : 'blockContact';
  return [...orders.map(([name]) => name), ...(ownerRefusal(thread.head, conversation.id) ? [] : ([block] as const))];
}

const ACTIONS: readonly (readonly [ActionName, Order])[] = [
  ['closeConversation', { kind: 'close' }],
  ['reopenConversation', { kind: 'reopen', pauseOther: true }],
  ['pauseConversation', { kind: 'pause' }],
  ['activateConversation', { kind: 'activate', pauseOther: true }],
  ['lockConversation', { kind: 'lock' }],
  ['unlockConversation', { kind: 'unlock' }],
];

async function give(app: App, context: CallContext, order: Order): ReturnType<Run<'pauseConversation'>> {
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  const { id } = opened.conversation;
  const event = { kind: 'order', conversation: id, agent: context.accountId, order } as const;
  const thread = await runTurn(app, { key: opened.key, events: [event], performing: ['jira'] });
  await performInSession(app, { key: opened.key, agent: context.accountId, thread });
  const conversation = conversationOf(thread, id) ?? opened.conversation;
  if (isFulfilled(conversation, order)) return ok({});
  const moment = { now: app.ports.clock.now(), settings: opened.settings };
  const refusal = orderRefusal({ thread, conversation }, order, moment);
  const rival = refusal === 'another-active' ? rivalOf(thread, conversation, moment)?.request : undefined;
  return refuseFor(refusal ?? 'failed', rival);
}

type Session = { readonly key: HeadKey; readonly agent: AccountId; readonly thread: Thread };

/**
 * The request is moved in the agent's own name, if that is what comes next; the doorbell is for the case that this call
 * dies on the way. Everything else is the app's.
 */
async function performInSession(app: App, { key, agent, thread }: Session): Promise<void> {
  const [next] = thread.head.lanes.jira.queue;
  if (!next) return;
  const isOurs = next.kind === 'transition' && next.person === agent && next.attempts === 0;
  const { level } = await loadPressure(app.ports);
  if (!isOurs || level === 2) return ring(app, thread.head, { delayMs: 0 });
  await ring(app, thread.head, { delayMs: leaseEnd(app) - app.ports.clock.now() });
  await performLane(app, { key, lane: 'jira', performer: { owner: app.ports.ids.next(), session: agent } });
}
