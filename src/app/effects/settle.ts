import type { EffectResult } from '../../domain/effectResult';
import type { JiraFailure, JiraFailureReason } from '../../domain/effect';
import type { JiraOutcome, Limited } from '../../jira/outcome';
import { notePressure } from '../../storage/pressure';
import type { App } from '../call';

/** First wait after a failure; it doubles up to 15 minutes. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 900_000;

/**
 * Refusals that may be over soon are tried again this often: rights that are still being set up after an installation
 * (forge.md 5), a request that is not visible yet right after its creation (jira.md 1.4).
 */
const PATIENCE: Record<JiraFailureReason, number> = {
  'jira-down': Infinity,
  'rate-limited': Infinity,
  forbidden: 5,
  'request-gone': 5,
  'request-type-gone': 1,
  rejected: 1,
  'issue-full': 1,
  'no-transition': 1,
};

/** What settling needs of a task. */
export type Settling = { readonly app: App; readonly effect: { readonly attempts: number } };

/** What an outcome of Jira means for the effect: done as `then` says, later, or given up. */
export async function settle<Value>(
  { app, effect }: Settling,
  outcome: JiraOutcome<Value>,
  then: (value: Value) => EffectResult | Promise<EffectResult>,
): Promise<EffectResult> {
  if (outcome.nearLimit) await tellPressure(app, { level: 1, forSeconds: 60 });
  switch (outcome.kind) {
    case 'ok':
      return then(outcome.value);
    case 'limited':
      if (!isOfOneRequest(outcome)) await tellPressure(app, { level: 2, forSeconds: outcome.retryAfterSeconds });
      return later(app, outcome.retryAfterSeconds * 1_000, { reason: 'rate-limited' });
    case 'unknown':
      return later(app, backoffMs(effect.attempts), { reason: 'jira-down' });
    case 'refused':
      return effect.attempts < PATIENCE[outcome.failure.reason]
        ? later(app, backoffMs(effect.attempts), outcome.failure)
        : { kind: 'gave-up', failure: outcome.failure };
  }
}

/** Jira takes so many writes a minute to one request: then that one waits, and no other (jira.md 9). */
const isOfOneRequest = ({ reason }: Limited): boolean => reason === 'jira-per-issue-on-write';

/** What Jira did is known already: that others cannot be told must not make it unknown. They will hear it from Jira. */
async function tellPressure({ ports }: App, told: Parameters<typeof notePressure>[1]): Promise<void> {
  try {
    await notePressure(ports, told);
  } catch (cause) {
    ports.log.warn('pressure not noted', {
      level: told.level,
      why: cause instanceof Error ? cause.name : typeof cause,
    });
  }
}

/** Again after a while, with some jitter so that not everybody comes at once. */
export function later({ ports }: App, waitMs: number, failure: JiraFailure): EffectResult {
  return { kind: 'later', at: ports.clock.now() + waitMs + ports.ids.below(1_000), failure };
}

export const backoffMs = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, Math.max(0, attempts - 1)));
