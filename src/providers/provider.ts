import type { z } from 'zod';
import type { Channel, ContactAddress } from '../domain/contact';
import type { Content, MediaKind } from '../domain/content';
import type { DeliveryStatus, SendFailure } from '../domain/delivery';
import type { Result } from '../domain/result';
import { fail } from '../domain/result';

/** A company that carries messages, as facts plus `connect`. Facts are drawn in settings and compared with the manifest. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  readonly channels: readonly Channel[];
  /** Hosts the gateway's requests go to, as in the manifest, e.g. `https://graph.facebook.com`. */
  readonly egress: readonly string[];
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
};

export type NumberField = { readonly name: 'receiver' | 'display'; readonly label: string; readonly help: string };

/** `maxCharacters` per message; `media` the kinds the channel carries outbound (none on SMS). */
export type ChannelLimits = { readonly maxCharacters: number; readonly media: readonly MediaKind[] };

/** A provider bound to one connection's credentials. Every method is pure and never throws on what came from outside. */
export interface Gateway {
  verify(request: WebhookRequest, now: Date): Verdict;
  /** Every event of the body, in its order. Call only after `verify`. */
  parse(request: WebhookRequest): ParsedWebhook;
  toRequest(message: OutboundText, now: Date): ProviderRequest;
  readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure>;
  /** Answers a set-up request of the provider (Meta's GET challenge). Absent: the provider has none. */
  readonly handshake?: (request: WebhookRequest) => WebhookAnswer;
  /** What a good webhook is answered. */
  readonly acknowledgement: WebhookAnswer;
  /** Are the credentials good? Answered by `readCheck`. */
  check(): ProviderRequest;
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

export type ParsedWebhook = {
  readonly events: readonly ProviderEvent[];
  /** What was understood and deliberately left out, for the log: `group message`, `template status`. */
  readonly ignored: readonly string[];
};

/** Every event names its receiving number as the provider spells it (`phone_number_id`, E.164). `at` is epoch milliseconds, absent where the provider gives no time. */
export type ProviderEvent =
  | {
      readonly kind: 'message';
      readonly receiver: string;
      /** The receiver for people, e.g. E.164, where the event tells. */
      readonly receiverDisplay?: string;
      readonly channel: Channel;
      readonly providerId: string;
      /** Every address the payload shows, the one to answer to first. */
      readonly from: readonly [ContactAddress, ...ContactAddress[]];
      readonly name?: string;
      readonly content: Content;
      readonly quotes?: string;
      /** The provider itself handled an opt-out keyword. */
      readonly keyword?: 'stop' | 'start' | 'help';
      readonly at?: number;
    }
  | {
      readonly kind: 'report';
      readonly receiver: string;
      readonly channel: Channel;
      readonly providerId: string;
      /** Our message key, where the report returns it. */
      readonly key?: string;
      readonly status: DeliveryStatus;
      readonly failure?: SendFailure;
      readonly at?: number;
    }
  /** The provider says that somebody has other addresses now: those of `was` that are not in `now` are theirs no more. */
  | {
      readonly kind: 'identity';
      readonly receiver: string;
      readonly channel: Channel;
      readonly was: readonly [ContactAddress, ...ContactAddress[]];
      readonly now: readonly [ContactAddress, ...ContactAddress[]];
      readonly at?: number;
    }
  /** Somebody closed the contact's conversation in the provider's own inbox (S0-19). */
  | {
      readonly kind: 'closed';
      readonly receiver: string;
      readonly channel: Channel;
      readonly from: readonly [ContactAddress, ...ContactAddress[]];
      readonly at?: number;
    };

/** `key` comes back in reports; `from` is the business number's receiver; `statusUrl` where the provider reports to. */
export type OutboundText = {
  readonly key: string;
  readonly channel: Channel;
  readonly from: string;
  readonly to: ContactAddress;
  readonly text: string;
  readonly statusUrl: string;
  /**
   * SMS only: whole seconds, from 1 on, that the message may wait for its phone. A provider that takes less gets the most it
   * takes; one that takes none ignores it. Absent: the provider's own default.
   */
  readonly validitySeconds?: number;
};

export type ProviderRequest = {
  readonly method: 'GET' | 'POST';
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
  }[];
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
