import type { ContactAddress } from './contact';
import type { Conversation, RequestRef } from './conversation';
import type { Lane, LaneName } from './effect';
import type { Timer } from './timer';
import type { AccountId, ContactId, ConversationId, MessageKey, ProjectId } from './ids';

/**
 * The compared record of one contact in one service project: every turn writes it under the condition that `rev` has not moved.
 * Stays under 8 KB however long the conversation and however long Jira is down.
 */
export type Head = {
  readonly version: 1;
  readonly rev: number;
  readonly project: ProjectId;
  readonly contact: ContactId;
  /** This address belongs to another contact: everything of it is there. Such a head holds nothing else. */
  readonly sameAs?: ContactId;
  /** Numbers given out so far: conversations and effects take the next, so a repeated turn gives the same ids. */
  readonly counter: { readonly conversations: number; readonly effects: number };
  /** Per scope slot the active conversation, in full. */
  readonly active: Readonly<Record<string, Conversation>>;
  /** Paused conversations; their records lie under their own keys. */
  readonly parked: readonly ConversationId[];
  /** Per scope slot the conversation that closed last. */
  readonly closed: Readonly<Record<string, LastClosed>>;
  /** What rules want to happen later. */
  readonly timers: readonly Timer[];
  /** Per `lineKey`: time of the last inbound message, which opens the service window of that number. */
  readonly lines: Readonly<Record<string, number>>;
  /** Blocked in this project by an agent; `count`: messages since then. */
  readonly blocked?: { readonly at: number; readonly by: AccountId; readonly count: number };
  /** Automatic texts the contact got of late. */
  readonly said?: Readonly<Partial<Record<SaidKind, Said>>>;
  /** Per business number the WhatsApp user id that wrote to it last. */
  readonly users?: Readonly<Record<string, string>>;
  /** Conversations up to this ordinal are of a former owner of the phone. */
  readonly former?: number;
  /** The `owner` of the contact whose conversations these are: a higher one means that another project learned of a new one. */
  readonly owner?: number;
  /** The newest STOP or START, by the provider's time. */
  readonly optOut?: OptOut;
  readonly lanes: Readonly<Record<LaneName, Lane>>;
  /** The newest origins: what another turn took in while this one's batch was read. */
  readonly marks: readonly OriginMark[];
};

export type LastClosed = {
  readonly id: ConversationId;
  readonly request?: RequestRef;
  readonly at: number;
  readonly locked?: true;
};

export const SAID_KINDS = ['first', 'out-of-hours', 'window-closing', 'notice'] as const;
export type SaidKind = (typeof SAID_KINDS)[number];
/** When it was said last, and how often since a time not longer than a day ago. */
export type Said = { readonly at: number; readonly since: number; readonly count: number };

export type OptOut = { readonly address: ContactAddress; readonly at: number; readonly stopped: boolean };

/** Where a message came from, for de-duplication: a hash (see storage/keys `originHash`) and the message it became. */
export type OriginMark = { readonly origin: string; readonly message: MessageKey };

/** More than one turn takes in (`TURN_EVENTS`); every head carries them, written three times a message (decision 008). */
export const MARKS = 12;

export const emptyHead = (project: ProjectId, contact: ContactId): Head => ({
  version: 1,
  rev: 0,
  project,
  contact,
  counter: { conversations: 0, effects: 0 },
  active: {},
  parked: [],
  closed: {},
  timers: [],
  lines: {},
  lanes: { phone: { queue: [] }, jira: { queue: [] }, media: { queue: [] } },
  marks: [],
});
