import type { Actor, Site } from '../jiraCall';
import { byId, ISSUE_TYPES, type IssueType, LINK_TYPES } from './catalogue';
import { addComment, announceComment } from './comments';
import { emitUpdated } from './events';
import { createIssue, nextId, projectOf } from './issues';
import { reindex } from './searchIndex';
import type { ChangeItem, Issue, Project } from './state';
import { doTransition, transitionsFor } from './transitions';

type Moving = { readonly issue: Issue; readonly project: Project };

/** Moves the issue to another project: a new key, the same id. The old key goes on leading to it. */
export function moveIssue(site: Site, actor: Actor, { issue, project }: Moving): void {
  const from = projectOf(site, issue);
  const oldKey = issue.key;
  issue.formerKeys = [...(issue.formerKeys ?? []), oldKey];
  issue.key = `${project.key}-${String((project.lastIssue += 1))}`;
  issue.projectId = project.id;
  issue.requestTypeId = project.requestTypes.find(({ id }) => id === issue.requestTypeId)?.id ?? null;
  issue.updated = site.now();
  const items = [
    changed('project', { from: [from.id, from.name], to: [project.id, project.name] }, 'project'),
    changed('Key', { from: [null, oldKey], to: [null, issue.key] }),
  ];
  const changeId = nextId(site, 'change');
  issue.history.push({ id: changeId, author: actor.person.accountId, at: site.now(), items });
  reindex(site, issue);
  emitUpdated(site, actor, { issue, items, changeId, eventName: 'issue_moved' });
}

/** The issue becomes one of another type; a request type of the old one is lost with it. The key stays. */
export function changeIssueType(site: Site, actor: Actor, { issue, to }: { issue: Issue; to: IssueType }): void {
  const from = byId(ISSUE_TYPES, issue.issueTypeId);
  const requestType = projectOf(site, issue).requestTypes.find(({ id }) => id === issue.requestTypeId);
  issue.issueTypeId = to.id;
  if (requestType?.issueTypeId !== to.id) issue.requestTypeId = null;
  issue.updated = site.now();
  const items = [changed('issuetype', { from: [from.id, from.name], to: [to.id, to.name] }, 'issuetype')];
  const changeId = nextId(site, 'change');
  issue.history.push({ id: changeId, author: actor.person.accountId, at: site.now(), items });
  reindex(site, issue);
  emitUpdated(site, actor, { issue, items, changeId, eventName: 'issue_updated' });
}

/** A copy of the issue with all its properties: whether Jira copies them is not documented, so the worse case is played. */
export function cloneIssue(site: Site, actor: Actor, issue: Issue): Issue {
  const { issueTypeId, requestTypeId, description, reporter, labels, properties, participants } =
    structuredClone(issue);
  const wish = { issueTypeId, requestTypeId, description, reporter, labels, properties, participants };
  const project = projectOf(site, issue);
  const summary = `CLONE - ${issue.summary}`;
  const clone = createIssue(site, actor, { project, summary, ...wish, clonedFrom: { id: issue.id, key: issue.key } });
  link(site, { typeName: 'Cloners', inward: clone, outward: issue });
  return clone;
}

/** Merges as JSM does: a link, a comment on both, and the merged one is done (jira.md 6.5). */
export function mergeIssues(site: Site, actor: Actor, { issue, into }: { issue: Issue; into: Issue }): void {
  link(site, { typeName: 'Duplicate', inward: issue, outward: into });
  tell(site, actor, { issue: into, text: `${issue.key} was merged into this work item.` });
  tell(site, actor, { issue, text: `This work item was merged into ${into.key}.` });
  const transition = transitionsFor(site, actor, issue).find(({ name }) => name === 'Resolve');
  if (transition) doTransition(site, actor, { issue, transition, change: { resolutionId: '10002' }, comments: [] });
}

function tell(site: Site, actor: Actor, { issue, text }: { issue: Issue; text: string }): void {
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const properties = { 'sd.public.comment': { internal: true } };
  announceComment(site, actor, { issue, comment: addComment(site, actor, { issue, body, properties }) });
}

function link(site: Site, { typeName, inward, outward }: { typeName: string; inward: Issue; outward: Issue }): void {
  const type = LINK_TYPES.find(({ name }) => name === typeName);
  if (!type) throw new Error(`the sandbox's Jira knows no link type ${typeName}`);
  const ends = { inwardIssueId: inward.id, outwardIssueId: outward.id };
  site.state.links.push({ id: nextId(site, 'link'), typeId: type.id, ...ends });
}

type Values = readonly [raw: string | null, shown: string];

const changed = (field: string, { from, to }: { from: Values; to: Values }, fieldId?: string): ChangeItem => ({
  field,
  fieldtype: 'jira',
  ...(fieldId !== undefined && { fieldId }),
  from: from[0],
  fromString: from[1],
  to: to[0],
  toString: to[1],
});
