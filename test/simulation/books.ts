import type { World } from '../../sandbox/world';
import type { ConversationId } from '../../src/domain/ids';
import type { countedFaults } from './countedFaults';
import { newLogBook, type LogBook } from './logLines';
import { PHONES } from './people';
import { newReceivedBook, type ReceivedBook } from './received';
import type { Story } from './story';

/** What the simulator itself did and was told: the invariants hold the app's records against it. Times are epoch ms. */
export type Books = {
  /** Customers' messages by token. */
  readonly written: Map<string, { readonly id: string; readonly phone: string; readonly at: number }>;
  /** What was decided about conversations that waited for triage, in order: also where the screen was told that it is not so. */
  readonly decisions: Map<ConversationId, Decision[]>;
  /** What customers did to messages of theirs that were stored, in order. */
  readonly changes: ChangeBook[];
  /** Answers from the tab, by token: every outcome the screen was told; how often it was wished to be sent again. */
  readonly answers: Map<string, AnswerBook>;
  /** What staff wrote past OmniChat, by token: the conversation that was active there then. */
  readonly echoes: Map<string, ConversationId | undefined>;
  /** Public comments of agents that the rules send, by their first token. */
  readonly comments: Map<string, CommentBook>;
  /** What must never reach a phone, by token: internal comments, public ones that the rules keep inside, customers' own. */
  readonly inside: Map<string, InsideBook>;
  /** Where each of the two customers can be reached now. */
  readonly phones: string[];
  /** Ids of issues that are copies of requests: what they say proves nothing. */
  readonly clones: Set<string>;
  /** Conversations that staff archived in the provider's inbox. */
  readonly archived: Set<ConversationId>;
  /** Requests that were deleted. */
  readonly deleted: Set<string>;
  /** Requests that were merged into another. */
  readonly merged: Set<string>;
  /** The furthest status every message of ours was seen in, by key. */
  readonly furthest: Map<string, string>;
  /** When the first thing went wrong that may keep the app from hearing of Jira; a provider's faults do not. */
  troubledAt?: number;
  /** The clock at every step. */
  readonly clock: number[];
  /** Drafts made so far. */
  drafts: number;
  /** What the store was last seen to bar: closed and locked conversations, blocked contacts; since when. */
  readonly barred: Map<string, number>;
  /** Locked conversations, as the store was last seen: the time of the lock by the app's clock, and since when it is known. */
  readonly locked: Map<string, { readonly lock: number; readonly since: number }>;
  /** Keys of what customers said while they were blocked: rows alone, also after they are free again. */
  readonly saidWhileBlocked: Set<string>;
  /** Keys of what customers said while their conversation was locked: it stays there, also after it is unlocked. */
  readonly saidWhileLocked: Set<string>;
  /** Keys of the messages that the store was seen to hold. */
  readonly stored: Set<string>;
  /** Corrections that the screen saw accepted, by the first token of the comment. */
  readonly corrected: Map<string, number>;
  /** Records that a newer version wrote, by key: what they say, as JSON, and since when. */
  readonly newer: Map<string, { readonly was: string; readonly since: number }>;
  /** Those of them that were met, or may have been. */
  readonly met: { readonly name: string; readonly since: number }[];
  /** Projects that the app was taken out of, by key; since when at first. */
  readonly outOf: Map<string, number>;
  readonly done: Record<string, number>;
  /** Every phone that the store named as a customer's; since when it names it as nobody's any more. */
  readonly leftSince: Map<string, number | undefined>;
  /** Paused conversations with what customers had written in them, as the store was last seen. */
  readonly paused: Map<string, number>;
  /** The phone a customer had before this one, and when they changed. */
  readonly phoneBefore: Map<string, { readonly phone: string; readonly at: number }>;
  /** What providers posted, and how it was answered. */
  readonly received: ReceivedBook;
  readonly log: LogBook;
};

export type Run = {
  readonly story: Story;
  readonly world: World;
  readonly books: Books;
  readonly faults: ReturnType<typeof countedFaults>;
};

/** `files`: their tokens. `said`: what the composer sent; templates are sent by other means. `quoted`: the provider's id of that message. */
export type AnswerBook = {
  readonly draftId: string;
  readonly issueKey: string;
  readonly said?: { readonly text: string };
  readonly files?: readonly string[];
  readonly quoted?: string;
  readonly told: string[];
  resent: number;
};
/** `issueId`: the request that it was to be linked to. */
export type Decision = {
  readonly as: 'create' | 'link' | 'dismiss';
  readonly issueId?: string;
  told?: string;
};
/** `target`: the provider's id of the message. `as`: its new words; without them it was taken back. `active`: its conversation, where that was active. */
export type ChangeBook = {
  readonly target: string;
  readonly as?: string;
  readonly active?: ConversationId;
};
/** `tokens`: what it said over time, newest last. `resent`: how often its rows were wished to be sent again. `withdrawnAt`: not public any more, or gone. */
export type CommentBook = {
  readonly id: string;
  readonly issueKey: string;
  readonly at: number;
  readonly tokens: string[];
  resent: number;
  withdrawnAt?: number;
  restricted?: true;
};
/** `file`: the token of the file that the comment shows. */
export type InsideBook = {
  readonly id?: string;
  readonly file?: string;
  readonly issueKey: string;
  readonly at: number;
  readonly why: 'internal' | 'kept-by-rules' | 'of-the-customer';
};

/** A law of the product, or of the simulator itself. `inStep`: holds after every step, not only when the world is quiet. */
export type Invariant = {
  readonly name: string;
  readonly inStep?: true;
  readonly broken: (run: Run) => readonly string[];
};

/** The last message, by which the simulator sees whether the app is well again. */
export const PROBE = 'm0';
/** The last answer, to that message: by the tab or as a comment. */
export const PROBE_ANSWERS = { tab: 'a0', comment: 'c0' } as const;

export const newBooks = (): Books => ({
  written: new Map(),
  decisions: new Map(),
  changes: [],
  answers: new Map(),
  echoes: new Map(),
  comments: new Map(),
  inside: new Map(),
  phones: [...PHONES],
  clones: new Set(),
  archived: new Set(),
  deleted: new Set(),
  merged: new Set(),
  furthest: new Map(),
  clock: [],
  drafts: 0,
  barred: new Map(),
  locked: new Map(),
  saidWhileBlocked: new Set(),
  saidWhileLocked: new Set(),
  stored: new Set(),
  corrected: new Map(),
  newer: new Map(),
  met: [],
  outOf: new Map(),
  done: {},
  leftSince: new Map(),
  paused: new Map(),
  phoneBefore: new Map(),
  received: newReceivedBook(),
  log: newLogBook(),
});
