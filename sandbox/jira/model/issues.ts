import type { Actor, Site } from '../jiraCall';
import type { AdfNode } from '../text/adf';
import { plainText } from '../text/adf';
import { byId, categoryOf, FIRST_STATUS, PRIORITIES, REQUEST_TYPE_FIELD, RESOLUTIONS, STATUSES } from './catalogue';
import { emitAssigned, emitCreated, emitDeleted, emitUpdated } from './events';
import { personOf } from './people';
import { reindex } from './searchIndex';
import type { Change, ChangeItem, Counter, Issue, Project } from './state';

/** The next id of its kind, as a string: ids are never given twice. */
export const nextId = (site: Site, counter: Counter): string => String((site.state.counters[counter] += 1));

export const projectOf = (site: Site, issue: Pick<Issue, 'projectId'>): Project =>
  byId(site.state.projects, issue.projectId);

/** What a new issue is made of; everything checked before. */
export type NewIssue = {
  readonly project: Project;
  readonly issueTypeId: string;
  readonly requestTypeId: string | null;
  readonly parentId?: string;
  readonly summary: string;
  readonly description: AdfNode | null;
  readonly reporter: string | null;
  readonly assignee?: string | null;
  readonly labels?: readonly string[];
  readonly priorityId?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly participants?: readonly string[];
  readonly clonedFrom?: { readonly id: string; readonly key: string };
};

export function createIssue(site: Site, actor: Actor, { project, clonedFrom, ...wish }: NewIssue): Issue {
  const now = site.now();
  const issue: Issue = {
    id: nextId(site, 'issue'),
    key: `${project.key}-${String((project.lastIssue += 1))}`,
    projectId: project.id,
    statusId: FIRST_STATUS,
    statusCategoryChangedAt: now,
    statusHistory: [{ statusId: FIRST_STATUS, at: now }],
    resolutionId: null,
    resolvedAt: null,
    creator: actor.person.accountId,
    created: now,
    updated: now,
    comments: [],
    history: [],
    index: [],
    ...wish,
    priorityId: wish.priorityId ?? '3',
    labels: [...(wish.labels ?? [])],
    assignee: wish.assignee ?? null,
    participants: [...(wish.participants ?? [])],
    properties: { ...wish.properties },
  };
  site.state.issues[issue.id] = issue;
  reindex(site, issue);
  emitCreated(site, actor, { issue, ...(clonedFrom && { clonedFrom }) });
  return issue;
}

/** Fields of an issue that may be changed together. Absent = unchanged. */
export type IssueChange = Partial<
  Pick<
    Issue,
    | 'summary'
    | 'description'
    | 'assignee'
    | 'reporter'
    | 'labels'
    | 'priorityId'
    | 'resolutionId'
    | 'statusId'
    | 'requestTypeId'
  >
>;

/** Applies the change, keeps it in the history and tells about it. A change that changes nothing leaves no trace. */
export function changeIssue(site: Site, actor: Actor, { issue, change }: { issue: Issue; change: IssueChange }): void {
  const items = changeItems(site, issue, change);
  if (items.length === 0) return;
  const now = site.now();
  const oldCategory = categoryOf(issue.statusId).key;
  const statusMoved = change.statusId !== undefined && change.statusId !== issue.statusId;
  Object.assign(issue, change, { updated: now });
  if (change.resolutionId !== undefined) issue.resolvedAt = change.resolutionId === null ? null : now;
  if (statusMoved) issue.statusHistory.unshift({ statusId: issue.statusId, at: now });
  if (categoryOf(issue.statusId).key !== oldCategory) issue.statusCategoryChangedAt = now;
  const kept: Change = { id: nextId(site, 'change'), author: actor.person.accountId, at: now, items };
  issue.history.push(kept);
  reindex(site, issue);
  if (items.some((item) => item.field === 'assignee')) emitAssigned(site, actor, { issue, items });
  emitUpdated(site, actor, { issue, items, changeId: kept.id, eventName: eventName(oldCategory, issue, statusMoved) });
}

function eventName(oldCategory: string, issue: Issue, statusMoved: boolean): string {
  const category = categoryOf(issue.statusId).key;
  if (!statusMoved) return 'issue_updated';
  if (category === 'done' && oldCategory !== 'done') return 'issue_resolved';
  return oldCategory === 'done' && category !== 'done' ? 'issue_reopened' : 'issue_generic';
}

export const subtasksOf = (site: Site, { id }: Issue): readonly Issue[] =>
  Object.values(site.state.issues).filter(({ parentId }) => parentId === id);

/** The issue, its sub-tasks and the links of both. */
export function deleteIssue(site: Site, actor: Actor, issue: Issue): void {
  for (const subtask of subtasksOf(site, issue)) deleteIssue(site, actor, subtask);
  Reflect.deleteProperty(site.state.issues, issue.id);
  Reflect.deleteProperty(site.state.writes, issue.id);
  site.state.links = site.state.links.filter((link) => ![link.inwardIssueId, link.outwardIssueId].includes(issue.id));
  emitDeleted(site, actor, issue);
}

type Shown = { readonly raw: string | null; readonly shown: string | null };

/** One item per field whose value really changes, in the words of the changelog. */
function changeItems(site: Site, issue: Issue, change: IssueChange): ChangeItem[] {
  const person = (accountId: string | null): Shown => ({
    raw: accountId,
    shown: accountId === null ? null : personOf(site, accountId).name,
  });
  const named = (items: readonly { id: string; name: string }[]) => (id: string | null) => ({
    raw: id,
    shown: id === null ? null : byId(items, id).name,
  });
  const plain = (value: string | null): Shown => ({ raw: null, shown: value });
  const requestTypes = projectOf(site, issue).requestTypes;
  return [
    item('resolution', issue.resolutionId, { next: change.resolutionId, show: named(RESOLUTIONS) }),
    item('status', issue.statusId, { next: change.statusId, show: named(STATUSES) }),
    item('summary', issue.summary, { next: change.summary, show: plain }),
    item('description', issue.description, { next: change.description, show: (doc) => plain(doc && plainText(doc)) }),
    item('assignee', issue.assignee, { next: change.assignee, show: person }),
    item('reporter', issue.reporter, { next: change.reporter, show: person }),
    item('priority', issue.priorityId, { next: change.priorityId, show: named(PRIORITIES) }),
    item('labels', issue.labels, { next: change.labels, show: (labels) => plain(labels.join(' ')) }),
    item(REQUEST_TYPE_FIELD, issue.requestTypeId, { next: change.requestTypeId, show: named(requestTypes) }),
  ].flat();
}

function item<Value>(
  fieldId: string,
  old: Value,
  { next, show }: { next: Value | undefined; show: (value: Value) => Shown },
): ChangeItem[] {
  if (next === undefined || JSON.stringify(next) === JSON.stringify(old)) return [];
  const custom = fieldId === REQUEST_TYPE_FIELD;
  const [before, after] = [show(old), show(next)];
  return [
    {
      field: custom ? 'Request Type' : fieldId,
      fieldtype: custom ? 'custom' : 'jira',
      fieldId,
      from: before.raw,
      fromString: before.shown,
      to: after.raw,
      toString: after.shown,
    },
  ];
}
