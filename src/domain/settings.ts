import type { Channel } from './contact';
import type { ConversationRules } from './conversationRules';
import type { ConnectionId, NumberId, ProjectId } from './ids';
import { COMMENTS_AND_OMNICHAT } from './presets';

/** Settings of one service project: its conversation rules, and where a business number's own differ. */
export type ProjectSettings = ConversationRules & {
  readonly version: 1;
  /** IANA name: days and hours in the aggregated text and business hours are told in it. */
  readonly timeZone: string;
  readonly numbers: Readonly<Record<NumberId, NumberRules>>;
};

/** The rules a business number has of its own. Which conversations are one customer's is the project's alone. */
export type NumberRules = Partial<Omit<ConversationRules, 'scope'>>;

export const DEFAULT_SETTINGS: ProjectSettings = {
  ...COMMENTS_AND_OMNICHAT,
  version: 1,
  timeZone: 'UTC',
  numbers: {},
};

/** The rules that hold for a business number: its own before the project's. */
export function rulesFor(settings: ProjectSettings, number: NumberId | undefined): ProjectSettings {
  const own = number && settings.numbers[number];
  return own ? { ...settings, ...own } : settings;
}

/** Settings of the whole site. `customerDomain` names the synthetic addresses of customers Jira does not know. */
export type SiteSettings = { readonly version: 1; readonly customerDomain: string };

/** `.invalid` can be registered by nobody (RFC 2606), so no mail to such an address reaches a stranger. */
export const DEFAULT_SITE_SETTINGS: SiteSettings = { version: 1, customerDomain: 'omnichat.invalid' };

/** An account at a provider with its credentials (stored as a secret) and its webhook address. */
export type Connection = {
  readonly version: 1;
  readonly id: ConnectionId;
  readonly project: ProjectId;
  readonly provider: string;
  readonly title: string;
  /** Unguessable part of the webhook address. */
  readonly token: string;
  readonly createdAt: number;
  /** *shadow*: webhooks that fail verification are let through and counted. Absent: they are refused. */
  readonly verification?: Verification;
  /** Its business numbers, in full: one read serves a webhook. `number:<id>` points here. */
  readonly numbers: readonly BusinessNumber[];
};

export const VERIFICATIONS = ['enforce', 'shadow'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** A number of ours at one provider: one request type per channel it carries. */
export type BusinessNumber = {
  readonly version: 1;
  readonly id: NumberId;
  readonly connection: ConnectionId;
  readonly provider: string;
  /** What provider events name as receiver: a `phone_number_id` or E.164. */
  readonly receiver: string;
  /** For people: E.164 where known, else the receiver. */
  readonly display: string;
  readonly project: ProjectId;
  readonly serviceDeskId: string;
  readonly channels: readonly NumberChannel[];
};

/** A message that begins with the keyword, or is nothing else, raises a request of this type (X16). */
export type KeywordRoute = { readonly keyword: string; readonly requestTypeId: string };

export type NumberChannel = {
  readonly channel: Channel;
  readonly requestTypeId: string;
  /** X16: the first that fits the first message goes before the request type. */
  readonly routes?: readonly KeywordRoute[];
};
