import { tallyOf, type Conversation } from '../conversation';
import { messageKey } from '../ids';
import type { Content } from '../content';
import type { InboundMessage, Message } from '../message';
import type { Moment } from '../moment';
import { activeFor } from '../slot';
import { conversationOf, withConversation, withMessage, type Thread } from '../thread';
import { isFarewell } from './afterClose';
import { append, withCopying, type Scene } from './append';
import { withFirstReply } from './autoReply';
import { opens, withFile } from './inboundRow';
import { openConversation } from './openConversation';

/** So many newest rows are looked at for messages that came after the request was Done or deleted. */
export const LATE_ROWS = 20;
/**
 * So many of them, the newest, go on to the follow-up: each is two records of one transaction, which holds 25 (forge.md) with the
 * head, the contact and what the close writes. Those before them keep their rows and their copy in the request that was Done, to
 * which the follow-up is linked. A later turn that moved them too would put them behind what was said after them.
 */
export const LATE_MESSAGES = 10;

type Done = { readonly at: number; readonly moment: Moment };

/**
 * The customer's messages that arrived after the request was Done and that nobody has answered: what a rule said, what never
 * went out and what stands in the portal is no answer.
 * From the first one that asks for something: a reaction, a bare STOP or thanks before it stay rows of the closed conversation.
 */
export function lateMessages(
  thread: Thread,
  conversation: Conversation,
  { at, moment }: Done,
): readonly InboundMessage[] {
  const late: InboundMessage[] = [];
  for (let sequence = conversation.messages; sequence > 0; sequence -= 1) {
    const message = thread.messages[messageKey(conversation.id, sequence)];
    if (!message || message.receivedAt <= at || late.length === LATE_MESSAGES || isAnswer(message)) break;
    if (isForPhones(message)) late.unshift(message);
  }
  const first = late.findIndex((message) => opens(message, moment.settings) && !isFarewell(message, at, moment));
  return first === -1 ? [] : late.slice(first);
}

const isAnswer = (message: Message): boolean =>
  message.direction === 'outbound' && message.via !== 'rule' && message.delivery.status !== 'failed';

/** What the customer wrote in the portal stands in its request already; what moved on before is not moved again. */
const isForPhones = (message: Message): message is InboundMessage =>
  message.direction === 'inbound' && message.via !== 'portal' && message.movedTo === undefined;

/** Opens the follow-up conversation with the late messages; in the closed one they say where they went. */
export function openFollowUp(thread: Thread, late: readonly InboundMessage[], moment: Moment): Thread {
  const last = late.findLast((message) => opens(message, moment.settings));
  if (!last) return thread;
  const route = { channel: last.channel, number: last.number, address: last.address };
  if (activeFor(thread.head, moment.settings.scope, route)) return thread;
  const moved = late.reduce(moveOne, openConversation(uncounted(thread, late), route, moment));
  const copying = withCopying(moved.thread, moved.conversation, moment.now);
  return withFirstReply({ ...moved, thread: copying, content: last.content }, moment);
}

/** They count where they went. */
function uncounted(thread: Thread, late: readonly InboundMessage[]): Thread {
  const conversation = late[0] && conversationOf(thread, late[0].conversation);
  if (!conversation) return thread;
  const tally = tallyOf(conversation);
  const inbound = Math.max(0, tally.inbound - late.length);
  return withConversation(thread, { ...conversation, tally: { ...tally, inbound } });
}

function moveOne(into: Scene, message: InboundMessage): Scene {
  const { version: _v, rev: _r, key: _k, conversation: _c, sequence: _s, ...draft } = message;
  const added = withFile(append(into, { ...draft, content: unfetched(draft.content) }));
  const left = withMessage(added.thread, { ...message, movedTo: added.message.key });
  return { thread: left, conversation: added.conversation };
}

/** A file is an attachment of one request: the other one gets its own. */
function unfetched(content: Content): Content {
  if (content.kind !== 'media') return content;
  const { file: _f, missing: _m, ...media } = content.media;
  return { ...content, media };
}
