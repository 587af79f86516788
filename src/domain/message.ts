import type { Channel, ContactAddress } from './contact';
import type { Content } from './content';
import type { Delivery } from './delivery';
import type { AccountId, ConversationId, MessageKey, NumberId } from './ids';

export type Author =
  | { readonly kind: 'customer'; readonly name?: string }
  | { readonly kind: 'agent'; readonly accountId: AccountId }
  | { readonly kind: 'auto-reply' }
  /** Tells of the request's status. */
  | { readonly kind: 'notice' };

/** Where an outbound message was written: in the tab, as a public comment, or by a rule of ours. */
export type Via = 'tab' | 'comment' | 'rule';

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
} & (
  | {
      readonly direction: 'inbound';
      /** It came after the request was Done and went on to the follow-up conversation as this message. */
      readonly movedTo?: MessageKey;
    }
  | {
      readonly direction: 'outbound';
      readonly via: Via;
      readonly delivery: Delivery;
      /** The public comment it was written as. */
      readonly commentId?: string;
    }
);

export type InboundMessage = Extract<Message, { direction: 'inbound' }>;
export type OutboundMessage = Extract<Message, { direction: 'outbound' }>;
