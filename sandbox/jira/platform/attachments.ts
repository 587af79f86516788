import { param, type JiraCall } from '../jiraCall';
import { addAttachment, bytesOf, deleteAttachment, filesIn, UPLOAD_LIMIT } from '../model/attachments';
import { isOwnRequest, may, visibleIssue } from '../model/permissions';
import type { Attachment, Issue } from '../model/state';
import { maySeeComment } from '../model/visibility';
import { refuse } from '../refusal';
import { noContent, ok, route, type Answer, type Route } from '../router';
import { attachmentView } from '../views/attachmentViews';

export const attachmentRoutes: readonly Route[] = [
  route('GET /attachment/meta', () => ok({ enabled: true, uploadLimit: UPLOAD_LIMIT })),
  route('GET /attachment/:attachment', (call) => ok(attachmentView(call, found(call).attachment))),
  route('DELETE /attachment/:attachment', remove),
  route('GET /attachment/content/:attachment', content),
  route('POST /issue/:issue/attachments', add),
];

function add(call: JiraCall): Answer {
  const { site, actor, me, files } = call;
  const issue = visibleIssue(site, me, param(call, 'issue'));
  if (!may({ site, me }, 'CREATE_ATTACHMENTS', issue))
    throw refuse(403, 'You do not have permission to create attachments for this issue.');
  if (files.length === 0) throw refuse(400, 'No file was sent: the part of the form has to be named file.');
  const added = files.map((file) => addAttachment(site, actor, { issue, file }));
  return ok(
    added.map((attachment) => attachmentView(call, attachment)),
    added.length,
  );
}

/** Leads to the media service, whose address names the file's media id, or is the file itself with `redirect=false`. */
function content(call: JiraCall): Answer {
  const { attachment } = found(call);
  if (call.query.get('redirect') === 'false')
    return { status: 200, file: { bytes: bytesOf(call.site, attachment), mimeType: attachment.mimeType } };
  const name = encodeURIComponent(attachment.fileName);
  const location = `https://api.media.atlassian.com/file/${attachment.mediaId}/binary?token=sandbox&dl=true&name=${name}`;
  return { status: 303, headers: { location } };
}

function remove(call: JiraCall): Answer {
  const { site, actor, me } = call;
  const { issue, attachment } = found(call);
  const own = attachment.author === me.accountId;
  if (!own && me.role !== 'admin') throw refuse(403, 'You do not have permission to delete attachment.');
  deleteAttachment(site, actor, { issue, attachment });
  return noContent();
}

/** A customer sees what the description or a public comment of their own request shows, and nothing else. */
function found(call: JiraCall): { readonly issue: Issue; readonly attachment: Attachment } {
  const { site, me } = call;
  const id = param(call, 'attachment');
  const issue = Object.values(site.state.issues).find((one) => one.attachments?.some((file) => file.id === id));
  const attachment = issue?.attachments?.find((file) => file.id === id);
  const isShown =
    me.role !== 'customer' ? issue && may({ site, me }, 'BROWSE_PROJECTS', issue) : issue && showsTo(call, issue, id);
  if (!issue || !attachment || !isShown) throw refuse(404, `The attachment with id '${id}' does not exist`);
  return { issue, attachment };
}

function showsTo({ me }: JiraCall, issue: Issue, id: string): boolean {
  const documents = [
    issue.description,
    ...issue.comments.filter((one) => maySeeComment(me, one)).map(({ body }) => body),
  ];
  return (
    isOwnRequest(me, issue) && documents.some((document) => filesIn(issue, document).some((file) => file.id === id))
  );
}
