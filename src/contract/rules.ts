import { z } from 'zod';
import type { ConversationRules } from '../domain/conversationRules';
import { SUMMARY_PLACEHOLDERS, TEXT_PLACEHOLDERS, unknownPlaceholders } from '../domain/text/placeholders';
import {
  LONGEST_NAME,
  LONGEST_SUMMARY_RULE,
  LONGEST_TEXT,
  MOST_NOTICES,
  RANGES,
  type Ranged,
  type RuleFault,
} from './ruleLimits';

const fault = (code: RuleFault): RuleFault => code;
const filled = (known: readonly string[]) => (text: string) => unknownPlaceholders(text, known).length === 0;

const Text = z
  .string()
  .trim()
  .max(LONGEST_TEXT, fault('too-long'))
  .refine(filled(TEXT_PLACEHOLDERS), fault('unknown-placeholder'));
const Name = z.string().trim().max(LONGEST_NAME, fault('too-long'));
const GivenName = Name.min(1, fault('required'));
const Names = z.array(GivenName).max(20, fault('too-long')).readonly();
const Words = z.array(GivenName).max(100, fault('too-long')).readonly();
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fault('bad-time'));
const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, fault('bad-language'));
const Texts = z
  .record(Language, Text.min(1, fault('required')))
  .refine((texts) => Object.keys(texts).length > 0, fault('required'))
  .refine((texts) => Object.keys(texts).length <= MOST_NOTICES, fault('too-long'));
const whole = (name: Ranged) =>
  z
    .int(fault('out-of-range'))
    .min(RANGES[name].min, fault('out-of-range'))
    .max(RANGES[name].max, fault('out-of-range'));

const Notice = z.object({
  on: z.union([z.object({ category: z.enum(['new', 'indeterminate', 'done']) }), z.object({ status: GivenName })]),
  text: Texts,
});
const Hours = z.object({
  days: z.array(z.int().min(1).max(7)).min(1, fault('required')).max(7).readonly(),
  from: Clock,
  to: Clock,
  holidays: z
    .array(z.iso.date(fault('bad-date')))
    .max(100, fault('too-long'))
    .readonly(),
});
const Summary = z
  .string()
  .trim()
  .min(1, fault('required'))
  .max(LONGEST_SUMMARY_RULE, fault('too-long'))
  .refine(filled(SUMMARY_PLACEHOLDERS), fault('unknown-placeholder'));

/** Every rule with its limits. The message of an issue is the code that the call is refused with. */
const Rules = z.object({
  copy: z.enum(['off', 'internal', 'public']),
  unreadNote: z.boolean(),
  transcript: z.enum(['off', 'internal-note']),
  bridge: z.enum(['off', 'public', 'prefixed']),
  bridgePrefix: GivenName,
  bridgeAutomation: z.boolean(),
  description: z.enum(['first', 'aggregate-until-reply']),
  joinComments: z.enum(['until-answer', 'by-time']),
  coalesceSeconds: whole('coalesceSeconds'),
  newMessage: z.enum(['customer-reply', 'internal-message']),
  agentName: z.boolean(),
  language: Language,
  statusNotices: z.array(Notice).max(MOST_NOTICES, fault('too-long')).readonly(),
  autoReply: Text,
  outOfHours: Text,
  businessHours: Hours.nullable(),
  windowClosing: z.object({ text: Text, minutesBefore: whole('minutesBefore') }),
  coolDownMinutes: whole('coolDownMinutes'),
  closeOn: z.enum(['done-category', 'statuses', 'button']),
  closeStatuses: Names,
  closeTransition: z.object({ status: Name, resolution: Name }),
  closeAfterDays: whole('closeAfterDays'),
  afterClose: z.enum(['new', 'new-linked', 'reopen']),
  reopenDays: whole('reopenDays'),
  lockedText: Text,
  smallTalk: z.boolean(),
  reactivateOn: z.enum(['leaving-status', 'button', 'both']),
  onClose: z.enum(['keep', 'unassign']),
  fallbackRequestTypeId: z.string().max(20),
  summary: Summary,
  createRequest: z.enum(['at-once', 'on-triage']),
  assignOnAnswer: z.enum(['off', 'if-unassigned']),
  whenCustomerWrites: Name,
  whenAgentAnswers: Name,
  outbound: z.enum(['off', 'linked-customer', 'any']),
  quietHours: z.object({ from: Clock, to: Clock }).nullable(),
  scope: z.enum(['customer', 'customer-channel', 'customer-number']),
  filesToCustomer: z.boolean(),
  outsideWindow: z.enum(['block', 'template', 'sms', 'template-or-sms']),
  readReceipts: z.enum(['never', 'on-answer', 'on-open']),
  optOutWords: z.object({ standard: z.boolean(), more: Words, back: Words.exactOptional() }),
  smsValidityHours: whole('smsValidityHours'),
  smsMaxParts: whole('smsMaxParts'),
  smsWarnParts: whole('smsWarnParts'),
}) satisfies z.ZodType<ConversationRules>;

/** A change names only the rules that it changes. */
export const RulesChange = Rules.partial();
export const RuleName = z.keyof(Rules);
