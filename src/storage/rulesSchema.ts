import { z } from 'zod';
import type { NumberRules } from '../domain/settings';
import type { BusinessHours, ConversationRules, StatusNotice } from '../domain/conversationRules';

const NoticeSchema = z.object({
  on: z.union([z.object({ category: z.enum(['new', 'indeterminate', 'done']) }), z.object({ status: z.string() })]),
  text: z.record(z.string(), z.string()),
}) satisfies z.ZodType<StatusNotice>;

const HoursSchema = z.object({
  days: z.array(z.number()),
  from: z.string(),
  to: z.string(),
  holidays: z.array(z.string()),
}) satisfies z.ZodType<BusinessHours>;

/** Every rule as stored. */
const RULES = {
  copy: z.enum(['off', 'internal', 'public']),
  unreadNote: z.boolean(),
  transcript: z.enum(['off', 'internal-note']),
  bridge: z.enum(['off', 'public', 'prefixed']),
  bridgePrefix: z.string(),
  bridgeAutomation: z.boolean(),
  description: z.enum(['first', 'aggregate-until-reply']),
  joinComments: z.enum(['until-answer', 'by-time']),
  coalesceSeconds: z.number(),
  newMessage: z.enum(['customer-reply', 'internal-message']),
  agentName: z.boolean(),
  language: z.string(),
  statusNotices: z.array(NoticeSchema),
  autoReply: z.string(),
  outOfHours: z.string(),
  businessHours: HoursSchema.nullable(),
  windowClosing: z.object({ text: z.string(), minutesBefore: z.number() }),
  coolDownMinutes: z.number(),
  closeOn: z.enum(['done-category', 'statuses', 'button']),
  closeStatuses: z.array(z.string()),
  closeTransition: z.object({ status: z.string(), resolution: z.string() }),
  closeAfterDays: z.number(),
  afterClose: z.enum(['new', 'new-linked', 'reopen']),
  reopenDays: z.number(),
  lockedText: z.string(),
  smallTalk: z.boolean(),
  reactivateOn: z.enum(['leaving-status', 'button', 'both']),
  onClose: z.enum(['keep', 'unassign']),
  fallbackRequestTypeId: z.string(),
  summary: z.string(),
  createRequest: z.enum(['at-once', 'on-triage']),
  assignOnAnswer: z.enum(['off', 'if-unassigned']),
  whenCustomerWrites: z.string(),
  whenAgentAnswers: z.string(),
  outbound: z.enum(['off', 'linked-customer', 'any']),
  quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  scope: z.enum(['customer', 'customer-channel', 'customer-number']),
  filesToCustomer: z.boolean(),
  outsideWindow: z.enum(['block', 'template', 'sms', 'template-or-sms']),
  readReceipts: z.enum(['never', 'on-answer', 'on-open']),
  optOutWords: z.object({
    standard: z.boolean(),
    more: z.array(z.string()),
    back: z.array(z.string()).exactOptional(),
  }),
  smsValidityHours: z.number(),
  smsMaxParts: z.number(),
  smsWarnParts: z.number(),
};

export const RulesSchema = z.object(RULES) satisfies z.ZodType<ConversationRules>;

/** A business number stores only the rules that it has of its own. */
const { scope: _scope, ...OWN_RULES } = optional(RULES);
export const NumberRulesSchema = z.object(OWN_RULES) satisfies z.ZodType<NumberRules>;

type Optional<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]> };

function optional<Shape extends z.ZodRawShape>(shape: Shape): Optional<Shape> {
  const fields = Object.entries(shape).map(([name, field]) => [name, z.exactOptional(field)]);
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the same names, each made optional
  return Object.fromEntries(fields) as Optional<Shape>;
}
