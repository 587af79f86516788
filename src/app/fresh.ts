import type { JiraOutcome } from '../jira/outcome';
import { NotYet } from './notYet';

/** What Jira says now; undefined where it refuses. @throws NotYet when Jira does not answer. */
export function fresh<Value>(outcome: JiraOutcome<Value>): Value | undefined {
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'refused') return undefined;
  throw new NotYet(outcome.kind === 'limited' ? outcome.retryAfterSeconds : 30);
}
