import type { Actor, Site } from '../jiraCall';
import { refuse, refuseField } from '../refusal';
import { plainText, type AdfNode } from '../text/adf';
import { emitCommentDeleted, emitCommented, emitUpdated } from './events';
import { nextId } from './issues';
import { may } from './permissions';
import { reindex } from './searchIndex';
import type { ChangeItem, Comment, Issue, Visibility } from './state';
import { isInternal } from './visibility';

/** Comments one issue may hold; more is 413 (jira.md 3.5). */
const COMMENT_LIMIT = 5_000;

export type NewComment = {
  readonly body: AdfNode;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly visibility?: Visibility;
};

/** Adds without telling anybody; `announceComment` does that. @throws Refusal */
export function addComment(site: Site, actor: Actor, { issue, ...wish }: NewComment & { issue: Issue }): Comment {
  if (actor.person.role === 'customer' && (isInternal(wish) || wish.visibility))
    throw refuseField('comment', 'You do not have the permission to add an internal comment.');
  if (issue.comments.length >= COMMENT_LIMIT)
    throw refuse(413, 'The number of comments on this issue has reached the allowed limit of 5,000.');
  const now = site.now();
  const author = actor.person.accountId;
  const { body, visibility } = wish;
  const comment: Comment = {
    id: nextId(site, 'comment'),
    author,
    updateAuthor: author,
    body,
    created: now,
    updated: now,
    properties: { ...wish.properties },
    ...(visibility && { visibility }),
  };
  issue.comments.push(comment);
  issue.updated = now;
  reindex(site, issue);
  return comment;
}

type About = { readonly issue: Issue; readonly comment: Comment };

/** The comment event, and the shadow update Jira sends beside it (jira.md 6.1). */
export function announceComment(site: Site, actor: Actor, { issue, comment }: About): void {
  emitCommented(site, actor, { issue, comment });
  shadow(site, actor, { issue, eventName: 'issue_commented', to: comment });
}

/** Who may change a comment: their own, or everybody's with the permission for it. @throws Refusal */
export function assertMayChange(
  site: Site,
  actor: Actor,
  { issue, comment, verb }: About & { verb: 'edit' | 'delete' },
) {
  const own = comment.author === actor.person.accountId;
  const [ownKey, allKey] =
    verb === 'edit' ? ['EDIT_OWN_COMMENTS', 'EDIT_ALL_COMMENTS'] : ['DELETE_OWN_COMMENTS', 'DELETE_ALL_COMMENTS'];
  if (may({ site, me: actor.person }, allKey, issue) || (own && may({ site, me: actor.person }, ownKey, issue))) return;
  throw refuse(400, `You do not have the permission to ${verb} this comment.`);
}

type Edit = {
  readonly body?: AdfNode;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly visibility?: Visibility;
};

/** A body-only edit keeps the properties, hence public or internal (jira.md 3.3). */
export function editComment(site: Site, actor: Actor, { issue, comment, edit }: About & { edit: Edit }): void {
  const before = { ...comment };
  const { body = comment.body, visibility } = edit;
  Object.assign(comment, { body, updateAuthor: actor.person.accountId, updated: site.now() });
  if (visibility) comment.visibility = visibility;
  comment.properties = { ...comment.properties, ...edit.properties };
  issue.updated = comment.updated;
  reindex(site, issue);
  emitCommented(site, actor, { issue, comment });
  shadow(site, actor, { issue, eventName: 'issue_comment_edited', from: before, to: comment });
}

export function deleteComment(site: Site, actor: Actor, { issue, comment }: About): void {
  issue.comments = issue.comments.filter((one) => one.id !== comment.id);
  issue.updated = site.now();
  reindex(site, issue);
  emitCommentDeleted(site, actor, { issue, comment });
  shadow(site, actor, { issue, eventName: 'issue_comment_deleted', from: comment });
}

type Shadow = { readonly issue: Issue; readonly eventName: string; readonly from?: Comment; readonly to?: Comment };

/** Not kept in the changelog: comments have their own list. */
function shadow(site: Site, actor: Actor, { issue, eventName, from, to }: Shadow): void {
  const item: Partial<ChangeItem> = {
    field: 'Comment',
    from: from?.id ?? null,
    fromString: from ? plainText(from.body) : null,
    to: to?.id ?? null,
    toString: to ? plainText(to.body) : null,
  };
  emitUpdated(site, actor, { issue, items: [item], changeId: nextId(site, 'change'), eventName });
}
