import { z } from 'zod';
import type { Jira } from '../app/ports';
import type { IssueId, ProjectId } from '../domain/ids';
import { ask, mapOutcome, type JiraOutcome } from './outcome';

/** May the user of this invocation answer the customer of this request: an agent who may comment on it. */
export const mayAnswer = (jira: Jira, issueId: IssueId): Promise<JiraOutcome<boolean>> =>
  holds(jira, ['ADD_COMMENTS', 'SERVICEDESK_AGENT'], `&issueId=${issueId}`);

/** May the user of this invocation configure this project. */
export const mayAdminister = (jira: Jira, project: ProjectId): Promise<JiraOutcome<boolean>> =>
  holds(jira, ['ADMINISTER_PROJECTS'], `&projectId=${project}`);

/** May the user of this invocation configure the whole site. */
export const isSiteAdmin = (jira: Jira): Promise<JiraOutcome<boolean>> => holds(jira, ['ADMINISTER'], '');

/** All of the permissions, or not. A place the user cannot see grants nothing: Jira answers 404 there. */
async function holds(jira: Jira, permissions: readonly string[], where: string): Promise<JiraOutcome<boolean>> {
  const path = `/rest/api/3/mypermissions?permissions=${permissions.join(',')}${where}`;
  const read = await ask(jira, { method: 'GET', path, as: 'user' }, Granted);
  if (read.kind === 'refused') return { kind: 'ok', value: false };
  return mapOutcome(read, (granted) => permissions.every((name) => granted.permissions[name]?.havePermission === true));
}

const Granted = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
