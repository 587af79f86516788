import { param, type JiraCall } from '../jiraCall';
import { byId, LINK_TYPES, type LinkType } from '../model/catalogue';
import { nextId } from '../model/issues';
import { may, visibleIssue } from '../model/permissions';
import type { ChangeItem, Issue, IssueLink } from '../model/state';
import { record, text } from '../read';
import { noSuchIssue, refuse } from '../refusal';
import { created, noContent, ok, route, type Answer, type Route } from '../router';
import { linkTypeView } from '../views/catalogueViews';
import { linkedIssue } from '../views/issueViews';
import { readCommentUpdates } from './issues';
import { addComment, announceComment } from '../model/comments';

export const linkRoutes: readonly Route[] = [
  route('GET /issueLinkType', ({ site }) =>
    ok({ issueLinkTypes: LINK_TYPES.map((one) => linkTypeView(site, one)) }, 4),
  ),
  route('GET /issueLinkType/:type', ({ site, params }) => ok(linkTypeView(site, byId(LINK_TYPES, params.type ?? '')))),
  route('POST /issueLink', link),
  route('GET /issueLink/:link', get),
  route('DELETE /issueLink/:link', remove),
];

function end(call: JiraCall, value: unknown): Issue {
  const { id, key } = record(value);
  const name = text(id) ?? text(key);
  if (name === undefined)
    throw refuse(400, 'Either an issue id or an issue key has to be given for each end of the link.');
  return visibleIssue(call.site, call.me, name);
}

function typeOf(value: unknown): LinkType {
  const { id, name } = record(value);
  const found = LINK_TYPES.find((type) => type.id === text(id) || type.name === name);
  if (!found) throw refuse(404, `No issue link type with name '${text(name) ?? text(id) ?? ''}' found.`);
  return found;
}

/** Linking the same two issues twice the same way changes nothing, as in Jira. */
function link(call: JiraCall): Answer {
  const { site, me, actor } = call;
  const type = typeOf(call.body.type);
  const [inward, outward] = [end(call, call.body.inwardIssue), end(call, call.body.outwardIssue)];
  if (!may({ site, me }, 'LINK_ISSUES', inward)) throw refuse(401, 'No Link Issue Permission for issue.');
  if (inward.id === outward.id) throw refuse(400, 'You cannot link an issue to itself.');
  const wish = { typeId: type.id, inwardIssueId: inward.id, outwardIssueId: outward.id };
  const known = site.state.links.some(
    (one) => one.typeId === wish.typeId && one.inwardIssueId === inward.id && one.outwardIssueId === outward.id,
  );
  if (!known) {
    site.state.links.push({ id: nextId(site, 'link'), ...wish });
    keepInHistory(call, inward, linkItem(outward, `This work item ${type.outward} ${outward.key}`));
    keepInHistory(call, outward, linkItem(inward, `This work item ${type.inward} ${inward.key}`));
  }
  for (const comment of readCommentUpdates(call, call.body.comment === undefined ? [] : [{ add: call.body.comment }])) {
    const added = addComment(site, actor, { issue: inward, ...comment });
    announceComment(site, actor, { issue: inward, comment: added });
  }
  return created(undefined);
}

const linkItem = (other: Issue, words: string): ChangeItem => ({
  field: 'Link',
  fieldtype: 'jira',
  from: null,
  fromString: null,
  to: other.key,
  toString: words,
});

/** Links are kept in the history, but Jira sends no `updated:issue` for them. */
function keepInHistory(call: JiraCall, issue: Issue, item: ChangeItem): void {
  const { site, me } = call;
  issue.history.push({ id: nextId(site, 'change'), author: me.accountId, at: site.now(), items: [item] });
}

function linkOf(call: JiraCall): IssueLink {
  const id = param(call, 'link');
  const found = call.site.state.links.find((one) => one.id === id);
  if (!found) throw refuse(404, `No issue link with id '${id}' exists.`);
  visibleIssue(call.site, call.me, found.inwardIssueId);
  return found;
}

function get(call: JiraCall): Answer {
  const { id, typeId, inwardIssueId, outwardIssueId } = linkOf(call);
  return ok({
    id,
    self: `${call.site.baseUrl}/rest/api/3/issueLink/${id}`,
    type: linkTypeView(call.site, byId(LINK_TYPES, typeId)),
    inwardIssue: linkedIssue(call.site, inwardIssueId),
    outwardIssue: linkedIssue(call.site, outwardIssueId),
  });
}

function remove(call: JiraCall): Answer {
  const { id, inwardIssueId } = linkOf(call);
  const issue = call.site.state.issues[inwardIssueId];
  if (!issue || !may(call, 'LINK_ISSUES', issue)) throw noSuchIssue();
  call.site.state.links = call.site.state.links.filter((one) => one.id !== id);
  return noContent();
}
