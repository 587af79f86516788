import type { JiraOutcome } from '../jira/outcome';
import { NotYet } from './notYet';

/** What Jira says now; undefined where it refuses. @throws NotYet when Jira does not answer. */
export function fresh<Value>(outcome: JiraOutcome<Value>): Value | undefined {
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'refused') return undefined;
  throw new NotYet(outcome.kind === 'limited' ? outcome.retryAfterSeconds : 30);
}

/** What is only seconds old may still answer 404: seen for up to 30 s after an issue was created (Jira Cloud, 2026). */
const SETTLED_MS = 60_000;

type Moment = { readonly at: number; readonly now: number };

/** The same of something that changed `at` that time: until Jira has settled, a 404 is no answer. @throws NotYet */
export function settled<Value>(outcome: JiraOutcome<Value>, { at, now }: Moment): Value | undefined {
  if (outcome.kind === 'refused' && outcome.status === 404 && now - at < SETTLED_MS) throw new NotYet(15);
  return fresh(outcome);
}
