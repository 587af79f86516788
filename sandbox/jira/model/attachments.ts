import type { Actor, Site, UploadedFile } from '../jiraCall';
import { refuse } from '../refusal';
import type { AdfNode } from '../text/adf';
import { emitAttachment, emitUpdated } from './events';
import { nextId } from './issues';
import type { Attachment, Issue } from './state';

/** What the site takes: the default of a new site (jira.md 4). */
export const UPLOAD_LIMIT = 10_485_760;
/** Files one issue may hold; more is 413 (jira.md 3.5). */
const ATTACHMENT_LIMIT = 2_000;

type Upload = { readonly issue: Issue; readonly file: UploadedFile };

/** @throws Refusal */
export function addAttachment(site: Site, actor: Actor, { issue, file }: Upload): Attachment {
  const known = issue.attachments ?? [];
  if (file.bytes.length > UPLOAD_LIMIT)
    throw refuse(413, `The file ${file.name} is larger than the allowed ${UPLOAD_LIMIT} bytes.`);
  if (known.length >= ATTACHMENT_LIMIT)
    throw refuse(413, 'The number of attachments on this issue has reached the allowed limit of 2,000.');
  const attachment: Attachment = {
    id: nextId(site, 'attachment'),
    mediaId: site.chance.uuid(),
    fileName: file.name,
    mimeType: file.mimeType,
    size: file.bytes.length,
    author: actor.person.accountId,
    created: site.now(),
  };
  (site.state.files ??= {})[attachment.mediaId] = Buffer.from(file.bytes).toString('base64');
  issue.attachments = [...known, attachment];
  issue.updated = site.now();
  tell(site, actor, { issue, attachment, eventType: 'avi:jira:created:attachment' });
  return attachment;
}

export function deleteAttachment(site: Site, actor: Actor, about: Omit<About, 'eventType'>): void {
  const { issue, attachment } = about;
  issue.attachments = (issue.attachments ?? []).filter(({ id }) => id !== attachment.id);
  const { [attachment.mediaId]: _, ...files } = site.state.files ?? {};
  site.state.files = files;
  tell(site, actor, { ...about, eventType: 'avi:jira:deleted:attachment' });
}

export const bytesOf = ({ state }: Site, { mediaId }: Attachment): Uint8Array =>
  new Uint8Array(Buffer.from(state.files?.[mediaId] ?? '', 'base64'));

/** The issue's files that a document shows, in their order there. */
export function filesIn(issue: Issue, document: AdfNode | null): readonly Attachment[] {
  const ids = document ? mediaIds(document) : [];
  return ids.flatMap((mediaId) => issue.attachments?.find((one) => one.mediaId === mediaId) ?? []);
}

function mediaIds(node: AdfNode): readonly string[] {
  const own = node.type === 'media' && node.attrs?.type === 'file' ? [String(node.attrs.id)] : [];
  return [...own, ...(node.content ?? []).flatMap(mediaIds)];
}

type About = {
  readonly issue: Issue;
  readonly attachment: Attachment;
  readonly eventType: 'avi:jira:created:attachment' | 'avi:jira:deleted:attachment';
};

/** The attachment's event, and the shadow update Jira sends beside it (jira.md 6.1). */
function tell(site: Site, actor: Actor, about: About): void {
  emitAttachment(site, actor, about);
  const { issue, attachment, eventType } = about;
  const added = eventType === 'avi:jira:created:attachment';
  const named = { id: attachment.id, name: attachment.fileName };
  const item = {
    field: 'Attachment',
    from: added ? null : named.id,
    fromString: added ? null : named.name,
    to: added ? named.id : null,
    toString: added ? named.name : null,
  };
  emitUpdated(site, actor, { issue, items: [item], changeId: nextId(site, 'change'), eventName: 'issue_updated' });
}
