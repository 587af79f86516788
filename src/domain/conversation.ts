import type { Channel, ContactAddress } from './contact';
import type { AccountId, ConversationId, IssueId, NumberId } from './ids';
import type { DeadLetter } from './effect';
import type { StatusNow } from './statusNow';

/** Who closed a conversation. Later reports and rules read it. */
export const CLOSE_SOURCES = ['user', 'automation', 'customer', 'provider', 'time'] as const;
export type CloseSource = (typeof CLOSE_SOURCES)[number];

export type RequestRef = { readonly issueId: IssueId; readonly issueKey: string };

/** Where the customer wrote from last: public comments and tab answers go back there. */
export type Route = { readonly channel: Channel; readonly number: NumberId; readonly address: ContactAddress };

/** One stretch of the thread between a contact and a service project, attached to one request. Times are epoch milliseconds. */
export type Conversation = {
  readonly version: 1;
  readonly id: ConversationId;
  readonly slot: string;
  readonly state: 'active' | 'paused' | 'closed';
  readonly openedAt: number;
  /** The agent who started it; absent where the customer did. */
  readonly startedBy?: AccountId;
  /** The customer has written in a conversation that an agent started. */
  readonly heard?: true;
  readonly route: Route;
  readonly request?: RequestRef;
  /** X19: no request is raised for it before a person says so. */
  readonly untriaged?: true;
  /** When a person linked it to a request that was there already; absent where its request was raised for it. */
  readonly linkedAt?: number;
  /** The closed conversation this one follows: its request is linked. */
  readonly follows?: RequestRef;
  /** Sequence of the newest message; sequences start at 1 and have no gaps. */
  readonly messages: number;
  /** The mirror's cursor: sequence of the newest message that Jira has. */
  readonly mirrored: number;
  readonly copy: Copy;
  readonly waitingOn: 'agent' | 'customer';
  readonly unread: boolean;
  /** Sequence of the first message that nobody has looked at, where something was looked at before. */
  readonly unreadFrom?: number;
  /** X1: no note has told yet of what is unread. Never of a new request, which tells by itself. */
  readonly noteDue?: true;
  /** The facts last written to the issue property, as `factsOf` spells them. */
  readonly synced?: string;
  /** Sequence of the first public answer: messages before it belong to the description. */
  readonly answered?: number;
  /** When the request was last told not to be done: a Done from before that closes nothing any more. */
  readonly openAt?: number;
  readonly closed?: Closed;
  /** Only of a closed conversation: neither side can write in it (S4-12). */
  readonly locked?: Locked;
  /** Sequence of the newest message that an internal note of the whole conversation holds. */
  readonly transcribed?: number;
  /** Facts for reports, kept from the first message on. */
  readonly tally?: Tally;
  /** `by` is not known of an answer from outside OmniChat. */
  readonly firstAnswer?: { readonly at: number; readonly by?: AccountId };
  /** When an agent last answered. */
  readonly answeredAt?: number;
  /** The status the customer is told of once the storm of changes is over. */
  readonly toTell?: StatusNow;
  /** Status notices the customer got in this episode: from activation to close. */
  readonly told?: readonly string[];
  readonly dead: readonly DeadLetter[];
};

export type Closed = {
  readonly at: number;
  readonly source: CloseSource;
  readonly by?: AccountId;
  readonly note?: ClosingNote;
  /** The request is in no closing status, as far as we know: there is none to leave that would activate it again. */
  readonly beside?: true;
};

/** Lets others understand a conversation without reading it (S3-02). */
export type ClosingNote = { readonly category?: string; readonly summary?: string };

/** `told`: the customer who wrote all the same has been told once. */
export type Locked = { readonly at: number; readonly by: AccountId; readonly told?: true };

export type Tally = { readonly inbound: number; readonly outbound: number; readonly reopened: number };

export const tallyOf = ({ tally }: Pick<Conversation, 'tally'>): Tally =>
  tally ?? { inbound: 0, outbound: 0, reopened: 0 };

/**
 * What the mirror wrote last, so that it adds only to what is still ours. `hash` is of the text as Jira showed it
 * after our write; `lastAt` the time of the newest message in it. A comment that is `over` takes no more; it is still known,
 * for an earlier start, whose answer was lost, may have added to it.
 */
export type Copy = {
  readonly phase: 'description' | 'comments';
  readonly description?: { readonly hash: string; readonly lastAt: number };
  readonly comment?: { readonly id: string; readonly hash: string; readonly lastAt: number; readonly over?: true };
};
