import type { Channel } from './contact';
import type { ConnectionId, NumberId, ProjectId } from './ids';

/** Conversation rules of one service project. Every value the seeds disagree on is a setting; see `presets.ts`. */
export type ProjectSettings = {
  readonly version: 1;
  /** Answer to the first message of a conversation; absent = off. Never a public comment. */
  readonly autoReply?: string;
  /** IANA name: days and hours in the aggregated text are told in it. */
  readonly timeZone: string;
  /** SMS longer than this many parts is refused (X23). */
  readonly smsMaxParts: number;
};

export const DEFAULT_SETTINGS: ProjectSettings = { version: 1, timeZone: 'UTC', smsMaxParts: 7 };

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
  /** Its business numbers, in full: one read serves a webhook. `number:<id>` points here. */
  readonly numbers: readonly BusinessNumber[];
};

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

export type NumberChannel = { readonly channel: Channel; readonly requestTypeId: string };

/** The scope slot of every conversation: one active conversation per customer and project, whatever the channel (X10, X11). */
export const CUSTOMER_SLOT = 'customer';
