import type { StoredFile } from '../domain/content';
import { attachmentsOf, mediaIdOf, type Attachment } from '../jira/attachments';
import type { App, CallContext } from './call';
import { fresh } from './fresh';
import type { Jira } from './ports';

/**
 * The attachments that a call names, as files of this request that the agent sees. Undefined where one is not: another
 * request's, or one that is hidden from them.
 */
export async function attachedFiles(
  { ports }: App,
  { issueId }: CallContext,
  named: readonly { readonly id: string }[],
): Promise<readonly StoredFile[] | undefined> {
  if (named.length === 0) return [];
  const seen = issueId && fresh(await attachmentsOf(ports.jira, issueId, 'user'));
  const found = seen ? named.flatMap(({ id }) => seen.find((one) => one.id === id) ?? []) : [];
  if (found.length < named.length) return undefined;
  return Promise.all(found.map((file) => storedFile(ports.jira, file)));
}

/** A file as messages keep it. Without an id for documents, where Jira did not tell it, texts name it. */
export async function storedFile(jira: Jira, { id, name, size, mimeType }: Attachment): Promise<StoredFile> {
  const told = await mediaIdOf(jira, id);
  const mediaId = told.kind === 'ok' ? told.value : undefined;
  return { attachmentId: id, ...(mediaId && { mediaId }), name, size, mimeType };
}
