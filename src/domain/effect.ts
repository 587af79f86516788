import type { SendFailure } from './delivery';
import type { AccountId, ConversationId, IssueId, MessageKey } from './ids';

/**
 * Something to do in the world. It waits in a lane of the head, is performed under a lease, and knows how to find out
 * whether it already happened (docs: design, section 6).
 */
export type Effect = {
  /** `e<counter of the head>`: the same turn decided again gives the same id. */
  readonly id: string;
  readonly conversation: ConversationId;
  /** Starts so far. */
  readonly attempts: number;
  /** Not before this time (epoch ms). */
  readonly notBefore?: number;
  /** This performer may start it before `notBefore`: the agent's own session writes the agent's own comment. */
  readonly reservedFor?: string;
  /** Nobody looks at it until this is there, whose arrival ends the wait; what is queued behind it goes on. */
  readonly awaits?: 'request';
  /** Set when a start ended without a result: since when (epoch ms) the outcome is unknown. */
  readonly unknownSince?: number;
} & Work;

export type Work =
  | { readonly kind: 'send-message'; readonly message: MessageKey }
  | { readonly kind: 'ensure-customer' }
  /** Carries messages up to sequence `upTo` in its description. */
  | { readonly kind: 'create-request'; readonly upTo: number }
  | { readonly kind: 'link-request' }
  /** A second request that was made for the conversation: agents are told which one counts. */
  | { readonly kind: 'retire-request'; readonly issueId: IssueId }
  /** What people did to the request before OmniChat knew whose it is is taken in. */
  | { readonly kind: 'catch-up' }
  | { readonly kind: 'mirror' }
  /** An internal note for agents: `Not delivered to …`. */
  | { readonly kind: 'note'; readonly message?: MessageKey; readonly failure: SendFailure; readonly commentId?: string }
  | { readonly kind: 'sync-property' }
  | Transition
  /** Nobody (X20) or, where nobody has it yet, an agent becomes the assignee. */
  | { readonly kind: 'assign'; readonly because: 'closed' | 'answered'; readonly to?: AccountId }
  /** An internal note for agents whose text is fixed. */
  | { readonly kind: 'remark'; readonly remark: Remark }
  /** The conversation as internal notes, from this sequence on to that. */
  | { readonly kind: 'transcript'; readonly from: number; readonly to: number }
  /** The customer's file is fetched from the provider and becomes an attachment of the request. */
  | { readonly kind: 'attach'; readonly message: MessageKey }
  /** The copy of its message went on without the file: a comment shows it. */
  | { readonly kind: 'show-file'; readonly message: MessageKey }
  /** The copy went on without this answer, which waited to be sent: it is out now, and its comment follows. */
  | { readonly kind: 'show-answer'; readonly message: MessageKey };

/**
 * Moves the request to a status (by name), for `reopen` out of the closing ones. Reaches what one transition reaches. Not
 * done where `because` no longer holds. Where the workflow has no such transition an order of a person (`close`, `reopen`)
 * becomes a dead letter; the others end silently.
 */
export type Transition = {
  readonly kind: 'transition';
  readonly because: 'close' | 'reopen' | 'customer-wrote' | 'agent-answered';
  readonly status?: string;
  /** By name. Set where the transition's screen asks for it. */
  readonly resolution?: string;
  /** Whose order it is: in their own session it is done in their name. */
  readonly person?: AccountId;
};

/** What an internal note of ours says. Closed list: each has its sentence in app/texts.ts. */
export const REMARKS = [
  'unread',
  'another-active',
  'locked',
  'contact-blocked',
  'left-service',
  'other-owner',
] as const;
export type Remark = (typeof REMARKS)[number];

/** Each in order, none waits for another. Files have a lane of their own: they may be large and slow. */
export const LANES = ['phone', 'jira', 'media'] as const;
export type LaneName = (typeof LANES)[number];

export type Lane = { readonly queue: readonly Effect[]; readonly lease?: Lease };

/** Taken by the transaction that marks the lane's first due effect started. Never renewed. Times are epoch milliseconds. */
export type Lease = {
  readonly owner: string;
  readonly until: number;
  readonly effect: string;
  readonly startedAt: number;
};

export function laneOf({ kind }: Work): LaneName {
  if (kind === 'send-message') return 'phone';
  return kind === 'attach' ? 'media' : 'jira';
}

/** Why an effect on Jira failed. Closed list: each has a sentence for the administrator. */
export const JIRA_FAILURE_REASONS = [
  'jira-down',
  'rate-limited',
  'forbidden',
  'request-type-gone',
  'request-gone',
  'rejected',
  'issue-full',
  'no-transition',
] as const;
export type JiraFailureReason = (typeof JIRA_FAILURE_REASONS)[number];

/** Jira's own text is kept for the administrator. */
export type JiraFailure = { readonly reason: JiraFailureReason; readonly detail?: string };

/** An effect after its last attempt: visible on the conversation and in project settings, replayable. */
export type DeadLetter = { readonly effect: Effect; readonly failure: JiraFailure; readonly at: number };
