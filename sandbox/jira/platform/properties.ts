import { param, type JiraCall } from '../jiraCall';
import { editComment, assertMayChange } from '../model/comments';
import { may, visibleIssue } from '../model/permissions';
import { reindex } from '../model/searchIndex';
import type { Issue } from '../model/state';
import { PUBLIC_COMMENT_KEY } from '../model/visibility';
import { refuse } from '../refusal';
import { noContent, ok, route, type Answer, type Route } from '../router';
import { commentById } from './comments';
import { assertProperty } from './issueFields';

/** Entity properties of issues and comments. Forge has no product event for them. */
export const propertyRoutes: readonly Route[] = [
  route('GET /issue/:issue/properties', (call) => keys(call, issueHolder(call, 'BROWSE_PROJECTS').properties)),
  route('GET /issue/:issue/properties/:key', (call) => read(call, issueHolder(call, 'BROWSE_PROJECTS').properties)),
  route('PUT /issue/:issue/properties/:key', (call) => changeOnIssue(call, written)),
  route('DELETE /issue/:issue/properties/:key', (call) => changeOnIssue(call, removed)),
  route('GET /comment/:comment/properties', (call) => keys(call, commentHolder(call).comment.properties)),
  route('GET /comment/:comment/properties/:key', (call) => read(call, commentHolder(call).comment.properties)),
  route('PUT /comment/:comment/properties/:key', (call) => changeOnComment(call, written)),
  route('DELETE /comment/:comment/properties/:key', (call) => changeOnComment(call, removed)),
];

function issueHolder(call: JiraCall, permission: string): Issue {
  const issue = visibleIssue(call.site, call.me, param(call, 'issue'));
  if (!may(call, permission, issue)) throw refuse(403, 'You do not have permission to edit issues in this project.');
  return issue;
}
const commentHolder = (call: JiraCall) => commentById(call, param(call, 'comment'));

type Properties = Readonly<Record<string, unknown>>;

function keys(call: JiraCall, properties: Properties): Answer {
  const self = `${call.site.baseUrl}/rest/api/3`;
  return ok({ keys: Object.keys(properties).map((key) => ({ self: `${self}/properties/${key}`, key })) });
}

function read(call: JiraCall, properties: Properties): Answer {
  const key = param(call, 'key');
  if (!Object.hasOwn(properties, key)) throw refuse(404, `The property with key '${key}' does not exist.`);
  return ok({ key, value: properties[key] });
}

type Change = (call: JiraCall, before: Properties) => Written;

function changeOnIssue(call: JiraCall, change: Change): Answer {
  const issue = issueHolder(call, 'EDIT_ISSUES');
  const { answer, properties } = change(call, issue.properties);
  issue.properties = properties;
  reindex(call.site, issue);
  return answer;
}

function changeOnComment(call: JiraCall, change: Change): Answer {
  const { issue, comment } = commentHolder(call);
  assertMayChange(call.site, call.actor, { issue, comment, verb: 'edit' });
  const { answer, properties } = change(call, comment.properties);
  const wasInternal = JSON.stringify(comment.properties[PUBLIC_COMMENT_KEY]);
  comment.properties = properties;
  // Turning a comment public or internal is an edit that triggers tell; any other property is silent.
  if (JSON.stringify(properties[PUBLIC_COMMENT_KEY]) !== wasInternal)
    editComment(call.site, call.actor, { issue, comment, edit: {} });
  return answer;
}

/** 201 for a new key, 200 for a known one, 204 for a deletion. */
type Written = { readonly answer: Answer; readonly properties: Record<string, unknown> };

function written(call: JiraCall, before: Properties): Written {
  const key = param(call, 'key');
  const value = call.rawBody;
  assertProperty(key, value);
  const status = Object.hasOwn(before, key) ? 200 : 201;
  return { answer: { status, body: {} }, properties: { ...before, [key]: value } };
}

function removed(call: JiraCall, before: Properties): Written {
  const key = param(call, 'key');
  if (!Object.hasOwn(before, key)) throw refuse(404, `The property with key '${key}' does not exist.`);
  const rest = Object.entries(before).filter(([one]) => one !== key);
  return { answer: noContent(), properties: Object.fromEntries(rest) };
}
