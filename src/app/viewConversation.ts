import type { ConversationView, ProblemView } from '../contract/views';
import type { Conversation } from '../domain/conversation';
import { messageKey } from '../domain/ids';
import type { Message } from '../domain/message';
import { ok } from '../domain/result';
import type { ProjectSettings } from '../domain/settings';
import type { Thread } from '../domain/thread';
import { readMessages } from '../storage/threads';
import type { App, Run } from './call';
import { composerView, knowingOf, wayView } from './composerView';
import { draftView } from './draftView';
import { heldUp } from './heldUp';
import { messageView } from './messageView';
import { destinations } from './movedTo';
import { conversationHere, type OpenedConversation } from './openConversation';
import { liveChannel } from './announce';
import { actionsOf } from './orderConversation';
import { addressName } from './texts';
import { waysTo } from './waysTo';

/** Messages of one page: one strong batch, whatever the length of the conversation. */
const PAGE = 25;

/** What the tab shows: a page of messages, the way to the customer, and why an answer cannot be sent, before anybody writes one. */
export const viewConversation: Run<'viewConversation'> = async (app, context, { before, draft: isDraftWanted }) => {
  const opened = await conversationHere(app, context);
  if (!opened) return ok({ kind: 'none' });
  const { conversation, thread } = opened;
  const channel = liveChannel(conversation.id);
  const [known, ways, messages, token] = await Promise.all([
    knowingOf(app, opened, conversation.route),
    waysTo(app, opened),
    pageOf(app, conversation, before),
    app.ports.live.subscribeToken(channel),
  ]);
  const [movedTo, waiting, draft] = await Promise.all([
    destinations(app, thread, messages),
    heldUp(app, thread, messages),
    isDraftWanted ? draftView(app, opened, { agent: context.accountId, messages }) : undefined,
  ]);
  return ok({
    kind: 'conversation',
    state: conversation.state,
    contact: { ...nameOf(thread.contact.name), address: addressName(conversation.route.address, undefined) },
    channel: conversation.route.channel,
    from: known.carriage.open?.number.display ?? '',
    messages: inOrder(messages).map((message) => ({
      ...waiting(message, messageView(message, messages, known.now)),
      ...movedTo(message),
    })),
    ...olderThan(messages),
    ways: await Promise.all(ways.map((way) => wayView(app, opened, way))),
    ...(draft && { draft }),
    ...writingRules(opened.settings),
    composer: composerView(opened, conversation.route, known),
    problems: conversation.dead.map(problemView),
    ...seenView(conversation),
    actions: actionsOf(opened, app.ports.clock.now()),
    ...endOf(opened),
    ...contactView(thread.head),
    live: { channel, ...(token !== undefined && { token }) },
    now: isoTime(app.ports.clock.now()),
  });
};

function olderThan([oldest]: readonly Message[]): Pick<OpenView, 'older'> {
  return oldest && oldest.sequence > 1 ? { older: oldest.sequence } : {};
}

const writingRules = ({ newMessage, agentName, bridge, bridgePrefix }: ProjectSettings) => ({
  newMessage,
  agentName,
  bridge: { comments: bridge, prefix: bridgePrefix },
});

const seenView = ({ unread, unreadFrom }: Conversation): Pick<OpenView, 'unread' | 'unreadFrom'> => ({
  unread,
  ...(unreadFrom !== undefined && { unreadFrom }),
});

function contactView({ blocked }: Thread['head']): Pick<OpenView, 'contactBlocked'> {
  return blocked ? { contactBlocked: { at: isoTime(blocked.at), count: blocked.count } } : {};
}

function endOf({ conversation, settings }: OpenedConversation): Pick<OpenView, 'closed' | 'locked' | 'closingStatus'> {
  const { closed, locked } = conversation;
  const { status } = settings.closeTransition;
  if (!closed) return status ? { closingStatus: status } : {};
  const { at, source, by, note, beside = false } = closed;
  const reopensByStatus = !beside && !locked && settings.reactivateOn !== 'button';
  return {
    ...(status && { closingStatus: status }),
    closed: { at: isoTime(at), source, ...(by && { by }), ...note, beside, reopensByStatus },
    ...(locked && { locked: { at: isoTime(locked.at) } }),
  };
}

const nameOf = (name: string | undefined) => (name === undefined ? {} : { name });
const isoTime = (at: number): string => new Date(at).toISOString();

/** The newest page, or the one before a sequence. By sequence: nothing is shown twice and nothing left out. */
function pageOf({ ports }: App, conversation: Conversation, before: number | undefined): Promise<readonly Message[]> {
  const last = Math.min(conversation.messages, (before ?? Infinity) - 1);
  const first = Math.max(1, last - PAGE + 1);
  const keys = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    messageKey(conversation.id, first + index),
  );
  return readMessages(ports.store, keys);
}

/** A message that arrived late stands where it was said. */
const inOrder = (messages: readonly Message[]): readonly Message[] =>
  messages.toSorted((one, other) => one.at - other.at || one.sequence - other.sequence);

type OpenView = Extract<ConversationView, { kind: 'conversation' }>;

const problemView = ({ effect, failure, at }: Conversation['dead'][number]): ProblemView => ({
  effect: effect.id,
  work: effect.kind,
  code: failure.reason,
  ...(failure.detail !== undefined && { detail: failure.detail }),
  at: isoTime(at),
});
