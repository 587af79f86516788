import type { CallContext } from '../app/call';
import type { Ports } from '../app/ports';
import type { Caller } from '../contract/calls';
import type { AccountId, IssueId } from '../domain/ids';
import { unreachable } from '../domain/unreachable';
import type { JiraOutcome } from '../jira/outcome';
import { isSiteAdmin, mayAdminister, mayAnswer } from '../jira/permissions';

const NO: JiraOutcome<boolean> = { kind: 'ok', value: false };
const YES: JiraOutcome<boolean> = { kind: 'ok', value: true };

type Needs = Pick<Ports, 'jira' | 'cache'>;

/** Asks Jira, as the caller, about the very issue or project the call will use. */
export async function isPermitted(
  { jira, cache }: Needs,
  caller: Caller,
  context: CallContext,
): Promise<JiraOutcome<boolean>> {
  switch (caller) {
    case 'agent':
      return context.issueId === undefined ? NO : mayStillAnswer({ jira, cache }, context, context.issueId);
    case 'agent-lately':
      return context.issueId === undefined ? NO : mightAnswer({ jira, cache }, context, context.issueId);
    case 'project-admin':
      return mayAdminister(jira, context.projectId);
    case 'site-admin':
      return isSiteAdmin(jira);
    default:
      return unreachable(caller);
  }
}

const REMEMBERED_MS = 15 * 60_000;

/**
 * An answer to a customer never waits for Jira: while Jira does not answer, what it said of this agent and this request in
 * the last quarter of an hour counts (decision 011). Any answer of Jira counts at once.
 */
async function mayStillAnswer(
  { jira, cache }: Needs,
  { accountId }: CallContext,
  issueId: IssueId,
): Promise<JiraOutcome<boolean>> {
  const key = keyOf(accountId, issueId);
  const asked = await mayAnswer(jira, issueId);
  if (asked.kind !== 'ok') return cache.get(key) === true ? { kind: 'ok', value: true } : asked;
  if (asked.value) cache.set(key, true, REMEMBERED_MS);
  else cache.drop(key);
  return asked;
}

const keyOf = (accountId: AccountId, issueId: IssueId): string => `permission:${accountId}:${issueId}`;

/** Asks Jira only where nothing is remembered: a draft that is saved while somebody types costs no call. */
function mightAnswer(needs: Needs, context: CallContext, issueId: IssueId): Promise<JiraOutcome<boolean>> {
  const isKnown = needs.cache.get(keyOf(context.accountId, issueId)) === true;
  return isKnown ? Promise.resolve(YES) : mayStillAnswer(needs, context, issueId);
}
