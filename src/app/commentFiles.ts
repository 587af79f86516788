import type { StoredFile } from '../domain/content';
import type { IssueId } from '../domain/ids';
import { shownFiles, type ShownFile } from '../domain/text/shownFiles';
import { attachmentsOf, mediaIdOf, type Attachment } from '../jira/attachments';
import type { App } from './call';
import { fresh } from './fresh';

/** Attachments whose media id is asked for, one call each: a file is found by its name as a rule, else among the newest. */
const LOOKED_AT = 20;

/**
 * The files that a comment shows, as attachments of its request: documents name files by an id of their own, which only the
 * file's address tells (jira.md 4.2). Undefined where one is none of the request's. @throws where Jira does not answer.
 */
export async function commentFiles(
  app: App,
  issueId: IssueId,
  body: unknown,
): Promise<readonly StoredFile[] | undefined> {
  const shown = shownFiles(body);
  if (shown.length === 0) return [];
  if (shown.some(({ mediaId }) => mediaId === '')) return undefined;
  const attachments = fresh(await attachmentsOf(app.ports.jira, issueId)) ?? [];
  const found = await byMediaId(app, shown, inLikelyOrder(attachments, shown).slice(0, LOOKED_AT));
  const files = shown.flatMap(({ mediaId }) => found.get(mediaId) ?? []);
  return files.length === shown.length ? files : undefined;
}

/** Those of the same name first, each time the newest first. */
function inLikelyOrder(attachments: readonly Attachment[], shown: readonly ShownFile[]): readonly Attachment[] {
  const newest = attachments.toReversed();
  const isNamed = ({ name }: Attachment) => shown.some((file) => file.name === name);
  return [...newest.filter(isNamed), ...newest.filter((one) => !isNamed(one))];
}

async function byMediaId(
  { ports }: App,
  shown: readonly ShownFile[],
  candidates: readonly Attachment[],
): Promise<ReadonlyMap<string, StoredFile>> {
  const found = new Map<string, StoredFile>();
  for (const { id, name, size, mimeType } of candidates) {
    const mediaId = fresh(await mediaIdOf(ports.jira, id));
    if (mediaId && shown.some((file) => file.mediaId === mediaId))
      found.set(mediaId, { attachmentId: id, mediaId, name, size, mimeType });
    if (found.size === shown.length) break;
  }
  return found;
}
