import { z } from 'zod';
import { CLOSE_SOURCES, type Closed, type Conversation, type RequestRef } from '../domain/conversation';
import { JIRA_FAILURE_REASONS, REMARKS, type DeadLetter, type Effect, type Lane } from '../domain/effect';
import { SAID_KINDS, type Head, type LastClosed, type OriginMark } from '../domain/head';
import { conversationId, messageKey, parseMessageKey } from '../domain/ids';
import {
  AccountIdSchema,
  ContactIdSchema,
  ConversationIdSchema,
  IssueIdSchema,
  MessageKeySchema,
  NumberIdSchema,
  ProjectIdSchema,
} from './idSchemas';
import { AddressSchema, ChannelSchema, FailureSchema } from './messageSchemas';
import type { RecordKind } from './record';
import { CUSTOMER_SLOT } from '../domain/slot';
import { TIMER_KINDS, type Timer } from '../domain/timer';

const RequestSchema = z.object({ issueId: IssueIdSchema, issueKey: z.string() }) satisfies z.ZodType<RequestRef>;

const waiting = {
  id: z.string(),
  conversation: ConversationIdSchema,
  attempts: z.number(),
  notBefore: z.number().exactOptional(),
  reservedFor: z.string().exactOptional(),
  unknownSince: z.number().exactOptional(),
  awaits: z.literal('request').exactOptional(),
};

const EffectSchema = z.discriminatedUnion('kind', [
  z.object({ ...waiting, kind: z.literal('send-message'), message: MessageKeySchema }),
  z.object({ ...waiting, kind: z.literal('ensure-customer') }),
  z.object({ ...waiting, kind: z.literal('create-request'), upTo: z.number() }),
  z.object({ ...waiting, kind: z.literal('link-request') }),
  z.object({ ...waiting, kind: z.literal('retire-request'), issueId: IssueIdSchema }),
  z.object({ ...waiting, kind: z.literal('mirror') }),
  z.object({
    ...waiting,
    kind: z.literal('note'),
    message: MessageKeySchema.exactOptional(),
    failure: FailureSchema,
    commentId: z.string().exactOptional(),
  }),
  z.object({ ...waiting, kind: z.literal('sync-property') }),
  z.object({
    ...waiting,
    kind: z.literal('transition'),
    because: z.enum(['close', 'reopen', 'customer-wrote', 'agent-answered']),
    status: z.string().exactOptional(),
    resolution: z.string().exactOptional(),
    person: AccountIdSchema.exactOptional(),
  }),
  z.object({
    ...waiting,
    kind: z.literal('assign'),
    because: z.enum(['closed', 'answered']),
    to: AccountIdSchema.exactOptional(),
  }),
  z.object({ ...waiting, kind: z.literal('catch-up') }),
  z.object({ ...waiting, kind: z.literal('remark'), remark: z.enum(REMARKS) }),
  z.object({ ...waiting, kind: z.literal('transcript'), from: z.number(), to: z.number() }),
  z.object({ ...waiting, kind: z.literal('attach'), message: MessageKeySchema }),
  z.object({ ...waiting, kind: z.literal('show-file'), message: MessageKeySchema }),
  z.object({ ...waiting, kind: z.literal('show-answer'), message: MessageKeySchema }),
]) satisfies z.ZodType<Effect>;

const LaneSchema = z.object({
  queue: z.array(EffectSchema),
  lease: z.object({ owner: z.string(), until: z.number(), effect: z.string(), startedAt: z.number() }).exactOptional(),
}) satisfies z.ZodType<Lane>;

const DeadLetterSchema = z.object({
  effect: EffectSchema,
  failure: z.object({
    reason: z.enum(JIRA_FAILURE_REASONS),
    detail: z.string().exactOptional(),
  }),
  at: z.number(),
}) satisfies z.ZodType<DeadLetter>;

export const ClosedSchema = z.object({
  at: z.number(),
  source: z.enum(CLOSE_SOURCES),
  by: AccountIdSchema.exactOptional(),
  note: z.object({ category: z.string().exactOptional(), summary: z.string().exactOptional() }).exactOptional(),
  beside: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Closed>;

const ConversationSchema = z.object({
  version: z.literal(1),
  id: ConversationIdSchema,
  slot: z.string(),
  state: z.enum(['active', 'paused', 'closed']),
  openedAt: z.number(),
  startedBy: AccountIdSchema.exactOptional(),
  heard: z.literal(true).exactOptional(),
  route: z.object({ channel: ChannelSchema, number: NumberIdSchema, address: AddressSchema }),
  request: RequestSchema.exactOptional(),
  untriaged: z.literal(true).exactOptional(),
  linkedAt: z.number().exactOptional(),
  follows: RequestSchema.exactOptional(),
  messages: z.number(),
  mirrored: z.number(),
  copy: z.object({
    phase: z.enum(['description', 'comments']),
    description: z.object({ hash: z.string(), lastAt: z.number() }).exactOptional(),
    comment: z
      .object({ id: z.string(), hash: z.string(), lastAt: z.number(), over: z.literal(true).exactOptional() })
      .exactOptional(),
  }),
  waitingOn: z.enum(['agent', 'customer']),
  unread: z.boolean(),
  unreadFrom: z.number().exactOptional(),
  noteDue: z.literal(true).exactOptional(),
  synced: z.string().exactOptional(),
  answered: z.number().exactOptional(),
  openAt: z.number().exactOptional(),
  closed: ClosedSchema.exactOptional(),
  locked: z.object({ at: z.number(), by: AccountIdSchema, told: z.literal(true).exactOptional() }).exactOptional(),
  transcribed: z.number().exactOptional(),
  tally: z.object({ inbound: z.number(), outbound: z.number(), reopened: z.number() }).exactOptional(),
  firstAnswer: z.object({ at: z.number(), by: AccountIdSchema.exactOptional() }).exactOptional(),
  answeredAt: z.number().exactOptional(),
  toTell: z.object({ name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) }).exactOptional(),
  told: z.array(z.string()).exactOptional(),
  dead: z.array(DeadLetterSchema),
}) satisfies z.ZodType<Conversation>;

/** A mark as stored: `<origin>:<ordinal of the conversation>:<sequence>`, a third of its size. */
export function packMark({ origin, message }: OriginMark): string {
  const parsed = parseMessageKey(message);
  if (!parsed) throw new Error('a mark without a message');
  return [origin, parsed.conversation.split('.').at(-1), parsed.sequence].join(':');
}

function unpackMark({ project, contact }: Pick<Head, 'project' | 'contact'>, packed: string): OriginMark {
  const [origin = '', ordinal, sequence] = packed.split(':');
  return { origin, message: messageKey(conversationId(project, contact, Number(ordinal)), Number(sequence)) };
}

const LastClosedSchema = z.object({
  id: ConversationIdSchema,
  request: RequestSchema.exactOptional(),
  at: z.number(),
  locked: z.literal(true).exactOptional(),
}) satisfies z.ZodType<LastClosed>;

const TimerSchema = z.object({
  kind: z.enum(TIMER_KINDS),
  conversation: ConversationIdSchema,
  at: z.number(),
  since: z.number().exactOptional(),
}) satisfies z.ZodType<Timer>;

const HeadSchema = z
  .object({
    version: z.literal(1),
    rev: z.number(),
    project: ProjectIdSchema,
    contact: ContactIdSchema,
    sameAs: ContactIdSchema.exactOptional(),
    counter: z.object({ conversations: z.number(), effects: z.number() }),
    active: z.record(z.string(), ConversationSchema),
    parked: z.array(ConversationIdSchema),
    closed: z.record(z.string(), LastClosedSchema).exactOptional(),
    /** Version 1 without slots. */
    lastClosed: LastClosedSchema.exactOptional(),
    timers: z.array(TimerSchema).default([]),
    lines: z.record(z.string(), z.number()),
    users: z.record(z.string(), z.string()).exactOptional(),
    former: z.number().exactOptional(),
    owner: z.number().exactOptional(),
    blocked: z.object({ at: z.number(), by: AccountIdSchema, count: z.number() }).exactOptional(),
    said: z
      .partialRecord(z.enum(SAID_KINDS), z.object({ at: z.number(), since: z.number(), count: z.number() }))
      .exactOptional(),
    optOut: z.object({ address: AddressSchema, at: z.number(), stopped: z.boolean() }).exactOptional(),
    lanes: z.object({ phone: LaneSchema, jira: LaneSchema, media: LaneSchema.default({ queue: [] }) }),
    marks: z.array(z.string()),
  })
  .transform(({ lastClosed, ...stored }): Head => ({
    ...stored,
    closed: stored.closed ?? (lastClosed ? { [CUSTOMER_SLOT]: lastClosed } : {}),
    marks: stored.marks.map((mark) => unpackMark(stored, mark)),
  }));

export const HEAD: RecordKind<Head> = { name: 'head', version: 1, schema: HeadSchema };
export const CONVERSATION: RecordKind<Conversation> = { name: 'conversation', version: 1, schema: ConversationSchema };

/** Which conversation a request belongs to. */
export const REQUEST_POINTER: RecordKind<{ readonly version: 1; readonly conversation: Conversation['id'] }> = {
  name: 'request',
  version: 1,
  schema: z.object({ version: z.literal(1), conversation: ConversationIdSchema }),
};
export const ORIGIN: RecordKind<{ readonly version: 1; readonly message: Head['marks'][number]['message'] }> = {
  name: 'origin',
  version: 1,
  schema: z.object({ version: z.literal(1), message: MessageKeySchema }),
};
