import type { AgentComment, CommentChanged, ConversationEvent, EffectEnded, PortalComment } from './event';
import { onAgentAnswer, onAgentComment } from './rules/answer';
import { onAgentStart } from './rules/agentStart';
import { withSync } from './rules/append';
import { onContactBlock } from './rules/block';
import { onCustomerMessage } from './rules/customerMessage';
import { onEnded } from './rules/ended';
import { withAnswerNoticed } from './rules/noticing';
import { onCommentChanged } from './rules/commentChanged';
import { withoutCopies } from './rules/copyOff';
import { startLane } from './rules/lanes';
import { withOwnerElsewhere } from './rules/newOwner';
import { onOrder } from './rules/orders';
import { onFetchAgain } from './rules/files';
import { withOwnMove } from './rules/ownMove';
import { onProviderClosed } from './rules/providerClosed';
import { onPortalComment } from './rules/portalComment';
import { onReplay } from './rules/replay';
import { onReport } from './rules/report';
import { onTime } from './rules/time';
import { onTriage } from './rules/triage';
import { onRequestFound } from './rules/requestFound';
import { onIdentityChanged } from './rules/identityChanged';
import { onRequestDeleted } from './rules/requestDeleted';
import { onRequestMoved } from './rules/requestMoved';
import { onStaffMessage } from './rules/staffMessage';
import { onRequestStatus } from './rules/requestStatus';
import { withStatusNoticed } from './rules/statusNotice';
import type { Moment } from './moment';
import { conversationOf, withConversation, type Thread } from './thread';
import { unreachable } from './unreachable';
import { asSeen } from './unread';
import type { ConversationId, NumberId } from './ids';
import { rulesFor } from './settings';

/**
 * Every rule of the product: the thread as one event leaves it. Pure: no IO, no clock, no chance; ids derive from the
 * head's counters, so a repeated turn yields the same. An event that changes nothing answers the very same thread.
 * Never throws on an event, however impossible its order.
 */
export function decide(thread: Thread, event: ConversationEvent, project: Moment): Thread {
  const moment = { ...project, settings: rulesFor(project.settings, numberOf(thread, event)) };
  return withoutCopies(thread, decided(withOwnerElsewhere(thread, moment), event, moment), moment);
}

function decided(thread: Thread, event: ConversationEvent, moment: Moment): Thread {
  switch (event.kind) {
    case 'customer-message':
      return onCustomerMessage(thread, event, moment);
    case 'report':
      return onReport(thread, event, moment.now);
    case 'agent-answer':
      return onAgentAnswer(thread, event, moment);
    case 'agent-start':
      return onAgentStart(thread, event, moment);
    case 'agent-comment':
    case 'comment-changed':
    case 'portal-comment':
      return onComment(thread, event, moment);
    case 'order':
    case 'contact-block':
    case 'triage':
    case 'replay':
    case 'fetch-again':
    case 'seen-by-agent':
      return onDecision(thread, event, moment);
    case 'staff-message':
    case 'provider-closed':
    case 'identity-changed':
      return onProviderNews(thread, event, moment);
    case 'request-status':
    case 'request-deleted':
    case 'request-moved':
    case 'request-found':
      return onRequestChange(thread, event, moment);
    case 'time':
      return onTime(thread, moment);
    case 'start':
      return startLane(thread, event, moment.now);
    case 'ended':
      return onEffectEnded(thread, event, moment);
    default:
      return unreachable(event);
  }
}

/** What the result brings about stands in the lanes before the next effect starts. */
function onEffectEnded(thread: Thread, event: EffectEnded, moment: Moment): Thread {
  const ended = withAnswerNoticed(thread, onEnded(thread, event, moment.now), { event, moment });
  const told = withOwnMove(thread, ended, { event, moment });
  return event.next ? startLane(told, { lane: event.lane, ...event.next }, moment.now) : told;
}

type ProviderNews = Extract<ConversationEvent, { kind: 'staff-message' | 'provider-closed' | 'identity-changed' }>;

/** What the provider tells of besides what customers write and how far sends came. */
function onProviderNews(thread: Thread, event: ProviderNews, moment: Moment): Thread {
  if (event.kind === 'staff-message') return onStaffMessage(thread, event, moment);
  return event.kind === 'provider-closed'
    ? onProviderClosed(thread, event, moment)
    : onIdentityChanged(thread, event, moment.now);
}

type RequestChange = Extract<ConversationEvent, { kind: `request-${string}` }>;

function onRequestChange(thread: Thread, event: RequestChange, moment: Moment): Thread {
  if (event.kind === 'request-deleted') return onRequestDeleted(thread, event, moment);
  if (event.kind === 'request-moved') return onRequestMoved(thread, event, moment);
  if (event.kind === 'request-found') return onRequestFound(thread, event, moment.now);
  return withStatusNoticed(thread, onRequestStatus(thread, event, moment), { event, moment });
}

/** The business number an event concerns: its own rules come before the project's. */
function numberOf(thread: Thread, event: ConversationEvent): NumberId | undefined {
  if ('number' in event) return event.number;
  if (event.kind === 'agent-start') return event.route.number;
  return 'conversation' in event ? conversationOf(thread, event.conversation)?.route.number : undefined;
}

type Decision = Extract<
  ConversationEvent,
  { kind: 'order' | 'contact-block' | 'triage' | 'replay' | 'fetch-again' | 'seen-by-agent' }
>;

/** What a person does about a conversation. */
function onDecision(thread: Thread, event: Decision, moment: Moment): Thread {
  if (event.kind === 'order') return onOrder(thread, event, moment);
  if (event.kind === 'replay') return onReplay(thread, event, moment.now);
  if (event.kind === 'fetch-again') return onFetchAgain(thread, event.message);
  if (event.kind === 'seen-by-agent') return seen(thread, event.conversation, moment.now);
  return event.kind === 'triage' ? onTriage(thread, event, moment) : onContactBlock(thread, event, moment);
}

type CommentEvent = AgentComment | CommentChanged | PortalComment;

function onComment(thread: Thread, event: CommentEvent, moment: Moment): Thread {
  if (event.kind === 'agent-comment') return onAgentComment(thread, event, moment);
  return event.kind === 'portal-comment' ? onPortalComment(thread, event, moment) : onCommentChanged(thread, event);
}

function seen(thread: Thread, id: ConversationId, now: number): Thread {
  const conversation = conversationOf(thread, id);
  if (!conversation?.unread) return thread;
  const read = asSeen(conversation);
  return withSync(withConversation(thread, read), read, now);
}
