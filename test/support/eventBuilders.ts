import type { StoredFile } from '../../src/domain/content';
import type { EffectResult } from '../../src/domain/effectResult';
import type {
  AgentAnswer,
  AgentComment,
  CustomerMessage,
  DeliveryReport,
  EffectEnded,
  RequestFound,
  RequestStatus,
  StartEffect,
} from '../../src/domain/event';
import type { LaneName } from '../../src/domain/effect';
import { messageKey } from '../../src/domain/ids';
import type { StaffMessage } from '../../src/domain/staffMessage';
import type { StatusNow } from '../../src/domain/statusNow';
import type { Thread } from '../../src/domain/thread';
import { WHATSAPP_FILES } from '../../src/providers/whatsAppFiles';
import { ANAS_PHONE, BEN, FIRST, NOW, NUMBER, REQUEST } from './builders';

/** Every message built has an origin of its own, unless it says which. */
let origins = 0;
const nextOrigin = () => `origin-${(origins += 1)}`;

export const aCustomerMessage = (more: Partial<CustomerMessage> & { text?: string } = {}): CustomerMessage => {
  const { text = 'The printer is on fire', ...event } = more;
  const origin = event.origin ?? nextOrigin();
  return {
    kind: 'customer-message',
    origin,
    providerId: `wamid.${origin}`,
    channel: 'whatsapp',
    number: NUMBER,
    address: ANAS_PHONE,
    addresses: [ANAS_PHONE],
    name: 'Ana',
    content: { kind: 'text', text },
    at: NOW,
    ...event,
  };
};

export const aStaffMessage = (more: Partial<StaffMessage> = {}): StaffMessage => {
  const origin = more.origin ?? nextOrigin();
  return {
    kind: 'staff-message',
    origin,
    providerId: `wamid.${origin}`,
    channel: 'whatsapp',
    number: NUMBER,
    address: ANAS_PHONE,
    content: { kind: 'text', text: 'I am at your door' },
    at: NOW,
    ...more,
  };
};

export const aReaction = (more: Partial<CustomerMessage> = {}): CustomerMessage =>
  aCustomerMessage({ content: { kind: 'reaction', target: 'wamid.1', emoji: '🙏' }, ...more });

const CARRIAGE = { suppressed: false, maxCharacters: 4_096, numberRemoved: false };

/** As on WhatsApp. */
export const CARRIES_FILES = { ...CARRIAGE, files: WHATSAPP_FILES };

/** A photo of the request. */
export const aFile = (more: Partial<StoredFile> = {}): StoredFile => ({
  attachmentId: '300',
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  size: 1_000,
  ...more,
});

export const anAnswer = (more: Partial<AgentAnswer> = {}): AgentAnswer => ({
  kind: 'agent-answer',
  origin: nextOrigin(),
  conversation: FIRST,
  agent: BEN,
  text: 'On my way',
  carriage: CARRIAGE,
  owner: 'tab-call',
  until: NOW + 35_000,
  ...more,
});

export const aComment = (more: Partial<AgentComment> = {}): AgentComment => ({
  kind: 'agent-comment',
  origin: nextOrigin(),
  conversation: FIRST,
  commentId: '500',
  agent: BEN,
  text: 'On my way',
  carriage: CARRIAGE,
  createdAt: NOW - 1_000,
  publicAt: more.createdAt ?? NOW - 1_000,
  ...more,
});

export const aReport = (more: Partial<DeliveryReport> = {}): DeliveryReport => ({
  kind: 'report',
  message: messageKey(FIRST, 2),
  number: NUMBER,
  status: 'delivered',
  providerId: 'wamid.out',
  at: NOW,
  ...more,
});

export const DONE: StatusNow = { name: 'Resolved', category: 'done' };
export const IN_PROGRESS: StatusNow = { name: 'In Progress', category: 'indeterminate' };

export const aStatus = (done: boolean, more: Partial<RequestStatus> = {}): RequestStatus => ({
  kind: 'request-status',
  conversation: FIRST,
  issueId: REQUEST.issueId,
  status: done ? DONE : IN_PROGRESS,
  source: 'user',
  at: NOW,
  ...more,
});

export const aRequestFound = (more: Partial<RequestFound> = {}): RequestFound => ({
  kind: 'request-found',
  conversation: FIRST,
  request: REQUEST,
  copy: { phase: 'description', description: { hash: 'h', lastAt: NOW } },
  upTo: 1,
  facts: '',
  ...more,
});

export const starting = (lane: LaneName, owner = 'performer', until = NOW + 35_000): StartEffect => ({
  kind: 'start',
  lane,
  owner,
  until,
});

/** The result of the effect that a lane's lease is on. */
export function endedWith(thread: Thread, lane: LaneName, result: EffectResult): EffectEnded {
  const { lease, queue } = thread.head.lanes[lane];
  const effect = queue.find((one) => one.id === lease?.effect);
  if (!effect) throw new Error(`nobody performs anything in the ${lane} lane`);
  return { kind: 'ended', lane, effect: effect.id, conversation: effect.conversation, result };
}
