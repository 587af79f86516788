import fc from 'fast-check';
import type { ContactAddress } from '../../src/domain/contact';
import type { Content } from '../../src/domain/content';
import type { Copy } from '../../src/domain/conversation';
import { DELIVERY_STATUSES, type SendFailure } from '../../src/domain/delivery';
import { LANES } from '../../src/domain/effect';
import type { EffectResult } from '../../src/domain/effectResult';
import type { ConversationEvent, Order } from '../../src/domain/event';
import { asAccountId, asIssueId, conversationId, messageKey, type PhoneNumber } from '../../src/domain/ids';
import { ANAS_PHONE, BEN, CONTACT, NOW, NUMBER, OTHER_NUMBER, PROJECT } from './builders';
import type { ProjectSettings } from '../../src/domain/settings';
import {
  aComment,
  aCustomerMessage,
  aFile,
  anAnswer,
  aReport,
  aStaffMessage,
  aStatus,
  CARRIES_FILES,
  DONE,
  IN_PROGRESS,
  starting,
} from './eventBuilders';

type Kind = ConversationEvent['kind'];
type Of<K extends Kind> = Extract<ConversationEvent, { kind: K }>;
const { constantFrom: one, constant: only, record, boolean } = fc;

const LATER = NOW + 10_000_000;
const conversations = fc.integer({ min: 1, max: 3 }).map((ordinal) => conversationId(PROJECT, CONTACT, ordinal));
/** Of a comment that is told anew: it goes over to the row that tells it. */
export const TOLD_ANEW = 'origin-of-a-comment-told-anew';

const messages = fc
  .tuple(conversations, fc.integer({ min: 1, max: 5 }))
  .map(([id, sequence]) => messageKey(id, sequence));
const origins = fc.integer({ min: 1, max: 30 }).map((id) => `origin-${id}`);
const requests = fc.integer({ min: 1, max: 3 }).map((id) => ({ issueId: asIssueId(`${id}`), issueKey: `SUP-${id}` }));
const times = fc.integer({ min: -3_600_000, max: 0 }).map((ago) => NOW + ago);
const effects = fc.integer({ min: 1, max: 20 }).map((count) => `e${count}`);
const numbers = one(NUMBER, OTHER_NUMBER);
const lanes = one(...LANES);
const channels = one('whatsapp' as const, 'sms' as const);
const NEW_PHONE: ContactAddress = { kind: 'phone', phone: '+385991111111' as PhoneNumber };
const USERS = ['HR.1', 'HR.2'].map((userId): ContactAddress => ({ kind: 'whatsapp-user', userId }));
const addresses = fc.shuffledSubarray<ContactAddress>([ANAS_PHONE, NEW_PHONE, ...USERS], {
  minLength: 1,
  maxLength: 2,
});
const statuses = one(DONE, IN_PROGRESS);
const failures = one<SendFailure>({ reason: 'blocked' }, { reason: 'rate-limited' }, { reason: 'too-fast' });
const copies = one<Copy>(
  { phase: 'description', description: { hash: 'h', lastAt: NOW } },
  { phase: 'comments', comment: { id: '1', hash: 'h', lastAt: NOW } },
);
const contents = one<Content>(
  { kind: 'text', text: 'The printer is on fire' },
  { kind: 'text', text: 'thanks' },
  { kind: 'text', text: 'STOP' },
  { kind: 'text', text: 'START' },
  { kind: 'media', media: { kind: 'image', providerId: '1' } },
  { kind: 'reaction', target: 'x', emoji: '🙏' },
  { kind: 'edit', target: 'x', text: 'y' },
  { kind: 'deletion', target: 'x' },
  { kind: 'unsupported', description: 'sticker' },
);
const orders = one<Order>(
  { kind: 'close' },
  { kind: 'pause' },
  ...[true, false].flatMap((pauseOther): Order[] => [
    { kind: 'activate', pauseOther },
    { kind: 'reopen', pauseOther },
  ]),
  { kind: 'lock' },
  { kind: 'unlock' },
);

const RESULTS: { readonly [K in EffectResult['kind']]: fc.Arbitrary<Extract<EffectResult, { kind: K }>> } = {
  sent: record({ kind: only('sent'), message: messages, status: one(...DELIVERY_STATUSES) }),
  'send-unknown': record({ kind: only('send-unknown'), message: messages }),
  'send-refused': record({ kind: only('send-refused'), message: messages, failure: failures }),
  'customer-ready': only({ kind: 'customer-ready', customer: { kind: 'app', reason: 'refused' } }),
  'request-created': record({
    kind: only('request-created'),
    request: requests,
    copy: copies,
    upTo: fc.nat(5),
    facts: only(''),
  }),
  'request-not-found': record({ kind: only('request-not-found'), at: times }),
  mirrored: record({ kind: only('mirrored'), upTo: fc.nat(5), copy: copies }),
  'passed-over': record({ kind: only('passed-over'), message: messages }),
  synced: only({ kind: 'synced', facts: 'x' }),
  transcribed: record({ kind: only('transcribed'), upTo: fc.nat(5) }),
  moved: record({
    kind: only('moved'),
    move: record({ issueId: requests.map(({ issueId }) => issueId), status: statuses, at: times }),
  }),
  attached: record({ kind: only('attached'), message: messages, file: only(aFile()) }),
  'not-attached': record({ kind: only('not-attached'), message: messages, reason: one('gone', 'too-large') }),
  done: only({ kind: 'done' }),
  later: record({ kind: only('later'), at: times, failure: only({ reason: 'jira-down' }) }),
  'gave-up': only({ kind: 'gave-up', failure: { reason: 'rejected' } }),
};

/** Every kind of event, possible or not where it comes. A new kind is missed by the compiler. */
export const ANY: { readonly [K in Kind]: fc.Arbitrary<Of<K>> } = {
  'customer-message': record({
    origin: origins,
    content: contents,
    at: times,
    channel: channels,
    number: numbers,
    addresses,
  }).map((more) => aCustomerMessage({ ...more, address: more.addresses[0] ?? ANAS_PHONE })),
  'staff-message': record({ origin: origins, at: times, channel: channels, number: numbers }).map(aStaffMessage),
  report: record({ message: messages, status: one(...DELIVERY_STATUSES), number: numbers, at: times }).map(aReport),
  'agent-answer': record(
    {
      origin: origins,
      conversation: conversations,
      corrects: record({ message: messages, origin: only(TOLD_ANEW) }),
      repeats: record({ message: messages, origin: only(TOLD_ANEW) }),
    },
    { requiredKeys: ['origin', 'conversation'] },
  ).map(anAnswer),
  'agent-start': record({
    kind: only('agent-start'),
    request: requests,
    route: record({ channel: channels, number: numbers, address: addresses.map(([first]) => first ?? ANAS_PHONE) }),
    agent: only(BEN),
    consent: only('verbal'),
    customer: only(asAccountId('customer-ana')),
    carriage: only(CARRIES_FILES),
    pauseOther: boolean(),
  }),
  'agent-comment': record({ origin: origins, conversation: conversations, createdAt: times }).map(aComment),
  'comment-changed': record({
    kind: only('comment-changed'),
    commentId: only('500'),
    origin: origins,
    conversation: conversations,
    change: one('edited', 'internal', 'deleted'),
    text: only('other'),
    at: times,
  }),
  'portal-comment': record({
    kind: only('portal-comment'),
    origin: origins,
    conversation: conversations,
    text: only('Any news?'),
    at: times,
  }),
  'request-status': record({
    done: boolean(),
    conversation: conversations,
    request: requests,
    at: times,
    source: one('user', 'automation', 'customer'),
  }).map(({ done, request, ...more }) => aStatus(done, { ...more, issueId: request.issueId })),
  'request-moved': record({
    kind: only('request-moved'),
    conversation: conversations,
    request: requests,
    inServiceProject: boolean(),
    source: one('user', 'automation'),
  }),
  'request-deleted': record({ kind: only('request-deleted'), conversation: conversations, at: times }),
  'request-found': record({
    kind: only('request-found'),
    conversation: conversations,
    request: requests,
    copy: copies,
    upTo: fc.nat(5),
    facts: only(''),
  }),
  order: record({ kind: only('order'), conversation: conversations, agent: only(BEN), order: orders }),
  triage: record(
    { kind: only('triage'), conversation: conversations, request: requests },
    { requiredKeys: ['kind', 'conversation'] },
  ),
  'contact-block': record({
    kind: only('contact-block'),
    conversation: conversations,
    agent: only(BEN),
    blocked: boolean(),
  }),
  'provider-closed': record({ kind: only('provider-closed'), channel: channels, number: numbers, at: times }),
  'identity-changed': record({
    kind: only('identity-changed'),
    number: numbers,
    was: addresses,
    now: addresses,
    at: times,
  }),
  time: only({ kind: 'time' }),
  'seen-by-agent': record({ kind: only('seen-by-agent'), conversation: conversations }),
  replay: record({ kind: only('replay'), conversation: conversations, effect: effects }),
  'fetch-again': record({ kind: only('fetch-again'), message: messages }),
  start: fc.tuple(lanes, one('p1', 'p2')).map(([lane, owner]) => starting(lane, owner, LATER)),
  ended: record(
    {
      kind: only('ended'),
      lane: lanes,
      effect: effects,
      conversation: conversations,
      result: fc.oneof(...Object.values(RESULTS)),
      next: only({ owner: 'p1', until: LATER }),
    },
    { requiredKeys: ['kind', 'lane', 'effect', 'conversation', 'result'] },
  ),
};

/** Any rules, as far as they decide what happens next. */
export const anyRules: fc.Arbitrary<Partial<ProjectSettings>> = record({
  copy: one('off', 'internal', 'public'),
  unreadNote: boolean(),
  transcript: one('off', 'internal-note'),
  bridge: one('off', 'public', 'prefixed'),
  description: one('first', 'aggregate-until-reply'),
  joinComments: one('until-answer', 'by-time'),
  autoReply: one('', 'We are on it.'),
  windowClosing: record({ text: one('', 'Write again'), minutesBefore: only(60) }),
  coolDownMinutes: one(0, 60),
  statusNotices: one([], [{ on: { category: 'done' as const }, text: { en: 'Done' } }]),
  createRequest: one('at-once', 'on-triage'),
  assignOnAnswer: one('off', 'if-unassigned'),
  whenCustomerWrites: one('', 'Open'),
  whenAgentAnswers: one('', 'Waiting for customer'),
  outbound: one('off', 'linked-customer', 'any'),
  scope: one('customer', 'customer-channel', 'customer-number'),
  outsideWindow: one('block', 'template', 'sms', 'template-or-sms'),
  closeOn: one('done-category', 'statuses', 'button'),
  closeTransition: one({ status: '', resolution: '' }, { status: 'Resolved', resolution: 'Fixed' }),
  closeAfterDays: one(0, 1),
  afterClose: one('new', 'new-linked', 'reopen'),
  lockedText: one('', 'This request is closed.'),
  smallTalk: boolean(),
  reactivateOn: one('leaving-status', 'button', 'both'),
  onClose: one('keep', 'unassign'),
});
