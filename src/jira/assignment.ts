import type { Jira } from '../app/ports';
import type { AccountId, IssueId } from '../domain/ids';
import { ask, type JiraOutcome } from './outcome';
import { Nothing, traced } from './shapes';

export type Assignment = { readonly issueId: IssueId; readonly to: AccountId | undefined; readonly trace: string };

/** Gives the request to an agent, or to nobody. Refused where the project allows no unassigned issues (jira.md 7). */
export function assignRequest(jira: Jira, { issueId, to, trace }: Assignment): Promise<JiraOutcome<true>> {
  const path = `/rest/api/3/issue/${issueId}/assignee`;
  const body = { accountId: to ?? null };
  return ask(jira, { method: 'PUT', path, as: 'app', headers: traced(trace), body }, Nothing);
}
