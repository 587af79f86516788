import type { Actor, Site } from '../jiraCall';
import { categoryView, issueTypeView, statusView } from '../views/catalogueViews';
import { byId } from './catalogue';
import { typeOf } from './projects';
import { jiraTime } from './time';
import type { Attachment, ChangeItem, Comment, Issue } from './state';
import { isInternal } from './visibility';

/** Product events in the shapes Forge triggers receive them (jira.md section 6). */

type Created = { readonly issue: Issue; readonly clonedFrom?: { readonly id: string; readonly key: string } };

export const emitCreated = (site: Site, actor: Actor, { issue, ...from }: Created): void =>
  send(site, actor, { eventType: 'avi:jira:created:issue', issue: issueOf(site, issue), ...from });

export const emitDeleted = (site: Site, actor: Actor, issue: Issue): void =>
  send(site, actor, { eventType: 'avi:jira:deleted:issue', issue: issueOf(site, issue) });

type Updated = { issue: Issue; items: readonly Partial<ChangeItem>[]; changeId: string; eventName: string };

export function emitUpdated(site: Site, actor: Actor, { issue, items, changeId, eventName }: Updated): void {
  const status = items.find((item) => item.field === 'status');
  const statuses = status ? [status.from, status.to].flatMap((id) => (id ? [statusView(site, id)] : [])) : [];
  send(site, actor, {
    eventType: 'avi:jira:updated:issue',
    jiraEventTypeName: eventName,
    issue: issueOf(site, issue),
    changelog: { id: changeId, items },
    associatedStatuses: statuses,
  });
}

/** Sent for assigning and unassigning, beside the update. */
export function emitAssigned(site: Site, actor: Actor, { issue, items }: Pick<Updated, 'issue' | 'items'>): void {
  const changelog = { items: items.filter((item) => item.field === 'assignee') };
  send(site, actor, { eventType: 'avi:jira:assigned:issue', issue: issueOf(site, issue), changelog });
}

type About = { readonly issue: Issue; readonly comment: Comment };

/** For a new comment and for an edit alike: Forge knows no `updated:comment`. */
export const emitCommented = (site: Site, actor: Actor, { issue, comment }: About): void =>
  send(site, actor, {
    eventType: 'avi:jira:commented:issue',
    issue: issueOf(site, issue),
    comment: { ...commentOf(comment), body: comment.body, jsdPublic: !isInternal(comment) },
  });

type Attached = {
  readonly issue: Issue;
  readonly attachment: Attachment;
  readonly eventType: 'avi:jira:created:attachment' | 'avi:jira:deleted:attachment';
};

/** Tells of a file without its issue's fields; the size is a text. */
export const emitAttachment = (site: Site, actor: Actor, { issue, attachment, eventType }: Attached): void =>
  send(site, actor, {
    eventType,
    attachment: {
      id: attachment.id,
      issueId: issue.id,
      projectId: issue.projectId,
      fileName: attachment.fileName,
      createDate: jiraTime(attachment.created),
      size: String(attachment.size),
      mimeType: attachment.mimeType,
      author: account(attachment.author),
    },
  });

export const emitCommentDeleted = (site: Site, actor: Actor, { issue, comment }: About): void =>
  send(site, actor, {
    eventType: 'avi:jira:deleted:comment',
    issue: issueOf(site, issue),
    comment: commentOf(comment),
  });

function send(site: Site, actor: Actor, event: { eventType: string; [field: string]: unknown }): void {
  site.emit(
    structuredClone({
      ...event,
      selfGenerated: actor.asApp,
      atlassianId: actor.person.accountId,
      associatedUsers: [{ accountId: actor.person.accountId }],
      timestamp: String(site.now()),
      ...(actor.trace !== undefined && { webhookTraceValue: actor.trace }),
    }),
  );
}

const account = (accountId: string | null) => (accountId === null ? null : { accountId });

const commentOf = (comment: Comment) => ({
  id: comment.id,
  author: account(comment.author),
  updateAuthor: account(comment.updateAuthor),
  created: jiraTime(comment.created),
  updated: jiraTime(comment.updated),
});

/** The few fields an event carries: description, properties and request type are not among them. */
function issueOf(site: Site, issue: Issue) {
  const project = byId(site.state.projects, issue.projectId);
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.summary,
      issuetype: issueTypeView(site, issue.issueTypeId),
      creator: account(issue.creator),
      created: jiraTime(issue.created),
      project: {
        self: `${site.baseUrl}/rest/api/3/project/${project.id}`,
        id: project.id,
        key: project.key,
        name: project.name,
        projectTypeKey: typeOf(project),
        simplified: false,
      },
      reporter: account(issue.reporter),
      assignee: account(issue.assignee),
      updated: jiraTime(issue.updated),
      status: { ...statusView(site, issue.statusId), statusCategory: categoryView(site, issue.statusId) },
    },
  };
}
