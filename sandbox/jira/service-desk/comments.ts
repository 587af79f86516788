import { param, type JiraCall } from '../jiraCall';
import { filesIn } from '../model/attachments';
import { addComment, announceComment } from '../model/comments';
import { isStaff } from '../model/permissions';
import type { Comment, Issue } from '../model/state';
import { isInternal, maySeeComment, PUBLIC_COMMENT_KEY } from '../model/visibility';
import { text } from '../read';
import { Refusal } from '../refusal';
import { created, ok, route, type Answer, type Route } from '../router';
import { acceptDocument } from '../text/document';
import { requestAttachmentView } from '../views/attachmentViews';
import { requestCommentView } from '../views/commentViews';
import { pagedView } from '../views/requestViews';
import { requestOf } from './requests';

export const requestCommentRoutes: readonly Route[] = [
  route('GET /request/:request/comment', list),
  route('POST /request/:request/comment', add),
  route('GET /request/:request/comment/:comment', get),
  route('GET /request/:request/comment/:comment/attachment', (call) => {
    const { issue, comment } = found(call);
    const files = filesIn(issue, comment.body).map((file) => requestAttachmentView(call, file));
    return ok(pagedView(call, files, `request/${issue.id}/comment/${comment.id}/attachment`), files.length);
  }),
];

const isPublic = (comment: Comment): boolean => !isInternal(comment) && comment.visibility === undefined;

/** Oldest first; `public` and `internal` choose, both by default. */
function list(call: JiraCall): Answer {
  const issue = requestOf(call);
  const wanted = (name: string) => call.query.get(name) !== 'false';
  const expand = call.query.get('expand') ?? '';
  const seen = issue.comments
    .filter((comment) => maySeeComment(call.me, comment))
    .filter((comment) => wanted(isPublic(comment) ? 'public' : 'internal'))
    .map((comment) => requestCommentView(call, { issue, comment, expand }));
  const body = pagedView(call, seen, `request/${issue.id}/comment`);
  return ok(body, body.size);
}

function found(call: JiraCall): { issue: Issue; comment: Comment } {
  const issue = requestOf(call);
  const comment = issue.comments.find(({ id }) => id === param(call, 'comment'));
  if (comment && maySeeComment(call.me, comment)) return { issue, comment };
  throw new Refusal(404, { message: 'The comment does not exist.', i18nKey: 'sd.request.comment.error.notfound' });
}

function get(call: JiraCall): Answer {
  return ok(requestCommentView(call, { ...found(call), expand: call.query.get('expand') ?? '' }));
}

/** The body is wiki markup; customers write publicly only (jira.md 3.1). */
function add(call: JiraCall): Answer {
  const { site, actor, me, body } = call;
  const issue = requestOf(call);
  const internal = body.public === false;
  if (!isStaff(me) && (internal || !site.state.switches.customersMayCommentInPortal)) throw notAllowed();
  const document = acceptDocument('comment', text(body.body) ?? '', 2);
  const properties = internal ? { [PUBLIC_COMMENT_KEY]: { internal: true } } : {};
  const comment = addComment(site, actor, { issue, body: document, properties });
  announceComment(site, actor, { issue, comment });
  return created(requestCommentView(call, { issue, comment }));
}

const notAllowed = () =>
  new Refusal(403, {
    message: 'You do not have permission to add this comment.',
    i18nKey: 'sd.request.comment.error.no.permission',
  });
