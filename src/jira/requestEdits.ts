import { z } from 'zod';
import type { Cache, Jira, JiraRequest } from '../app/ports';
import type { IssueId } from '../domain/ids';
import type { AdfDoc } from './adf';
import type { CopyMarker } from './marker';
import { andThen, ask, type JiraOutcome } from './outcome';
import { quietly } from './quietly';
import { DESCRIBED, Nothing, traced } from './shapes';

export type DescriptionEdit = {
  readonly issueId: IssueId;
  readonly description: AdfDoc;
  readonly marker: CopyMarker;
  readonly trace: string;
};

/**
 * Replaces the description without mails about it, where the app has the right to suppress them; else with. The marker goes with
 * it: an edit whose answer was lost is known by it, whoever has edited the description since.
 */
export function editDescription(
  ports: { readonly jira: Jira; readonly cache: Cache },
  { issueId, description, marker, trace }: DescriptionEdit,
): Promise<JiraOutcome<true>> {
  const body = { fields: { description }, properties: [{ key: DESCRIBED, value: marker }] };
  return quietly(ports, (query) => ({
    request: { method: 'PUT', path: `/rest/api/3/issue/${issueId}${query}`, as: 'app', headers: traced(trace), body },
    schema: Nothing,
  }));
}

/** The request follows another: `Relates` is the link type every Jira begins with. Repeating it makes no second link. */
export type RequestLink = { readonly from: IssueId; readonly to: IssueId; readonly trace: string };

const LINK_TYPE = 'Relates';

/** Links two requests, by another link type where the site has no `Relates`. Refused where linking is switched off. */
export async function linkRequests(jira: Jira, link: RequestLink): Promise<JiraOutcome<true>> {
  const linked = await ask(jira, linkRequest(link, { name: LINK_TYPE }), Nothing);
  if (linked.kind !== 'refused' || linked.status !== 404) return linked;
  const types = await ask(jira, { method: 'GET', path: '/rest/api/3/issueLinkType', as: 'app' }, LinkTypes);
  return andThen(types, async ({ issueLinkTypes }) => {
    const another = issueLinkTypes.some(({ name }) => name === LINK_TYPE) ? undefined : issueLinkTypes[0];
    return another ? ask(jira, linkRequest(link, { id: another.id }), Nothing) : linked;
  });
}

const LinkTypes = z.object({ issueLinkTypes: z.array(z.object({ id: z.string(), name: z.string() })) });

const linkRequest = (
  { from, to, trace }: RequestLink,
  type: { readonly name: string } | { readonly id: string },
): JiraRequest => ({
  method: 'POST',
  path: '/rest/api/3/issueLink',
  as: 'app',
  headers: traced(trace),
  body: { type, outwardIssue: { id: to }, inwardIssue: { id: from } },
});
