import { z } from 'zod';
import type { ConversationRules } from '../domain/conversationRules';

/** What a screen may send of a rule. WhatsApp takes 4,096 characters of text (Meta, text messages, read 2026-11). */
const Text = z.string().trim().max(4_096);
const Name = z.string().trim().max(60);
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/);
const Texts = z.record(Language, Text).refine((texts) => Object.keys(texts).length <= 20);

const Notice = z.object({
  on: z.union([z.object({ category: z.enum(['new', 'indeterminate', 'done']) }), z.object({ status: Name.min(1) })]),
  text: Texts,
});
const Hours = z.object({
  days: z.array(z.int().min(1).max(7)).max(7),
  from: Clock,
  to: Clock,
  holidays: z.array(z.iso.date()).max(100),
});

/** Every rule with its limits. */
const Rules = z.object({
  copy: z.enum(['off', 'internal', 'public']),
  unreadNote: z.boolean(),
  transcript: z.enum(['off', 'internal-note']),
  bridge: z.enum(['off', 'public', 'prefixed']),
  bridgePrefix: Name.min(1),
  bridgeAutomation: z.boolean(),
  description: z.enum(['first', 'aggregate-until-reply']),
  joinComments: z.enum(['until-answer', 'by-time']),
  coalesceSeconds: z.int().min(0).max(3_600),
  newMessage: z.enum(['customer-reply', 'internal-message']),
  agentName: z.boolean(),
  language: Language,
  statusNotices: z.array(Notice).max(20),
  autoReply: Text,
  outOfHours: Text,
  businessHours: Hours.nullable(),
  windowClosing: z.object({ text: Text, minutesBefore: z.int().min(5).max(720) }),
  coolDownMinutes: z.int().min(0).max(10_080),
  closeOn: z.enum(['done-category', 'statuses', 'button']),
  closeStatuses: z.array(Name.min(1)).max(20),
  closeTransition: z.object({ status: Name, resolution: Name }),
  closeAfterDays: z.int().min(0).max(365),
  afterClose: z.enum(['new', 'new-linked', 'reopen']),
  reopenDays: z.int().min(1).max(365),
  lockedText: Text,
  smallTalk: z.boolean(),
  reactivateOn: z.enum(['leaving-status', 'button', 'both']),
  onClose: z.enum(['keep', 'unassign']),
  fallbackRequestTypeId: z.string().max(20),
  summary: z.string().trim().min(1).max(200),
  createRequest: z.enum(['at-once', 'on-triage']),
  assignOnAnswer: z.enum(['off', 'if-unassigned']),
  whenCustomerWrites: Name,
  whenAgentAnswers: Name,
  outbound: z.enum(['off', 'linked-customer', 'any']),
  quietHours: z.object({ from: Clock, to: Clock }).nullable(),
  scope: z.enum(['customer', 'customer-channel', 'customer-number']),
  filesToCustomer: z.boolean(),
  outsideWindow: z.enum(['block', 'template', 'sms', 'template-or-sms']),
  optOutWords: z.object({ standard: z.boolean(), more: z.array(Name.min(1)).max(100) }),
  smsValidityHours: z.int().min(1).max(72),
  smsMaxParts: z.int().min(1).max(10),
  smsWarnParts: z.int().min(1).max(10),
}) satisfies z.ZodType<ConversationRules>;

/** A change names only the rules that it changes. */
export const RulesChange = Rules.partial();
