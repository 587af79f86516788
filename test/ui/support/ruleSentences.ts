import type { ConversationRules, StatusCategory } from '../../../src/domain/conversationRules';
import type { PresetName } from '../../../src/domain/presets';
import type { GroupName } from '../../../src/ui/settings/rules/ruleGroups';

/** As in `sentences.test.ts`: total tables, so that a new rule or value fails the type check until it has its words. */
type Closed<Code extends string> = Record<Code, true>;

const rules: Closed<keyof ConversationRules> = {
  copy: true,
  unreadNote: true,
  transcript: true,
  bridge: true,
  bridgePrefix: true,
  bridgeAutomation: true,
  description: true,
  joinComments: true,
  coalesceSeconds: true,
  newMessage: true,
  agentName: true,
  language: true,
  statusNotices: true,
  autoReply: true,
  outOfHours: true,
  businessHours: true,
  windowClosing: true,
  coolDownMinutes: true,
  closeOn: true,
  closeStatuses: true,
  closeTransition: true,
  closeAfterDays: true,
  afterClose: true,
  reopenDays: true,
  lockedText: true,
  smallTalk: true,
  reactivateOn: true,
  onClose: true,
  fallbackRequestTypeId: true,
  summary: true,
  createRequest: true,
  assignOnAnswer: true,
  whenCustomerWrites: true,
  whenAgentAnswers: true,
  outbound: true,
  quietHours: true,
  scope: true,
  filesToCustomer: true,
  outsideWindow: true,
  readReceipts: true,
  optOutWords: true,
  smsValidityHours: true,
  smsMaxParts: true,
  smsWarnParts: true,
};
const groups: Closed<GroupName> = { comments: true, closing: true, automatic: true, request: true, reach: true };
const presets: Closed<PresetName> = { 'comments-and-omnichat': true, 'tab-only': true };
const categories: Closed<StatusCategory> = { new: true, indeterminate: true, done: true };
const days: Closed<'1' | '2' | '3' | '4' | '5' | '6' | '7'> = {
  '1': true,
  '2': true,
  '3': true,
  '4': true,
  '5': true,
  '6': true,
  '7': true,
};
type Choices = {
  [
    Name in keyof ConversationRules as ConversationRules[Name] extends string
      ? string extends ConversationRules[Name]
        ? never
        : `rule.value.${Name}`
      : never
  ]: Closed<ConversationRules[Name] & string>;
};
const choices: Choices = {
  'rule.value.copy': { off: true, internal: true, public: true },
  'rule.value.transcript': { off: true, 'internal-note': true },
  'rule.value.bridge': { off: true, public: true, prefixed: true },
  'rule.value.description': { first: true, 'aggregate-until-reply': true },
  'rule.value.joinComments': { 'until-answer': true, 'by-time': true },
  'rule.value.newMessage': { 'customer-reply': true, 'internal-message': true },
  'rule.value.closeOn': { 'done-category': true, statuses: true, button: true },
  'rule.value.afterClose': { new: true, 'new-linked': true, reopen: true },
  'rule.value.reactivateOn': { 'leaving-status': true, button: true, both: true },
  'rule.value.onClose': { keep: true, unassign: true },
  'rule.value.createRequest': { 'at-once': true, 'on-triage': true },
  'rule.value.assignOnAnswer': { off: true, 'if-unassigned': true },
  'rule.value.outbound': { off: true, 'linked-customer': true, any: true },
  'rule.value.scope': { customer: true, 'customer-channel': true, 'customer-number': true },
  'rule.value.readReceipts': { never: true, 'on-answer': true, 'on-open': true },
  'rule.value.outsideWindow': { block: true, template: true, sms: true, 'template-or-sms': true },
};

export const ruleLists: Readonly<Record<string, Closed<string>>> = {
  'settings.routing.reason': { gone: true, field: true },
  'rule.label': rules,
  'rule.help': rules,
  'settings.rules.group': groups,
  'settings.rules.lead': groups,
  'preset.name': presets,
  'preset.meaning': presets,
  'status-category': categories,
  day: days,
  ...choices,
};
