import type { Jira } from '../app/ports';
import type { Facts } from '../domain/facts';
import type { IssueId } from '../domain/ids';
import type { RequestMarker } from './marker';
import { ask, type JiraOutcome } from './outcome';
import { Nothing, PROPERTY, traced } from './shapes';

/**
 * Writes the conversation's facts beside the request's marker. The whole property is replaced, so the marker is always given;
 * writing the same again changes nothing.
 */
export function writeFacts(
  jira: Jira,
  write: { readonly issueId: IssueId; readonly marker: RequestMarker; readonly facts: Facts; readonly trace: string },
): Promise<JiraOutcome<true>> {
  const { issueId, marker, facts, trace } = write;
  const path = `/rest/api/3/issue/${issueId}/properties/${PROPERTY}`;
  const body = { ...facts, ...marker };
  return ask(jira, { method: 'PUT', path, as: 'app', headers: traced(trace), body }, Nothing);
}

/** Takes our property from a request that is none of ours: a clone, a duplicate. Repeating it is fine. */
export async function clearFacts(
  jira: Jira,
  { issueId, trace }: { readonly issueId: IssueId; readonly trace: string },
): Promise<JiraOutcome<true>> {
  const path = `/rest/api/3/issue/${issueId}/properties/${PROPERTY}`;
  const cleared = await ask(jira, { method: 'DELETE', path, as: 'app', headers: traced(trace) }, Nothing);
  return cleared.kind === 'refused' && cleared.status === 404 ? { kind: 'ok', value: true } : cleared;
}
