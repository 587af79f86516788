import type { Channel, ContactAddress } from './contact';
import type { Content, Referral } from './content';
import type { Delivery } from './delivery';
import type { AccountId, ConversationId, MessageKey, NumberId } from './ids';

export type Author =
  | { readonly kind: 'customer'; readonly name?: string }
  | { readonly kind: 'agent'; readonly accountId: AccountId }
  /** Automation or another app: its comment goes out only where the rules say so (X2). */
  | { readonly kind: 'automation'; readonly accountId: AccountId }
  | { readonly kind: 'auto-reply' }
  /** Somebody of the business in the provider's own app or inbox: who, nobody tells. */
  | { readonly kind: 'staff' }
  /** Tells of the request's status. */
  | { readonly kind: 'notice' };

/** Where an outbound message was written: in the tab, as a public comment, by a rule of ours, or outside OmniChat on a phone of the business. */
export type Via = 'tab' | 'comment' | 'rule' | 'phone';

/**
 * What became of the comment in Jira after the customer got its text. `corrected`: another message tells what it says now;
 * `file-added`: it shows a file that the customer did not get.
 */
export const COMMENT_CHANGES = ['edited', 'file-added', 'internal', 'deleted', 'corrected'] as const;
export type CommentChange = (typeof COMMENT_CHANGES)[number];

/** `isFileAdded`: besides its change it shows a file that the customer did not get. */
export type ChangedComment = {
  readonly change: CommentChange;
  readonly at: number;
  readonly isFileAdded?: true;
};

/** One utterance, inbound or outbound. Times are epoch milliseconds. */
export type Message = {
  readonly version: 1;
  readonly rev: number;
  readonly key: MessageKey;
  readonly conversation: ConversationId;
  readonly sequence: number;
  readonly author: Author;
  readonly channel: Channel;
  /** The business number it came to or goes out from. */
  readonly number: NumberId;
  readonly address: ContactAddress;
  readonly content: Content;
  /** min(provider time, now): decides order and window. */
  readonly at: number;
  readonly receivedAt: number;
  readonly providerId?: string;
  /** Provider id of the message this one quotes. */
  readonly quotes?: string;
  /** What it says, shortened: kept where an agent chose to quote it. */
  readonly quotedText?: string;
} & (
  | {
      readonly direction: 'inbound';
      /** What was typed had so many characters: OmniChat kept the beginning. */
      readonly fullLength?: number;
      readonly referral?: Referral;
      /** Written in the portal or by e-mail: Jira has it, and no phone needs it. */
      readonly via?: 'portal';
      /** It came after the request was Done and went on to the follow-up conversation as this message. */
      readonly movedTo?: MessageKey;
    }
  | {
      readonly direction: 'outbound';
      readonly via: Via;
      readonly delivery: Delivery;
      /** The public comment it was written as. */
      readonly commentId?: string;
      /** So many files the comment showed when it became messages; on the first of them. */
      readonly fileCount?: number;
      /** Attachments that were added to the comment later and sent as messages of their own. */
      readonly addedFiles?: readonly string[];
      readonly comment?: ChangedComment;
      /** The message whose comment was edited: this one tells the customer what it says now. */
      readonly corrects?: MessageKey;
      /** The name that stands before the text the customer gets. */
      readonly signed?: string;
      /** Jira's copy went on without it while it waited to be sent: its comment follows. */
      readonly passedOver?: true;
    }
);

export type InboundMessage = Extract<Message, { direction: 'inbound' }>;
export type OutboundMessage = Extract<Message, { direction: 'outbound' }>;

/** Is it still to be told to the customer that the comment changed so? */
export const isUntold = (comment: ChangedComment | undefined, change: CommentChange): boolean =>
  comment?.change === change || (change === 'file-added' && comment?.isFileAdded === true);
