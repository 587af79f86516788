/**
 * How the provider of a connection has been answering, kept only while something is wrong. A connection whose provider does
 * not answer, or asks for a pause, rests: its messages wait in their lanes. When the rest is over one of them is the probe.
 */
export type Breaker = {
  /** When (epoch ms) the newest sends in a row went without an answer, oldest first. */
  readonly failures: readonly number[];
  readonly rest?: Rest;
};

/** From `since` to `until` (epoch ms) nothing is sent; after that one probe, until somebody told how it went. */
export type Rest = {
  readonly because: RestReason;
  readonly since: number;
  readonly until: number;
  /** What the next rest doubles; `until` may lie further off where the provider said so. */
  readonly lastsMs: number;
};

export const REST_REASONS = ['no-answer', 'rate-limited'] as const;
export type RestReason = (typeof REST_REASONS)[number];

/** What one answer of the provider, or its absence, says about the connection. */
export type Sign = { readonly kind: 'answers'; readonly askedAt: number } | Trouble;
export type Trouble = {
  readonly kind: RestReason;
  /** When the provider was asked (epoch ms): an answer to what was asked before a rest is no probe. */
  readonly askedAt: number;
  /** What the provider itself wants waited. */
  readonly retryAfterSeconds?: number;
};

/** So many in a row within this time make a connection rest. */
export const FAILURES = 5;
export const WITHIN_MS = 60_000;
/** The first rest, by its reason: a flood is over sooner than an outage. */
export const FIRST_REST_MS: Readonly<Record<RestReason, number>> = { 'no-answer': 30_000, 'rate-limited': 5_000 };
export const LONGEST_REST_MS = 300_000;
/** A probe of which nobody tells within this time (its function died) makes room for the next. */
export const PROBE_MS = 30_000;

/** The breaker after a sign; undefined: all is well, nothing is kept. The same breaker: the sign changes nothing. */
export function signalled(breaker: Breaker | undefined, sign: Sign, now: number): Breaker | undefined {
  const rest = breaker?.rest;
  if (rest && sign.askedAt < rest.until)
    return sign.kind === 'answers' ? breaker : { ...breaker, rest: prolonged(rest, sign, now) };
  if (sign.kind === 'answers') return undefined;
  if (rest) return resting(sign, rest.lastsMs * 2, now);
  const failures = [...(breaker?.failures ?? []).filter((at) => now - at < WITHIN_MS), now];
  const isPatient = sign.kind === 'no-answer' && !sign.retryAfterSeconds && failures.length < FAILURES;
  return isPatient ? { failures } : resting(sign, FIRST_REST_MS[sign.kind], now);
}

/** What was under way when the rest began says nothing new, but for a longer pause that the provider asks for. */
const prolonged = (rest: Rest, { retryAfterSeconds }: Trouble, now: number): Rest => ({
  ...rest,
  until: Math.max(rest.until, now + askedForMs(retryAfterSeconds)),
});

function resting({ kind: because, retryAfterSeconds }: Trouble, ms: number, now: number): Breaker {
  const lastsMs = Math.min(ms, LONGEST_REST_MS);
  const until = now + Math.max(lastsMs, askedForMs(retryAfterSeconds));
  return { failures: [], rest: { because, since: now, until, lastsMs } };
}

/** However long a pause a provider asks for: it is asked again within five minutes. */
const askedForMs = (seconds = 0): number => Math.min(seconds * 1_000, LONGEST_REST_MS);

/** May something be sent now? A probe has a name: whoever claims it first sends, the others look again at `until`. */
export type Passage =
  | { readonly kind: 'open' }
  | { readonly kind: 'resting'; readonly until: number }
  | { readonly kind: 'probe'; readonly name: string; readonly until: number };

export function passage(breaker: Breaker | undefined, now: number): Passage {
  const rest = breaker?.rest;
  if (!rest) return { kind: 'open' };
  if (now < rest.until) return { kind: 'resting', until: rest.until };
  const turn = Math.floor((now - rest.until) / PROBE_MS);
  return { kind: 'probe', name: `${rest.until}:${turn}`, until: rest.until + (turn + 1) * PROBE_MS };
}

/** Does what happened at `at` say anything about now? A report may come hours later, or twice. */
export const isNews = (at: number, now: number): boolean => now - at < WITHIN_MS;
