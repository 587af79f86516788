import type { JiraCall, Site } from '../jiraCall';
import { byId, FIELDS, LINK_TYPES, REQUEST_TYPE_FIELD } from '../model/catalogue';
import { projectOf, subtasksOf } from '../model/issues';
import type { Issue, IssueLink } from '../model/state';
import { jiraTime } from '../model/time';
import type { Json } from '../read';
import { maySeeComment } from '../model/visibility';
import { shownDocument } from '../text/document';
import { toHtml } from '../text/html';
import { attachmentView } from './attachmentViews';
import {
  categoryView,
  issueTypeView,
  linkTypeView,
  priorityView,
  projectView,
  resolutionView,
  statusView,
} from './catalogueViews';
import { changelogView } from './changelogViews';
import { commentView } from './commentViews';
import { userById } from './personViews';
import { currentStatus, requestLinks, requestTypeView } from './requestViews';

export type IssueAsk = {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: string;
};

/** The issue as the platform API shows it: only what was asked for. */
export function issueView(call: JiraCall, issue: Issue, ask: IssueAsk) {
  const { site } = call;
  const wanted = wantedFields(ask.fields);
  const fields = Object.fromEntries(wanted.map((name) => [name, FIELD_VIEWS[name]?.(call, issue)]));
  const properties = Object.entries(issue.properties).filter(
    ([key]) => ask.properties.includes(key) || ask.properties.includes('*all'),
  );
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(ask.expand.includes('changelog') && { changelog: changelogView(call, issue.history.toReversed()) }),
    ...(ask.expand.includes('names') && { names: Object.fromEntries(FIELDS.map(({ id, name }) => [id, name])) }),
    ...(ask.expand.includes('renderedFields') && {
      renderedFields: { description: issue.description ? toHtml(issue.description) : '' },
    }),
    ...(ask.properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(wanted.length > 0 && { fields }),
  };
}

/** `*all`, `*navigable`, names, and `-name` to leave one out. Unknown names are ignored, as Jira does. */
function wantedFields(asked: readonly string[]): readonly string[] {
  const all = Object.keys(FIELD_VIEWS);
  const every = asked.includes('*all') || asked.every((name) => name.startsWith('-'));
  const navigable = asked.includes('*navigable') ? all.filter((name) => name !== 'comment') : [];
  const named = every ? all : [...navigable, ...all.filter((name) => asked.includes(name))];
  return [...new Set(named)].filter((name) => !asked.includes(`-${name}`));
}

type FieldView = (call: JiraCall, issue: Issue) => unknown;
const person =
  (pick: (issue: Issue) => string | null): FieldView =>
  (call, issue) =>
    userById(call.site, pick(issue), call.me);

const FIELD_VIEWS: Readonly<Record<string, FieldView>> = {
  summary: (_call, issue) => issue.summary,
  description: (call, issue) => shownDocument(issue.description, call.version),
  issuetype: ({ site }, issue) => issueTypeView(site, issue.issueTypeId),
  project: ({ site }, issue) => projectView(site, projectOf(site, issue)),
  status: ({ site }, issue) => statusView(site, issue.statusId),
  statusCategory: ({ site }, issue) => categoryView(site, issue.statusId),
  statuscategorychangedate: (_call, issue) => jiraTime(issue.statusCategoryChangedAt),
  resolution: ({ site }, issue) => (issue.resolutionId === null ? null : resolutionView(site, issue.resolutionId)),
  resolutiondate: (_call, issue) => (issue.resolvedAt === null ? null : jiraTime(issue.resolvedAt)),
  priority: ({ site }, issue) => priorityView(site, issue.priorityId),
  labels: (_call, issue) => issue.labels,
  assignee: person((issue) => issue.assignee),
  reporter: person((issue) => issue.reporter),
  creator: person((issue) => issue.creator),
  created: (_call, issue) => jiraTime(issue.created),
  updated: (_call, issue) => jiraTime(issue.updated),
  comment: commentField,
  attachment: (call, issue) => (issue.attachments ?? []).map((attachment) => attachmentView(call, attachment)),
  parent: ({ site }, { parentId }) => (parentId === undefined ? undefined : linkedIssue(site, parentId)),
  subtasks: ({ site }, issue) => subtasksOf(site, issue).map(({ id }) => linkedIssue(site, id)),
  issuelinks: ({ site }, issue) => site.state.links.flatMap((link) => linkView(site, link, issue)),
  [REQUEST_TYPE_FIELD]: ({ site }, issue) => requestTypeField(site, issue),
};

/** The first page only: the comment list has the rest (jira.md 3.4). */
function commentField(call: JiraCall, issue: Issue) {
  const seen = issue.comments.filter((comment) => maySeeComment(call.me, comment));
  const comments = seen.slice(0, 100).map((comment) => commentView(call, { issue, comment }));
  const self = `${call.site.baseUrl}/rest/api/3/issue/${issue.id}/comment`;
  return { comments, self, maxResults: comments.length, total: seen.length, startAt: 0 };
}

/** A link as seen from one of its ends. */
export function linkView(site: Site, link: IssueLink, from: Issue): readonly Json[] {
  const type = linkTypeView(site, byId(LINK_TYPES, link.typeId));
  const own = { id: link.id, self: `${site.baseUrl}/rest/api/3/issueLink/${link.id}`, type };
  if (link.outwardIssueId === from.id) return [{ ...own, inwardIssue: linkedIssue(site, link.inwardIssueId) }];
  if (link.inwardIssueId === from.id) return [{ ...own, outwardIssue: linkedIssue(site, link.outwardIssueId) }];
  return [];
}

export function linkedIssue(site: Site, id: string) {
  const issue = site.state.issues[id];
  if (!issue) throw new Error(`a link points to issue ${id}, which is gone`);
  const fields = {
    summary: issue.summary,
    status: statusView(site, issue.statusId),
    priority: priorityView(site, issue.priorityId),
    issuetype: issueTypeView(site, issue.issueTypeId),
  };
  return { id: issue.id, key: issue.key, self: `${site.baseUrl}/rest/api/3/issue/${issue.id}`, fields };
}

function requestTypeField(site: Site, issue: Issue) {
  if (issue.requestTypeId === null) return null;
  const project = projectOf(site, issue);
  return {
    _links: { ...requestLinks(site, issue), agent: `${site.baseUrl}/browse/${issue.key}` },
    requestType: requestTypeView(site, project, byId(project.requestTypes, issue.requestTypeId)),
    currentStatus: currentStatus(site, issue.statusHistory[0] ?? { statusId: issue.statusId, at: issue.created }),
  };
}
