import type { Contact, ContactAddress } from '../../src/domain/contact';
import type { Conversation } from '../../src/domain/conversation';
import { decide } from '../../src/domain/decide';
import { queuedAt } from '../../src/domain/delivery';
import type { Effect, Lane, LaneName, Work } from '../../src/domain/effect';
import type { ConversationEvent } from '../../src/domain/event';
import { emptyHead } from '../../src/domain/head';
import {
  asAccountId,
  asContactId,
  asIssueId,
  asNumberId,
  asProjectId,
  conversationId,
  messageKey,
  type ConversationId,
  type PhoneNumber,
} from '../../src/domain/ids';
import type { InboundMessage, OutboundMessage } from '../../src/domain/message';
import { DEFAULT_SETTINGS, type ProjectSettings } from '../../src/domain/settings';
import { CUSTOMER_SLOT } from '../../src/domain/slot';
import type { Thread } from '../../src/domain/thread';

/** When everything built here happens: a Monday at 09:00 UTC. */
export const NOW = Date.parse('2026-11-16T09:00:00.000Z');
export const PROJECT = asProjectId('10001');
export const CONTACT = asContactId('0123456789abcdef0123456789abcdef');
export const NUMBER = asNumberId('aaaaaaaaaaaaaaaaaaaa');
export const OTHER_NUMBER = asNumberId('bbbbbbbbbbbbbbbbbbbb');
export const BEN = asAccountId('ben');
export const ANAS_PHONE: ContactAddress = { kind: 'phone', phone: '+385991903327' as PhoneNumber };
export const REQUEST = { issueId: asIssueId('10100'), issueKey: 'SUP-1' };
export const FIRST = conversationId(PROJECT, CONTACT, 1);
export const SECOND = conversationId(PROJECT, CONTACT, 2);

export const aMoment = (now = NOW, settings: Partial<ProjectSettings> = {}) => ({
  now,
  settings: { ...DEFAULT_SETTINGS, ...settings },
});

/** The thread of a contact who has never written. */
export const aThread = (more: Partial<Thread> = {}): Thread => ({
  head: emptyHead(PROJECT, CONTACT),
  contact: aContact(),
  conversations: {},
  messages: {},
  origins: {},
  ...more,
});

export const aContact = (more: Partial<Contact> = {}): Contact => ({
  version: 1,
  rev: 0,
  id: CONTACT,
  addresses: [ANAS_PHONE],
  name: 'Ana',
  customer: { kind: 'account', accountId: asAccountId('customer-ana') },
  ...more,
});

/** An active WhatsApp conversation whose only message Jira has already. */
export const aConversation = (more: Partial<Conversation> = {}): Conversation => ({
  version: 1,
  id: FIRST,
  slot: CUSTOMER_SLOT,
  state: 'active',
  openedAt: NOW - 60_000,
  route: { channel: 'whatsapp', number: NUMBER, address: ANAS_PHONE },
  request: REQUEST,
  messages: 1,
  mirrored: 1,
  copy: { phase: 'description', description: { hash: 'h', lastAt: NOW - 60_000 } },
  waitingOn: 'agent',
  unread: true,
  dead: [],
  ...more,
});

/** A thread in which this conversation goes on, with its messages and an open service window. */
export function aThreadWith(conversation: Partial<Conversation> = {}, more: Partial<Thread> = {}): Thread {
  const known = aConversation(conversation);
  const active = known.state === 'active' ? { [known.slot]: known } : {};
  const ordinal = Number(known.id.split('.')[2]);
  const head = {
    ...emptyHead(PROJECT, CONTACT),
    active,
    counter: { conversations: ordinal, effects: 0 },
    lines: { [`whatsapp.${NUMBER}`]: NOW - 60_000 },
    ...(known.state === 'closed' && {
      closed: {
        [known.slot]: { id: known.id, at: known.closed?.at ?? NOW, ...(known.request && { request: known.request }) },
      },
    }),
  };
  const messages = Object.fromEntries(
    Array.from({ length: known.messages }, (_, index) => {
      const message = anInbound({ sequence: index + 1, conversation: known.id });
      return [message.key, message];
    }),
  );
  const conversations = known.state === 'active' ? {} : { [known.id]: known };
  return aThread({ head, messages, conversations, ...more });
}

export const anInbound = (
  more: Partial<InboundMessage> & { sequence?: number; conversation?: ConversationId } = {},
): InboundMessage => ({
  version: 1,
  rev: 1,
  key: messageKey(more.conversation ?? FIRST, more.sequence ?? 1),
  conversation: FIRST,
  sequence: 1,
  direction: 'inbound',
  author: { kind: 'customer' },
  channel: 'whatsapp',
  number: NUMBER,
  address: ANAS_PHONE,
  content: { kind: 'text', text: 'The printer is on fire' },
  at: NOW - 60_000,
  receivedAt: NOW - 60_000,
  ...more,
});

export const anOutbound = (more: Partial<OutboundMessage> & { sequence?: number } = {}): OutboundMessage => ({
  version: 1,
  rev: 1,
  key: messageKey(more.conversation ?? FIRST, more.sequence ?? 2),
  conversation: FIRST,
  sequence: 2,
  direction: 'outbound',
  via: 'tab',
  author: { kind: 'agent', accountId: BEN },
  channel: 'whatsapp',
  number: NUMBER,
  address: ANAS_PHONE,
  content: { kind: 'text', text: 'On my way' },
  at: NOW - 1_000,
  receivedAt: NOW - 1_000,
  delivery: queuedAt(NOW - 1_000),
  ...more,
});

export const anEffect = (work: Work, more: Partial<Effect> = {}): Effect =>
  ({ id: 'e1', conversation: FIRST, attempts: 0, ...work, ...more }) as Effect;

/** Puts a lane as it is into a thread's head. */
export const withLaneOf = (thread: Thread, name: LaneName, lane: Lane): Thread => ({
  ...thread,
  head: { ...thread.head, lanes: { ...thread.head.lanes, [name]: lane } },
});

/** The thread after these events, one after the other. */
export const after = (thread: Thread, ...events: readonly ConversationEvent[]): Thread => at(NOW, thread, ...events);

export const at = (now: number, thread: Thread, ...events: readonly ConversationEvent[]): Thread =>
  events.reduce((current, event) => decide(current, event, aMoment(now)), thread);

export const effectsIn = (thread: Thread, lane: LaneName): readonly string[] =>
  thread.head.lanes[lane].queue.map(({ kind }) => kind);

export const theActive = (thread: Thread): Conversation => {
  const [active] = Object.values(thread.head.active);
  if (!active) throw new Error('no conversation is active');
  return active;
};
