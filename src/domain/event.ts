import type { AgentAnswer, AgentComment, Carriage } from './answerEvents';
import type { EffectResult } from './effectResult';
import type { Channel, ContactAddress } from './contact';
import type { Content, Referral } from './content';
import type { ConsentSource } from './consent';
import type { ClosingNote, Copy, RequestRef, Route } from './conversation';
import type { Delivery, DeliveryStatus } from './delivery';
import type { StaffMessage } from './staffMessage';
import type { LaneName } from './effect';
import type { StatusNow } from './statusNow';
import type { AccountId, ConversationId, IssueId, MessageKey, NumberId } from './ids';

export type { AgentAnswer, AgentComment, Carriage };

/** Everything that can happen to a conversation. `at` is epoch milliseconds and never in the future of the turn's `now`. */
export type ConversationEvent =
  | CustomerMessage
  | StaffMessage
  | DeliveryReport
  | AgentAnswer
  | AgentStart
  | AgentComment
  | CommentChanged
  | PortalComment
  | RequestStatus
  | RequestMoved
  | ConversationOrder
  | Triage
  | ContactBlock
  | ProviderClosed
  | IdentityChanged
  | { readonly kind: 'request-deleted'; readonly conversation: ConversationId; readonly at: number }
  | RequestFound
  /** Timers of the head are due. */
  | { readonly kind: 'time' }
  | { readonly kind: 'seen-by-agent'; readonly conversation: ConversationId }
  | { readonly kind: 'replay'; readonly conversation: ConversationId; readonly effect: string }
  /** An agent has a customer's file fetched again. */
  | { readonly kind: 'fetch-again'; readonly message: MessageKey }
  | StartEffect
  | EffectEnded;

/** `origin` is the hashed origin of the message: number + provider id. */
export type CustomerMessage = {
  readonly kind: 'customer-message';
  readonly origin: string;
  readonly providerId: string;
  readonly channel: Channel;
  readonly number: NumberId;
  /** Where the answer goes; `addresses` holds every address the payload shows. */
  readonly address: ContactAddress;
  readonly addresses: readonly ContactAddress[];
  readonly name?: string;
  readonly content: Content;
  /** What was typed had so many characters and was shortened. */
  readonly fullLength?: number;
  readonly quotes?: string;
  /** A provider notice that the customer wrote a bare STOP, START or HELP. */
  readonly keyword?: 'stop' | 'start' | 'help';
  readonly referral?: Referral;
  readonly at: number;
};

/** A request that carries our intent, found by its event or by a search: adopted where its creation is still unknown. */
export type RequestFound = {
  readonly kind: 'request-found';
  readonly conversation: ConversationId;
  readonly request: RequestRef;
  readonly copy: Copy;
  readonly upTo: number;
  readonly facts: string;
};

export type DeliveryReport = Pick<Delivery, 'failure' | 'price'> & {
  readonly kind: 'report';
  readonly message: MessageKey;
  /** The number the report came for: a report for another number's message changes nothing. */
  readonly number: NumberId;
  readonly status: DeliveryStatus;
  readonly providerId?: string;
  readonly at: number;
};

/** An agent continues a request over a phone. `customer`: the request's reporter, where that is a customer. */
export type AgentStart = {
  readonly kind: 'agent-start';
  readonly request: RequestRef;
  readonly route: Route;
  readonly agent: AccountId;
  readonly consent: ConsentSource;
  readonly customer?: AccountId;
  readonly carriage: Carriage;
  /** Another active conversation of the customer is paused for it. */
  readonly pauseOther: boolean;
};

/** A comment that may be a message already was edited, made internal or deleted. `text`: what it says now. */
export type CommentChanged = {
  readonly kind: 'comment-changed';
  readonly commentId: string;
  readonly origin: string;
  readonly conversation: ConversationId;
  readonly change: 'edited' | 'internal' | 'deleted';
  readonly text?: string;
  /** So many files it shows now. */
  readonly fileCount?: number;
  readonly at: number;
};

/** The customer, or another customer on the request, wrote in the portal or by e-mail. */
export type PortalComment = {
  readonly kind: 'portal-comment';
  readonly origin: string;
  readonly conversation: ConversationId;
  /** Of another customer than the conversation's own. */
  readonly name?: string;
  readonly text: string;
  readonly at: number;
};

/** The request's status, re-read from Jira after a change at `at`. */
export type RequestStatus = {
  readonly kind: 'request-status';
  readonly conversation: ConversationId;
  readonly issueId: IssueId;
  readonly status: StatusNow;
  /** Who changed it. */
  readonly source: 'user' | 'automation' | 'customer';
  readonly by?: AccountId;
  readonly at: number;
};

/** Where the request is, re-read from Jira. It may have been moved to another project, with another key. */
export type RequestMoved = Pick<RequestStatus, 'source' | 'by'> & {
  readonly kind: 'request-moved';
  readonly conversation: ConversationId;
  readonly request: RequestRef;
  readonly inServiceProject: boolean;
};

/** An agent's button on a conversation. What cannot be done changes nothing: the caller asks `orderRefusal` why. */
export type ConversationOrder = {
  readonly kind: 'order';
  readonly conversation: ConversationId;
  readonly agent: AccountId;
  readonly order: Order;
};

/** `pauseOther`: the conversation that is active instead may be paused for it. */
export type Order =
  | { readonly kind: 'close'; readonly note?: ClosingNote }
  | { readonly kind: 'reopen'; readonly pauseOther: boolean }
  | { readonly kind: 'pause' }
  | { readonly kind: 'activate'; readonly pauseOther: boolean }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' };

/** X19: a waiting conversation becomes a request, or goes on in this one, whose reporter is `customer`. */
export type Triage = {
  readonly kind: 'triage';
  readonly conversation: ConversationId;
  readonly request?: RequestRef;
  readonly customer?: AccountId;
};

/** An agent blocks the contact whose conversation this is, or takes that back. */
export type ContactBlock = {
  readonly kind: 'contact-block';
  readonly conversation: ConversationId;
  readonly agent: AccountId;
  readonly blocked: boolean;
};

/** The provider says that the contact has other addresses now: those of `was` that are not in `now` are theirs no more. */
export type IdentityChanged = {
  readonly kind: 'identity-changed';
  readonly number: NumberId;
  readonly was: readonly ContactAddress[];
  readonly now: readonly ContactAddress[];
  readonly at: number;
};

/** The provider's own inbox closed the contact's conversation with this number (S0-19). */
export type ProviderClosed = {
  readonly kind: 'provider-closed';
  readonly channel: Channel;
  readonly number: NumberId;
  readonly at: number;
};

/** A performer takes a lane: its first due effect is marked started, if nobody else holds the lane. */
export type StartEffect = {
  readonly kind: 'start';
  readonly lane: LaneName;
  readonly owner: string;
  readonly until: number;
};

/** The result of a started effect; accepted whoever holds the lease. With `next` the following due effect is started at once. */
export type EffectEnded = {
  readonly kind: 'ended';
  readonly lane: LaneName;
  readonly effect: string;
  readonly conversation: ConversationId;
  readonly result: EffectResult;
  readonly next?: { readonly owner: string; readonly until: number };
};
