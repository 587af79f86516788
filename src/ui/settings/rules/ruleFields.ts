import { Hours, QuietHours } from './HoursField';
import { FallbackType } from './FallbackTypeField';
import { Notices } from './Notices';
import type { Field, RuleName, Rules } from './field';
import { choice, Count, Line, Switch } from './simpleFields';
import { CloseTransition, Status, Statuses } from './StatusField';
import { Message, OptOutWords, WindowClosing } from './textFields';

/** How each rule is asked for. Total: a new rule without a field fails the build. */
export const RULE_FIELDS: { readonly [Name in RuleName]: Field<Rules[Name]> } = {
  copy: choice(['public', 'internal', 'off']),
  unreadNote: Switch,
  transcript: choice(['off', 'internal-note']),
  bridge: choice(['public', 'prefixed', 'off']),
  bridgePrefix: Line,
  bridgeAutomation: Switch,
  description: choice(['aggregate-until-reply', 'first']),
  joinComments: choice(['until-answer', 'by-time']),
  coalesceSeconds: Count,
  newMessage: choice(['customer-reply', 'internal-message']),
  agentName: Switch,
  language: Line,
  statusNotices: Notices,
  autoReply: Message,
  outOfHours: Message,
  businessHours: Hours,
  windowClosing: WindowClosing,
  coolDownMinutes: Count,
  closeOn: choice(['done-category', 'statuses', 'button']),
  closeStatuses: Statuses,
  closeTransition: CloseTransition,
  closeAfterDays: Count,
  afterClose: choice(['new-linked', 'new', 'reopen']),
  reopenDays: Count,
  lockedText: Message,
  smallTalk: Switch,
  reactivateOn: choice(['both', 'leaving-status', 'button']),
  onClose: choice(['keep', 'unassign']),
  fallbackRequestTypeId: FallbackType,
  summary: Line,
  createRequest: choice(['at-once', 'on-triage']),
  assignOnAnswer: choice(['if-unassigned', 'off']),
  whenCustomerWrites: Status,
  whenAgentAnswers: Status,
  outbound: choice(['linked-customer', 'any', 'off']),
  quietHours: QuietHours,
  scope: choice(['customer', 'customer-channel', 'customer-number']),
  filesToCustomer: Switch,
  outsideWindow: choice(['template-or-sms', 'template', 'sms', 'block']),
  readReceipts: choice(['never', 'on-answer', 'on-open']),
  optOutWords: OptOutWords,
  smsValidityHours: Count,
  smsMaxParts: Count,
  smsWarnParts: Count,
};
