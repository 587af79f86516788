import { z } from 'zod';
import type { Jira } from '../app/ports';
import type { RequestRef } from '../domain/conversation';
import type { AccountId, ConversationId, IssueId, ProjectId } from '../domain/ids';
import type { AdfDoc } from './adf';
import type { RequestMarker } from './marker';
import type { Facts } from '../domain/facts';
import { ask, mapOutcome, type JiraOutcome } from './outcome';
import { IssueShape, Properties, viewOf, type RequestView } from './requestView';
import { DESCRIBED, IssueIdShape, PROPERTY, traced } from './shapes';

export type { RequestView } from './requestView';

/** A request to be created. Without a reporter the app is it. `trace` comes back in the events the creation causes. */
export type NewRequest = {
  readonly project: ProjectId;
  readonly issueTypeId: string;
  /** The field found by `requestTypeField` and the request type's id: without it the portal does not know the request. */
  readonly requestType: { readonly field: string; readonly id: string };
  readonly reporter?: AccountId;
  readonly summary: string;
  readonly description: AdfDoc;
  readonly marker: RequestMarker;
  /** What JQL can find of the conversation from the first moment on. */
  readonly facts: Facts;
  readonly trace: string;
};

/**
 * Creates a request with its marker in one call, so that a creation of unknown outcome can be found again. A refusal that names
 * `reporter` in its fields means: that reporter is not allowed (see `isReporterRefused`).
 */
export async function createRequest(jira: Jira, order: NewRequest): Promise<JiraOutcome<RequestRef>> {
  const created = await ask(
    jira,
    {
      method: 'POST',
      path: '/rest/api/3/issue',
      as: 'app',
      headers: traced(order.trace),
      body: { fields: fieldsOf(order), properties: [{ key: PROPERTY, value: { ...order.facts, ...order.marker } }] },
    },
    z.object({ id: IssueIdShape, key: z.string() }),
  );
  return mapOutcome(typeGone(created, order), ({ id, key }) => ({ issueId: id, issueKey: key }));
}

export const isReporterRefused = (outcome: JiraOutcome<unknown>): boolean =>
  outcome.kind === 'refused' && outcome.fields.includes('reporter');

function fieldsOf(order: NewRequest): Record<string, unknown> {
  return {
    project: { id: order.project },
    issuetype: { id: order.issueTypeId },
    [order.requestType.field]: order.requestType.id,
    summary: order.summary,
    description: order.description,
    ...(order.reporter && { reporter: { id: order.reporter } }),
  };
}

/** A project, issue type or request type that is not there any more is a matter for the administrator of the number. */
function typeGone<Value>(outcome: JiraOutcome<Value>, order: NewRequest): JiraOutcome<Value> {
  if (outcome.kind !== 'refused') return outcome;
  const named = ['project', 'issuetype', order.requestType.field].some((field) => outcome.fields.includes(field));
  if (!named && outcome.status !== 404) return outcome;
  return { ...outcome, failure: { ...outcome.failure, reason: 'request-type-gone' } };
}

/** A request as found by its marker. */
export type FoundRequest = RequestRef & { readonly marker: RequestMarker };

/**
 * Looks for the request of an intent in Jira's index, which lags behind by seconds to minutes: undefined means "not yet seen".
 * Of several the lowest id is ours: a clone carries a copy of the property, but it came later.
 */
export async function findRequestByIntent(
  jira: Jira,
  intent: ConversationId,
): Promise<JiraOutcome<FoundRequest | undefined>> {
  const jql = `issue.property['${PROPERTY}'].intent = ${JSON.stringify(intent)}`;
  const found = await ask(
    jira,
    {
      method: 'POST',
      path: '/rest/api/3/search/jql',
      as: 'app',
      body: { jql, fields: ['key', 'created'], properties: [PROPERTY], maxResults: 20 },
    },
    z.object({ issues: z.array(FoundIssue) }),
  );
  return mapOutcome(found, ({ issues }) =>
    issues
      .flatMap(({ id, key, properties }) => {
        const marker = properties[PROPERTY];
        return marker ? [{ issueId: id, issueKey: key, marker }] : [];
      })
      .filter(({ marker }) => marker.intent === intent && marker.conversation === intent)
      .sort((one, other) => Number(one.issueId) - Number(other.issueId))
      .at(0),
  );
}

const FoundIssue = z.object({ id: IssueIdShape, key: z.string(), properties: Properties });

const READ = 'description,comment,status,statuscategorychangedate,assignee,reporter,project,issuetype';

/** Reads a request from Jira's database, not its index. Right after a creation it may answer `request-gone` for some seconds. */
export const readRequest = (jira: Jira, issueId: IssueId): Promise<JiraOutcome<RequestView>> => read(jira, issueId);

/** The same for a request that a person names. */
export const readRequestByKey = (jira: Jira, issueKey: string): Promise<JiraOutcome<RequestView>> =>
  read(jira, encodeURIComponent(issueKey));

async function read(jira: Jira, idOrKey: string): Promise<JiraOutcome<RequestView>> {
  const path = `/rest/api/3/issue/${idOrKey}?fields=${READ}&properties=${PROPERTY},${DESCRIBED}`;
  const answer = await ask(jira, { method: 'GET', path, as: 'app' }, IssueShape);
  return mapOutcome(answer, viewOf);
}
