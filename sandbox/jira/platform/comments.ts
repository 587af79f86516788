import { param, type JiraCall } from '../jiraCall';
import {
  addComment,
  announceComment,
  assertMayChange,
  deleteComment,
  editComment,
  type NewComment,
} from '../model/comments';
import { may, visibleIssue } from '../model/permissions';
import type { Comment, Issue, Visibility } from '../model/state';
import { maySeeComment } from '../model/visibility';
import { list, pageOf, record, text, type Json } from '../read';
import { noSuchIssue, refuse } from '../refusal';
import { created, noContent, ok, route, type Answer, type Route } from '../router';
import { acceptDocument } from '../text/document';
import { commentView } from '../views/commentViews';
import { readProperties } from './issueFields';

export const commentRoutes: readonly Route[] = [
  route('POST /comment/list', listByIds),
  route('GET /issue/:issue/comment', listOfIssue),
  route('POST /issue/:issue/comment', add),
  route('GET /issue/:issue/comment/:comment', get),
  route('PUT /issue/:issue/comment/:comment', edit),
  route('DELETE /issue/:issue/comment/:comment', remove),
];

const issueOf = (call: JiraCall): Issue => visibleIssue(call.site, call.me, param(call, 'issue'));

function commentOf(call: JiraCall, issue: Issue): Comment {
  const id = param(call, 'comment');
  const comment = issue.comments.find((one) => one.id === id);
  if (!comment || !maySeeComment(call.me, comment)) throw refuse(404, `Can not find a comment for the id: ${id}.`);
  return comment;
}

/** Never more than 100, whatever is asked (jira.md 3.4). */
const PAGE_CAP = 100;

function listOfIssue(call: JiraCall): Answer {
  const issue = issueOf(call);
  const seen = issue.comments.filter((comment) => maySeeComment(call.me, comment));
  const { query } = call;
  const order = query.get('orderBy') ?? 'created';
  if (!['created', '+created', '-created'].includes(order)) throw refuse(400, `'${order}' is not a valid order.`);
  const sorted = order === '-created' ? seen.toReversed() : seen;
  const asked = { startAt: query.get('startAt'), maxResults: query.get('maxResults') };
  const { values, ...page } = pageOf(sorted, { ...asked, standard: PAGE_CAP, cap: PAGE_CAP });
  const expand = query.get('expand') ?? '';
  return ok(
    { ...page, comments: values.map((comment) => commentView(call, { issue, comment, expand })) },
    values.length,
  );
}

/** Up to 1,000 ids; those that are gone or hidden are left out. The only way to read properties in bulk. */
function listByIds(call: JiraCall): Answer {
  const ids = list(call.body.ids).flatMap((id) => text(id) ?? []);
  if (ids.length === 0 || ids.length > 1_000) throw refuse(400, 'Between 1 and 1000 comment ids must be given.');
  const expand = call.query.get('expand') ?? '';
  const values = Object.values(call.site.state.issues)
    .filter((issue) => may(call, 'BROWSE_PROJECTS', issue))
    .flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
    .filter(({ comment }) => ids.includes(comment.id) && maySeeComment(call.me, comment))
    .map((about) => commentView(call, { ...about, expand }));
  return ok({ startAt: 0, maxResults: 1_048_576, total: values.length, isLast: true, values }, values.length);
}

function get(call: JiraCall): Answer {
  const issue = issueOf(call);
  return ok(commentView(call, { issue, comment: commentOf(call, issue), expand: call.query.get('expand') ?? '' }));
}

function add(call: JiraCall): Answer {
  const issue = issueOf(call);
  if (!may(call, 'ADD_COMMENTS', issue))
    throw refuse(400, `${call.me.name}, you do not have the permission to comment on this issue.`);
  const comment = addComment(call.site, call.actor, { issue, ...readComment(call, call.body) });
  announceComment(call.site, call.actor, { issue, comment });
  return created(commentView(call, { issue, comment, expand: call.query.get('expand') ?? '' }));
}

/** A comment as create, edit and transition calls carry it. */
export function readComment(call: JiraCall, body: Json): NewComment {
  const visibility = readVisibility(body.visibility);
  return {
    body: acceptDocument('comment', body.body, call.version),
    properties: readProperties(body.properties),
    ...(visibility && { visibility }),
  };
}

function readVisibility(value: unknown): Visibility | undefined {
  const { type, value: name, identifier } = record(value);
  if (type !== 'role' && type !== 'group') return undefined;
  const shown = text(name) ?? text(identifier);
  if (shown === undefined) throw refuse(400, 'The visibility has to name a role or a group.');
  return { type, value: shown, identifier: text(identifier) ?? shown };
}

function edit(call: JiraCall): Answer {
  const issue = issueOf(call);
  const comment = commentOf(call, issue);
  assertMayChange(call.site, call.actor, { issue, comment, verb: 'edit' });
  editComment(call.site, call.actor, { issue, comment, edit: readComment(call, call.body) });
  return ok(commentView(call, { issue, comment, expand: call.query.get('expand') ?? '' }));
}

function remove(call: JiraCall): Answer {
  const issue = issueOf(call);
  const comment = commentOf(call, issue);
  assertMayChange(call.site, call.actor, { issue, comment, verb: 'delete' });
  deleteComment(call.site, call.actor, { issue, comment });
  return noContent();
}

/** A comment by its id alone, as property calls name it. */
export function commentById(call: JiraCall, id: string): { issue: Issue; comment: Comment } {
  for (const issue of Object.values(call.site.state.issues)) {
    const comment = issue.comments.find((one) => one.id === id);
    if (comment && may(call, 'BROWSE_PROJECTS', issue) && maySeeComment(call.me, comment)) return { issue, comment };
  }
  throw noSuchIssue();
}
