import { param, type JiraCall } from '../jiraCall';
import { filesIn } from '../model/attachments';
import { createIssue } from '../model/issues';
import { findPerson, personOf } from '../model/people';
import { isOwnRequest, isStaff, visibleRequest } from '../model/permissions';
import type { Issue } from '../model/state';
import { doTransition, portalTransitions } from '../model/transitions';
import { maySeeComment } from '../model/visibility';
import { isRecord, list, record, text, type Json } from '../read';
import { Refusal } from '../refusal';
import { created, noContent, ok, okPeople, route, type Answer, type Route } from '../router';
import { isEmptyDocument, type AdfNode } from '../text/adf';
import { acceptDocument } from '../text/document';
import { requestAttachmentView } from '../views/attachmentViews';
import { customerView } from '../views/personViews';
import { currentStatus, pagedView, requestView } from '../views/requestViews';
import { deskById, requestTypeIn } from './desks';
import { readSummary } from '../platform/issueFields';

export const requestRoutes: readonly Route[] = [
  route('POST /request', create),
  route('GET /request', listOwn),
  route('GET /request/:request', (call) => ok(requestView(call, requestOf(call)))),
  route('GET /request/:request/status', statuses),
  route('GET /request/:request/participant', participants),
  route('GET /request/:request/sla', (call) => empty(call, 'sla')),
  route('GET /request/:request/attachment', attachments),
  route('GET /request/:request/transition', transitions),
  route('POST /request/:request/transition', transition),
];

export const requestOf = (call: JiraCall): Issue => visibleRequest(call.site, call.me, param(call, 'request'));

const empty = (call: JiraCall, what: string): Answer =>
  ok(pagedView(call, [], `request/${requestOf(call).id}/${what}`), 0);

/** What the description and the comments that the caller sees show, each file once. */
function attachments(call: JiraCall): Answer {
  const issue = requestOf(call);
  const seen = issue.comments.filter((comment) => maySeeComment(call.me, comment)).map(({ body }) => body);
  const files = new Set([issue.description, ...seen].flatMap((document) => filesIn(issue, document)));
  const views = [...files].map((file) => requestAttachmentView(call, file));
  return ok(pagedView(call, views, `request/${issue.id}/attachment`), views.length);
}

/** Raised by the caller, or by staff on behalf of somebody. Only fields on the form are taken (jira.md 1.1). */
function create(call: JiraCall): Answer {
  const { site, actor, me, body } = call;
  const project = deskById(call, text(body.serviceDeskId));
  const requestType = requestTypeIn(project, text(body.requestTypeId));
  const values = record(body.requestFieldValues);
  const stranger = Object.keys(values).find((name) => name !== 'summary' && name !== 'description');
  if (stranger !== undefined)
    throw new Refusal(400, {
      message: `Field '${stranger}' cannot be set. It is not on the request type's form, or unknown.`,
      i18nKey: 'sd.request.create.field.unknown',
      parameters: [stranger],
    });
  const participantIds = list(body.requestParticipants).flatMap((id) => text(id) ?? []);
  if (!isStaff(me) && (participantIds.length > 0 || body.raiseOnBehalfOf !== undefined)) throw notForCustomers();
  const issue = createIssue(site, actor, {
    project,
    issueTypeId: requestType.issueTypeId,
    requestTypeId: requestType.id,
    summary: requiredSummary(values.summary),
    description: readDescription(values.description, body.isAdfRequest === true),
    reporter: raisedFor(call),
    participants: participantIds,
    properties: { 'request.channel.type': { value: isStaff(me) ? 'api' : 'portal' } },
  });
  return created(requestView(call, issue));
}

const notForCustomers = () =>
  new Refusal(403, {
    message: 'You do not have permission to raise requests on behalf of others or to add participants.',
    i18nKey: 'sd.request.create.error.no.permission',
  });

function requiredSummary(value: unknown): string {
  if (text(value)?.trim()) return readSummary(value);
  throw new Refusal(400, {
    message: 'The field Summary is required.',
    i18nKey: 'sd.request.create.field.required',
    parameters: ['Summary'],
  });
}

/** Wiki markup, unless `isAdfRequest` says that it is ADF. */
function readDescription(value: unknown, adf: boolean): AdfNode | null {
  if (value === undefined || value === null || value === '') return null;
  if (adf !== isRecord(value))
    throw new Refusal(400, {
      message: 'The description has to be a string, or an ADF document when isAdfRequest is true.',
      i18nKey: 'sd.request.create.field.adf.invalid',
    });
  const document = acceptDocument('description', value, adf ? 3 : 2);
  if (adf && isEmptyDocument(document))
    throw new Refusal(400, {
      message: 'The description must not be an empty document.',
      i18nKey: 'sd.request.create.field.adf.empty',
    });
  return document;
}

function raisedFor(call: JiraCall): string {
  const wanted = text(call.body.raiseOnBehalfOf);
  if (wanted === undefined) return call.me.accountId;
  const person = findPerson(call.site, wanted);
  if (person?.active) return person.accountId;
  throw new Refusal(400, {
    message: 'The user you are raising this request on behalf of does not exist.',
    i18nKey: 'sd.request.create.error.raise.on.behalf.of',
  });
}

/** What the caller owns or takes part in: no search for an app (jira.md 1.7). */
function listOwn(call: JiraCall): Answer {
  const words = (call.query.get('searchTerm') ?? '').toLowerCase();
  const own = Object.values(call.site.state.issues)
    .filter((issue) => issue.requestTypeId !== null && isOwnRequest(call.me, issue))
    .filter(({ summary }) => summary.toLowerCase().includes(words))
    .toReversed();
  const body = pagedView(
    call,
    own.map((issue) => requestView(call, issue)),
    'request',
  );
  return ok(body, body.size);
}

function statuses(call: JiraCall): Answer {
  const issue = requestOf(call);
  const all = issue.statusHistory.map((one) => currentStatus(call.site, one));
  const body = pagedView(call, all, `request/${issue.id}/status`);
  return ok(body, body.size);
}

function participants(call: JiraCall): Answer {
  const issue = requestOf(call);
  const people = issue.participants.map((id) => customerView(call.site, personOf(call.site, id)));
  const body = pagedView(call, people, `request/${issue.id}/participant`);
  return okPeople(body, body.size);
}

function transitions(call: JiraCall): Answer {
  const issue = requestOf(call);
  const all = portalTransitions(issue).map(({ id, name }) => ({ id, name }));
  const body = pagedView(call, all, `request/${issue.id}/transition`);
  return ok(body, body.size);
}

function transition(call: JiraCall): Answer {
  const { site, actor } = call;
  const issue = requestOf(call);
  const wanted = portalTransitions(issue).find(({ id }) => id === text(call.body.id));
  if (!wanted)
    throw new Refusal(400, {
      message: 'The transition is not available for this request.',
      i18nKey: 'sd.request.transition.error.invalid',
    });
  doTransition(site, actor, { issue, transition: wanted, change: {}, comments: additionalComment(call.body) });
  return noContent();
}

/** The optional comment of transitions, always public. */
function additionalComment(body: Json) {
  const { body: markup } = record(body.additionalComment);
  if (text(markup) === undefined) return [];
  return [{ body: acceptDocument('comment', markup, 2), properties: {} }];
}
