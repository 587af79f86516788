/** The common ladder of every provider: queued → accepted → sent → delivered → read; `failed` and `unknown` beside it. */
export const DELIVERY_STATUSES = ['queued', 'accepted', 'sent', 'delivered', 'read', 'failed', 'unknown'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why a message did not reach the customer. Closed list: each reason has a sentence in static/locales and app/texts.ts. */
export const FAILURE_REASONS = [
  // ours, before anything is sent
  'window-closed',
  'suppressed',
  'conversation-closed',
  'conversation-paused',
  'conversation-locked',
  'contact-blocked',
  'other-owner',
  'address-left',
  'written-before-start',
  'written-after-close',
  'comment-too-old',
  'withdrawn',
  'number-removed',
  'no-address',
  'no-reply',
  'cannot-carry-media',
  'sms-text-only',
  'files-off',
  'too-many-files',
  'file-too-large',
  'file-gone',
  'file-unavailable',
  'quote-gone',
  'sent-meanwhile',
  'empty',
  'too-long',
  'too-many-parts',
  'quiet-hours',
  // the provider's
  // of all messages of this number
  'opted-out',
  // of advertisements alone: answers go out
  'marketing-stopped',
  'blocked',
  // by the business, on its own list at the provider
  'blocked-by-us',
  'unreachable',
  'rate-limited',
  // to this customer alone
  'too-fast',
  'provider-down',
  'no-answer',
  'template',
  'media',
  'credentials',
  'account',
  'capped',
  'refused',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** `detail` is the provider's own text (kept for the agent, never logged); `code` its error code. `at` where the reason has a time. */
export type SendFailure = {
  readonly reason: FailureReason;
  readonly detail?: string;
  readonly code?: string;
  readonly at?: number;
  readonly retryAfterSeconds?: number;
};

/** What the provider said, for people: its own text with its code behind it; empty when it said nothing. */
export const providersWords = ({ detail, code }: Pick<SendFailure, 'detail' | 'code'>): string =>
  [detail, code && `(${code})`].filter((part) => part !== undefined && part !== '').join(' ');

/** What the provider charges, as its report says; `amount` a decimal as the provider spells it, `currency` ISO 4217. */
export type Price = { readonly amount: string; readonly currency: string };

export type DeliveryStep = { readonly status: DeliveryStatus; readonly at: number };

export type Delivery = {
  readonly status: DeliveryStatus;
  /** Every report accepted, oldest first; at most 12. */
  readonly history: readonly DeliveryStep[];
  readonly failure?: SendFailure;
  /** The newest the provider told. */
  readonly price?: Price;
};

const RANK: Record<DeliveryStatus, number> = {
  queued: 0,
  unknown: 1,
  accepted: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
};

/**
 * Advances a delivery by one report. Never backwards: a late `sent` after `read` changes nothing; `failed` after
 * `delivered` is kept in the history only; `delivered` after `failed` clears the failure (late operator reports exist).
 */
export function advance(current: Delivery, reported: DeliveryStep & { failure?: SendFailure }): Delivery {
  if (current.history.some((step) => step.status === reported.status)) return current;
  const history = [...current.history, { status: reported.status, at: reported.at }].slice(-12);
  if (RANK[reported.status] <= RANK[current.status]) return { ...current, history };
  const { failure } = reported;
  const { price } = current;
  return {
    status: reported.status,
    history,
    ...(reported.status === 'failed' && failure && { failure }),
    ...(price && { price }),
  };
}

/** A price that is told again changes nothing. */
export function priced(current: Delivery, price: Price | undefined): Delivery {
  const isKnown = current.price?.amount === price?.amount && current.price?.currency === price?.currency;
  return !price || isKnown ? current : { ...current, price };
}

export const queuedAt = (at: number): Delivery => ({ status: 'queued', history: [{ status: 'queued', at }] });
