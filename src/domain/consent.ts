import type { AccountId } from './ids';

/** How a customer agreed to be written to first. Closed list: each has a sentence in static/locales. */
export const CONSENT_SOURCES = ['request', 'form', 'verbal', 'contract'] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

/** Recorded by the agent who starts a conversation (X6). `at` is epoch milliseconds. */
export type Consent = { readonly source: ConsentSource; readonly by: AccountId; readonly at: number };
