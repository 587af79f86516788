import type { z } from 'zod';
import type { Channel } from '../domain/contact';
import type { MediaRef } from '../domain/content';
import type { DeliveryStatus, SendFailure } from '../domain/delivery';
import type { FileLimits } from '../domain/sendableFile';
import type { Template } from '../domain/template';
import type { Result } from '../domain/result';
import { fail } from '../domain/result';
import type { OutboundMessage } from './outboundMessage';
import type { ParsedWebhook } from './providerEvent';

/** A company that carries messages, as facts plus `connect`. Facts are drawn in settings and compared with the manifest. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  readonly channels: readonly Channel[];
  /** Hosts the gateway's requests go to, as in the manifest, e.g. `https://graph.facebook.com`, `*.api.infobip.com`. */
  readonly egress: readonly string[];
  /** Hosts that files come from, redirects included, spelled as `egress` is. Absent: only those of `egress`. */
  readonly mediaHosts?: readonly string[];
  /** The settings form of a connection is drawn from these. */
  readonly fields: readonly CredentialField[];
  /** What a business number of this provider needs besides; the field `receiver` is what events name as their receiver. */
  readonly numberFields: readonly NumberField[];
  readonly limits: Readonly<Partial<Record<Channel, ChannelLimits>>>;
  /** How an administrator sets up the webhook at the provider, step by step; `{url}` and `{verifyToken}` are filled in. */
  readonly webhookSteps: readonly string[];
  /** Checks the shape of the credentials. The failure is a sentence for the administrator; it never repeats a secret. */
  connect(credentials: unknown): Result<Gateway, string>;
}

export type CredentialField = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** Never shown again once stored. */
  readonly secret?: true;
  /** Made by OmniChat when left empty (e.g. Meta's verify token). */
  readonly generated?: true;
  /** May be left empty. */
  readonly optional?: true;
  /** What the form starts with, and what an open field left empty means. */
  readonly initial?: string;
};

export type NumberField = {
  readonly name: 'receiver' | 'display';
  readonly label: string;
  readonly help: string;
  /** What is entered is a phone number, which events then name in E.164 (a short code as it is), or something with letters. */
  readonly isPhone?: true;
};

/**
 * `maxCharacters` per message, and of a long SMS at most `maxParts` parts; `files` the kinds the channel carries outbound (none on SMS) and the most bytes of each;
 * `quotes`: a message may name the one it replies to; `phonesOnly`: nobody is reached by a user id.
 */
export type ChannelLimits = {
  readonly maxCharacters: number;
  readonly maxParts?: number;
  readonly files: FileLimits;
  readonly quotes?: true;
  readonly phonesOnly?: true;
};

/** A provider bound to one connection's credentials. Every method is pure and never throws on what came from outside. */
export interface Gateway {
  verify(request: WebhookRequest, now: Date): Verdict;
  /** Every event of the body, in its order. Call only after `verify`. */
  parse(request: WebhookRequest): ParsedWebhook;
  /** Fails with a reason when this provider cannot carry that content: nothing is sent. */
  toRequest(message: OutboundMessage, now: Date): Result<ProviderRequest, SendFailure>;
  readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure>;
  /** Absent: what customers send has no files here. */
  readonly media?: MediaRequests;
  /** Absent: this provider has no templates. */
  readonly templates?: TemplateRequests;
  /** Shows the customer that a message was read. Absent: the provider cannot. Undefined for a channel that cannot. */
  readonly markRead?: (message: ReadMark, now: Date) => ProviderRequest | undefined;
  /** Answers a set-up request of the provider (Meta's GET challenge). Absent: the provider has none. */
  readonly handshake?: (request: WebhookRequest) => WebhookAnswer;
  /** What a good webhook is answered. */
  readonly acknowledgement: WebhookAnswer;
  /** What a refused one is answered, where 401 would make the provider give up on one it may sign better next time. */
  readonly refusal?: (reason: VerdictReason) => WebhookAnswer;
  /** Absent: this provider cannot be asked where it sends webhooks, at least not with these credentials. */
  readonly webhooks?: WebhookRequests;
  /** Are the credentials good? Answered by `readCheck`. */
  check(now: Date): ProviderRequest;
  readCheck(answer: ProviderAnswer): Result<AccountFacts, string>;
}

/** `url` is the stored public address with the path and query that were called; header names are lower-case, one value each (joined by `, `). */
export type WebhookRequest = {
  readonly method: string;
  readonly url: string;
  /** What follows the connection's own address, e.g. `/status/<message key>`; `''` when nothing does. */
  readonly suffix: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type WebhookAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** `reason` is a code for the delivery log; it is never told to the caller. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: VerdictReason };
export type VerdictReason = 'no-signature' | 'malformed-signature' | 'wrong-signature' | 'wrong-account' | 'stale';

export type ReadMark = { readonly channel: Channel; readonly from: string; readonly providerId: string };

/** How a customer's file is fetched. The bytes never pass through a gateway: shared code follows, limits and checks. */
export interface MediaRequests {
  /** Asks for the file, or for its address where the provider gives that first. Undefined for a reference that is none of its. */
  toRequest(media: MediaRef, now: Date): ProviderRequest | undefined;
  /** Present where the first answer is an address: the request for the file itself. */
  readonly locate?: (answer: ProviderAnswer, now: Date) => ProviderRequest | undefined;
}

/** How the provider is asked where it sends what customers write. */
export interface WebhookRequests {
  /** Independent of each other: they are asked side by side. */
  toRequests(numbers: readonly NumberAsked[]): readonly ProviderRequest[];
  /**
   * The answers in the order of the requests, undefined where none came. Of a number that the answers do not tell about,
   * nothing; no `urls`: its messages go nowhere.
   */
  readAnswers(
    answers: readonly (ProviderAnswer | undefined)[],
    numbers: readonly NumberAsked[],
  ): readonly WebhookPlace[];
}
export type NumberAsked = { readonly receiver: string; readonly channel: Channel };
export type WebhookPlace = NumberAsked & {
  readonly urls: readonly string[];
  /** What the provider holds against the number, as a sentence. */
  readonly trouble?: string;
  /** The account does not have the number any more. */
  readonly isGone?: true;
};

/** How the templates of a WhatsApp sender are listed, page by page. */
export interface TemplateRequests {
  /** `receiver` is the business number's; `cursor` as the page before gave it. */
  list(from: { readonly receiver: string; readonly cursor?: string }, now: Date): ProviderRequest;
  readPage(answer: ProviderAnswer): Result<TemplatePage, string>;
}
export type TemplatePage = { readonly templates: readonly Template[]; readonly cursor?: string };

export type ProviderRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Header names are lower-case. */
export type ProviderAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Receipt = { readonly providerId: string; readonly status: DeliveryStatus };

/** What a good check tells: a sentence-sized title and the numbers that could be added. */
export type AccountFacts = {
  readonly title: string;
  readonly numbers: readonly {
    readonly receiver: string;
    readonly display: string;
    readonly channels: readonly Channel[];
    /** What the provider holds against the number, as a sentence. */
    readonly trouble?: string;
  }[];
  /** Every number that the connection may send from is among `numbers`: one that is missing left the account. */
  readonly isComplete?: true;
  /** Every phone number of the account in E.164, whatever it carries: one that takes SMS here and is missing left the account. */
  readonly phones?: readonly string[];
};

/** Ties the credential type to the gateway, so that the app never sees it and needs no cast. */
export function defineProvider<Credentials>(
  facts: Omit<Provider, 'connect'>,
  schema: z.ZodType<Credentials>,
  gateway: (credentials: Credentials) => Gateway,
): Provider {
  return {
    ...facts,
    connect(raw) {
      const parsed = schema.safeParse(raw);
      if (parsed.success) return { ok: true, value: gateway(parsed.data) };
      const wrong = parsed.error.issues.map(
        (issue) => facts.fields.find((field) => field.name === issue.path[0])?.label,
      );
      return fail(`Please check: ${[...new Set(wrong.map((label) => label ?? 'unknown field'))].join(', ')}.`);
    },
  };
}

export type Registry = ReadonlyMap<string, Provider>;
