import type { Conversation } from '../conversation';
import type { EffectEnded } from '../event';
import type { OutboundMessage } from '../message';
import type { Moment } from '../moment';
import type { ProjectSettings } from '../settings';
import { conversationOf, withConversation, type Thread } from '../thread';
import type { Scene } from './append';
import { once } from './once';

/**
 * The customer spoke in a conversation whose request is there. `before` is the conversation as it stood then. Comes after the
 * copying: what Jira's own automation does about the customer's comment is then done, and is not done twice.
 */
export function withNoticing(scene: Scene, before: Conversation, { settings }: Moment): Scene {
  const { id, request } = scene.conversation;
  if (!request) return scene;
  const { thread, conversation } = withUnreadNote(scene, settings);
  const isTheirTurn = settings.whenCustomerWrites !== '' && before.waitingOn === 'customer';
  if (!isTheirTurn) return { thread, conversation };
  const move = { kind: 'transition', because: 'customer-wrote', status: settings.whenCustomerWrites } as const;
  return { thread: once(thread, id, move), conversation };
}

/** X1: one note in the request per unread episode, whatever the episode began with. */
export function withUnreadNote({ thread, conversation }: Scene, { unreadNote }: ProjectSettings): Scene {
  const { noteDue, ...noted } = conversation;
  if (!unreadNote || !noteDue) return { thread, conversation };
  const told = once(thread, noted.id, { kind: 'remark', remark: 'unread' });
  return { thread: withConversation(told, noted), conversation: noted };
}

/** An agent's answer went out, or may have: whose request it is now, and where it stands. */
export function withAnswerNoticed(before: Thread, thread: Thread, { event, moment }: Told): Thread {
  const { result } = event;
  if (thread === before || (result.kind !== 'sent' && result.kind !== 'send-unknown')) return thread;
  const message = thread.messages[result.message];
  const conversation = message && conversationOf(thread, message.conversation);
  if (message?.direction !== 'outbound' || conversation?.state !== 'active') return thread;
  return withMove(withAssignee(thread, { conversation, message, moment }), { conversation, message, moment });
}

type Told = { readonly event: EffectEnded; readonly moment: Moment };
type Answered = { readonly conversation: Conversation; readonly message: OutboundMessage; readonly moment: Moment };

/** The agent who answers takes a request that is nobody's. Asked once per agent who follows another: it costs a call. */
function withAssignee(thread: Thread, { conversation, message, moment }: Answered): Thread {
  const { id, firstAnswer } = conversation;
  const { author, receivedAt } = message;
  if (moment.settings.assignOnAnswer === 'off' || author.kind !== 'agent') return thread;
  const isKnown = firstAnswer?.by === author.accountId && firstAnswer.at !== receivedAt;
  if (isKnown) return thread;
  return once(thread, id, { kind: 'assign', because: 'answered', to: author.accountId });
}

function withMove(thread: Thread, { conversation: { id }, message, moment }: Answered): Thread {
  const status = moment.settings.whenAgentAnswers;
  if (status === '' || message.author.kind !== 'agent') return thread;
  return once(thread, id, { kind: 'transition', because: 'agent-answered', status });
}
