import type { Fault } from '../../sandbox/faults';
import type { Delays } from '../../sandbox/forge/platform';
import type { ConversationRules } from '../../src/domain/conversationRules';

/** What happens in a simulated world, as plain JSON: a story replays, can be shortened and kept in a file. */
export type Story = {
  readonly seed: number;
  readonly rules: Partial<ConversationRules>;
  /** Of the second desk. */
  readonly otherRules: Partial<ConversationRules>;
  readonly steps: readonly Step[];
};

/** `request` counts the requests there are, oldest first, and wraps around; -1 is the newest. Tokens are unique in a story. */
export type Step =
  CustomerStep | StaffStep | AgentStep | RowStep | RequestStep | TriageStep | DepartureStep | WorldStep;

type By<Kind extends string, Facts = object> = { readonly kind: Kind } & Readonly<Facts>;
type Who = { readonly agent: number; readonly request: number };
type Line = { readonly phone: number; readonly channel: 'whatsapp' | 'sms'; readonly desk: number };

/** `program`: one that is called a photo. */
export type CustomersFile = 'document' | 'sticker' | 'program';

/** What customers do. `identity`: what WhatsApp tells the business about who writes. `file`: the words are its caption. */
export type CustomerStep =
  | By<'writes', Line & { token: string; identity?: 'user-id' | 'both'; file?: CustomersFile }>
  | By<'word', Line & { word: string }>
  | By<'reacts', { phone: number }>
  /** A message of theirs gets other words, or is taken back: the newest but so many of what they wrote on WhatsApp. */
  | By<'rewords', { phone: number; back: number; as: string }>
  | By<'takes-back', { phone: number; back: number }>
  | By<'new-phone', { phone: number }>
  | By<'portal', { request: number; token: string }>;

/** Staff answer in the WhatsApp Business app, past OmniChat. */
export type StaffStep = By<'staff-writes', { phone: number; desk: number; token: string }>;

/**
 * What an answer brings besides a few words: files by their tokens; a quote of the customer's message, the newest but so many; so
 * many words that an SMS goes in several parts, or may not go.
 */
export type MoreToSay = {
  readonly files?: readonly string[];
  readonly quotes?: number;
  readonly length?: 'long' | 'too-long';
};

/** What agents write. `file`: a comment shows it, by its token. `prefixed`: with the prefix, where the rules ask for one. */
export type AgentStep =
  | By<'answers', Who & { token: string; more?: MoreToSay }>
  | By<'answers-again', { token: string }>
  /** The double click of a hurried agent: a template, filled in with the token. */
  | By<'templates', Who & { token: string }>
  /** `automated`: an automation rule of Jira writes it, not the agent. */
  | By<'comments', Who & { token: string; prefixed: boolean; automated?: true }>
  | By<'notes', Who & { token: string; inTab: boolean; file?: string }>
  | By<'edits', { token: string; as: string }>
  | By<'corrects', { token: string }>
  /** `restricted`: to the people of a role, and to events it stays public; else made internal. */
  | By<'hides', { token: string; restricted?: true }>
  | By<'shows' | 'removes', { token: string }>;

/** What agents press at rows of the tab: *Send again* where an answer failed, or may have; *Try again* where a file could not be had. */
export type RowStep = By<'resends', { agent: number; token: string }> | By<'fetches-again', Who>;

/** What happens to requests. */
export type RequestStep =
  /** `comment`: said publicly on the transition's screen. */
  | By<'moves', Who & { transition: string; comment?: string }>
  | By<'orders', Who & { call: string }>
  | By<'opens-tab', Who>
  | By<'relocates', Who & { project: string }>
  /** An agent raises a request for a caller and goes on over a phone. */
  | By<'starts', Omit<Line, 'desk'> & { agent: number }>
  | By<'clones' | 'merges' | 'deletes' | 'retypes', Who>;

/**
 * What the administrator decides about a conversation that waits for triage: the n-th that settings show, -1 the newest.
 * `links` without a request: to one that is raised for the customer right before.
 */
export type TriageStep =
  | By<'triages', { waiting: number; decision: 'create' | 'dismiss' }>
  | By<'links', { waiting: number; request?: number }>;

/** Who and what leaves. */
export type DepartureStep =
  /** The account of the request's customer is closed. */
  | By<'closes-account', { request: number }>
  /** An administrator takes the app out of the desk's project, or lets it in again. */
  | By<'bars-app', { desk: number; barred: boolean }>
  /** The request type that the desk's numbers lead to is no more. */
  | By<'deletes-type', { desk: number }>
  /** Staff archive the conversation with the customer in the provider's own inbox. */
  | By<'archives', { phone: number }>;

/** What the world does. */
export type WorldStep =
  | By<'waits', { ms: number }>
  /** It happens so much later, while what runs then goes on: other steps begin when all work has ended. */
  | By<'meanwhile', { inMs: number; step: MeanwhileStep }>
  | By<'fault', { fault: Fault }>
  | By<'weather', { weather: Partial<Delays> }>
  | By<'copies', { provider: string; copies: number; lateRefusals: boolean }>
  /** The n-th record of a kind, a head without one, was written by a newer version of the app. */
  | By<'newer', { head: number; of?: Aged }>
  | By<'unseen', { ms: number }>
  | By<'comment-event-first', { first: boolean }>
  | By<'cold-start'>
  | By<'calm'>;

export type MeanwhileStep = Extract<CustomerStep | WorldStep, { kind: 'writes' | 'weather' }>;

/** Kinds of records that hold what people said and ordered, as their keys begin. */
export const AGED = [
  'head',
  'contact',
  'message',
  'conversation',
  'origin',
  'request',
  'settings',
  'connection',
  'suppression',
] as const;
export type Aged = (typeof AGED)[number];

/** A story as a person reads it, a line per step. */
export const tell = ({ seed, rules, otherRules, steps }: Story): string =>
  [
    `seed ${seed}, rules ${JSON.stringify(rules)}, of the second desk ${JSON.stringify(otherRules)}`,
    ...steps.map((step, index) => `${index + 1}. ${lineOf(step)}`),
  ].join('\n');

function lineOf({ kind, ...facts }: Step): string {
  const told = Object.entries(facts).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  return [kind, ...told].join(', ');
}
