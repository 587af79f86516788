import type { CallContext } from '../app/call';
import type { Jira } from '../app/ports';
import type { Caller } from '../contract/calls';
import { unreachable } from '../domain/unreachable';
import type { JiraOutcome } from '../jira/outcome';
import { isSiteAdmin, mayAdminister, mayAnswer } from '../jira/permissions';

const NO: JiraOutcome<boolean> = { kind: 'ok', value: false };

/** Asks Jira, as the caller, about the very issue or project the call will use. */
export async function isPermitted(jira: Jira, caller: Caller, context: CallContext): Promise<JiraOutcome<boolean>> {
  switch (caller) {
    case 'agent':
      return context.issueId === undefined ? NO : mayAnswer(jira, context.issueId);
    case 'project-admin':
      return mayAdminister(jira, context.projectId);
    case 'site-admin':
      return isSiteAdmin(jira);
    default:
      return unreachable(caller);
  }
}
