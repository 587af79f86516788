import type { StoredFile } from './content';
import type { Route } from './conversation';
import type { SendFailure } from './delivery';
import type { AccountId, ConversationId, MessageKey } from './ids';
import type { Quote } from './quote';
import type { FileLimits } from './sendableFile';
import type { SentTemplate } from './template';

/**
 * What is known of the way to the customer when an answer is written: refuses early what the performer would refuse
 * right before the send. `maxCharacters`, `maxParts` of an SMS and `files` of the channel; `numberRemoved`: the business number is no longer ours.
 */
export type Carriage = {
  readonly suppressed: boolean;
  readonly maxCharacters: number;
  /** Absent: the provider takes any number of parts. */
  readonly maxParts?: number;
  /** Absent: none. */
  readonly files?: FileLimits;
  readonly numberRemoved: boolean;
  /** An answer may name the message that it replies to. */
  readonly quotes?: true;
  /** Who is known by a user id alone cannot be reached. */
  readonly phonesOnly?: true;
};

/** An answer from the tab. `origin` is hashed from the composer's draft id: the same draft is one answer. */
export type AgentAnswer = {
  readonly kind: 'agent-answer';
  readonly origin: string;
  readonly conversation: ConversationId;
  readonly agent: AccountId;
  readonly text: string;
  /** The text is this template's, with its values in it. */
  readonly template?: SentTemplate;
  /** Files of the request, a message each. All of it goes, or nothing. */
  readonly files?: readonly StoredFile[];
  /** The message it replies to. */
  readonly quotes?: Quote;
  /** Another way than the conversation's own, chosen for this message. */
  readonly way?: Route;
  /** The agent's name, where it stands before the text. */
  readonly signed?: string;
  /** The message whose comment was edited, and that comment's origin: further edits are edits of this answer. */
  readonly corrects?: { readonly message: MessageKey; readonly origin: string };
  /** The message of a comment, sent again: its words stand in Jira as that comment, which is this answer's from now on. */
  readonly repeats?: { readonly message: MessageKey; readonly origin: string };
  /** The message whose comment the files were added to, and how many files the comment shows with them. */
  readonly adds?: { readonly message: MessageKey; readonly shown: number };
  readonly carriage: Carriage;
  /** The phone lane's lease is taken in the same transaction. */
  readonly owner: string;
  readonly until: number;
};

/** A public comment of a person or, where the rules say so, of automation, re-read from Jira. `text` is the chat text, or `failure` why it cannot be one. */
export type AgentComment = {
  readonly kind: 'agent-comment';
  readonly origin: string;
  readonly conversation: ConversationId;
  readonly commentId: string;
  readonly agent: AccountId;
  readonly text?: string;
  readonly failure?: SendFailure;
  /** The files that it shows, a message each after the text; what cannot go of them is a row *not delivered*. */
  readonly files?: readonly StoredFile[];
  readonly carriage: Carriage;
  readonly automated?: true;
  readonly signed?: string;
  readonly createdAt: number;
  /** When it came to say, in public, what it says: written, or last edited. */
  readonly publicAt: number;
  /** When the request entered the status that closes conversations, where it is there now: a comment written after it is not sent. */
  readonly doneAt?: number;
};
