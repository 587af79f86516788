import type { JiraCall } from '../jiraCall';
import { personOf } from '../model/people';
import type { Comment, Issue } from '../model/state';
import { jiraTime, serviceDeskTime } from '../model/time';
import { isInternal } from '../model/visibility';
import { plainText } from '../text/adf';
import { shownDocument } from '../text/document';
import { toHtml } from '../text/html';
import { customerView, userById } from './personViews';

type About = { readonly issue: Issue; readonly comment: Comment; readonly expand?: string };

export const commentView = (call: JiraCall, { issue, comment, expand = '' }: About) => ({
  self: `${call.site.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
  id: comment.id,
  author: userById(call.site, comment.author, call.me),
  body: shownDocument(comment.body, call.version),
  ...(expand.includes('renderedBody') && { renderedBody: toHtml(comment.body) }),
  updateAuthor: userById(call.site, comment.updateAuthor, call.me),
  created: jiraTime(comment.created),
  updated: jiraTime(comment.updated),
  ...(comment.visibility && { visibility: comment.visibility }),
  jsdPublic: !isInternal(comment),
  ...(expand.includes('properties') && {
    properties: Object.entries(comment.properties).map(([key, value]) => ({ key, value })),
  }),
});

export const requestCommentView = (call: JiraCall, { issue, comment, expand = '' }: About) => ({
  _expands: ['attachment', 'renderedBody'],
  id: comment.id,
  body: plainText(comment.body),
  ...(expand.includes('renderedBody') && { renderedBody: { html: toHtml(comment.body) } }),
  public: !isInternal(comment) && comment.visibility === undefined,
  author: customerView(call.site, personOf(call.site, comment.author)),
  created: serviceDeskTime(comment.created, call.site.now()),
  _links: { self: `${call.site.baseUrl}/rest/servicedeskapi/request/${issue.id}/comment/${comment.id}` },
});
