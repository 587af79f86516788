import type { CloseRules } from './closeRules';

/**
 * The conversation rules of a service project: one value for every row of the inventory the products before us disagree
 * on (A2, `X1` to `X23`). Presets give all of them a value; a business number may have its own (`rulesFor`). An empty text,
 * and null where there is no text, mean *off*.
 */
export type ConversationRules = CopyRules & AutomaticTexts & CloseRules & RequestRules & ReachRules;

/** A text per language (BCP 47, lower case, e.g. `de`). The rules' `language` chooses; without it the first one. */
export type LocalizedText = Readonly<Record<string, string>>;

/** What stands where: comments, description, the tab. */
export type CopyRules = {
  /** X1: the chat in the request's comments. `internal`: as internal notes. */
  readonly copy: 'off' | 'internal' | 'public';
  /** X1: where nothing is copied, one internal note per unread episode tells that the customer wrote. */
  readonly unreadNote: boolean;
  /** X1: the whole conversation as an internal note when it closes. */
  readonly transcript: 'off' | 'internal-note';
  /** X2: which comments of agents go to the phone. `prefixed`: public ones that begin with `bridgePrefix`, without it. */
  readonly bridge: 'off' | 'public' | 'prefixed';
  readonly bridgePrefix: string;
  /** X2: public comments of automation and apps go out, too. */
  readonly bridgeAutomation: boolean;
  /** X4 */
  readonly description: 'first' | 'aggregate-until-reply';
  /** X5: the customer's further messages join their last comment until an agent comments, or for so many seconds. */
  readonly joinComments: 'until-answer' | 'by-time';
  readonly coalesceSeconds: number;
  /** X21: what the composer of the tab begins with. */
  readonly newMessage: 'customer-reply' | 'internal-message';
  /** The agent's name stands before the text that the customer gets. */
  readonly agentName: boolean;
};

/** What OmniChat says by itself. */
export type AutomaticTexts = {
  readonly language: string;
  /** X3 */
  readonly statusNotices: readonly StatusNotice[];
  /** X15: answer to the first message of a conversation. Never a public comment. */
  readonly autoReply: string;
  /** X15: instead of it outside the business hours. */
  readonly outOfHours: string;
  readonly businessHours: BusinessHours | null;
  /** X15, S1-12: invites the customer to write again before the service window closes. */
  readonly windowClosing: { readonly text: string; readonly minutesBefore: number };
  /** X15: the same automatic text goes to a customer once in so many minutes. */
  readonly coolDownMinutes: number;
};

/** Told once per episode (from activation to close) when the request enters the status, or any of the category. */
export type StatusNotice = {
  readonly on: { readonly category: StatusCategory } | { readonly status: string };
  /** May hold `{key}`, `{name}` and `{status}`. */
  readonly text: LocalizedText;
};

/** Keys of Jira's status categories (jira.md). */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** Local times `HH:MM` in the project's time zone; `days` from 1 (Monday) to 7; `holidays` as `YYYY-MM-DD`. */
export type BusinessHours = {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly holidays: readonly string[];
};

/** What happens to the request besides comments. */
export type RequestRules = {
  /** X16: used where the number's own request type is gone or asks for a field that nobody fills. */
  readonly fallbackRequestTypeId: string;
  /** X17: may hold `{channel}`, `{digits}`, `{last4}`, `{name}` and `{text}`. */
  readonly summary: string;
  /** X19: `on-triage` waits for a person. */
  readonly createRequest: 'at-once' | 'on-triage';
  readonly assignOnAnswer: 'off' | 'if-unassigned';
  /** The status (by name) the request is moved to; empty = kept. */
  readonly whenCustomerWrites: string;
  readonly whenAgentAnswers: string;
};

/** Whom a message may reach, and how. */
export type ReachRules = {
  /** X6 */
  readonly outbound: 'off' | 'linked-customer' | 'any';
  /** X6: no SMS to somebody who has never written in these hours, local times `HH:MM` in the project's time zone. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** X10, X11: exactly one conversation is active per scope. */
  readonly scope: 'customer' | 'customer-channel' | 'customer-number';
  /** X12 */
  readonly filesToCustomer: boolean;
  /** X13: what is offered once the window has closed; never automatic. */
  readonly outsideWindow: 'block' | 'template' | 'sms' | 'template-or-sms';
  /** WhatsApp shows the customer that their newest message was read: once an agent answered it, or opened the tab. */
  readonly readReceipts: 'never' | 'on-answer' | 'on-open';
  /** X18: whole-message words that opt out, besides the provider's own, or opt in again (`back`); `standard` are those of `keywords.ts`. */
  readonly optOutWords: {
    readonly standard: boolean;
    readonly more: readonly string[];
    readonly back?: readonly string[];
  };
  /** X22: hours an SMS may wait for a handset out of reach, or as long as its provider takes where that is less. */
  readonly smsValidityHours: number;
  /** X23: SMS longer than this many parts is refused, and warned about from `smsWarnParts` on. */
  readonly smsMaxParts: number;
  readonly smsWarnParts: number;
};
