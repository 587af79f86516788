import { z } from 'zod';
import type { Bytes, Cache, Jira } from '../app/ports';
import type { IssueId } from '../domain/ids';
import { ask, askFor, mapOutcome, refused, type JiraOutcome } from './outcome';
import { remembered } from './remembered';
import { traced } from './shapes';

/** A file of a request. `id` is the attachment's own, not the one that documents name it by. */
export type Attachment = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mimeType: string;
};

export type NewFile = {
  readonly issueId: IssueId;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Bytes;
  readonly trace: string;
};

/** Adds a file to a request as the app. Nobody in the portal sees it until a document shows it. */
export async function addAttachment(jira: Jira, file: NewFile): Promise<JiraOutcome<Attachment>> {
  const { issueId, name, mimeType, bytes, trace } = file;
  const path = `/rest/api/3/issue/${issueId}/attachments`;
  const upload = () => jira.upload({ path, as: 'app', file: { name, mimeType, bytes }, headers: traced(trace) });
  const added = await askFor(upload, z.array(Shape).min(1));
  return added.kind === 'ok' ? firstOf(added) : added;
}

const firstOf = (added: Extract<JiraOutcome<Attachment[]>, { kind: 'ok' }>): JiraOutcome<Attachment> => {
  const [first] = added.value;
  return first ? { ...added, value: first } : refused('rejected', 200);
};

/** The request's files, oldest first. */
export async function attachmentsOf(jira: Jira, issueId: IssueId): Promise<JiraOutcome<readonly Attachment[]>> {
  const path = `/rest/api/3/issue/${issueId}?fields=attachment`;
  const asked = await ask(jira, { method: 'GET', path, as: 'app' }, Issue);
  return mapOutcome(asked, ({ fields }) => fields.attachment);
}

/**
 * The id that documents name a file by: it stands in the address to which its content leads (jira.md 4.2). Undefined where
 * Jira does not show it: texts then name the file, and only agents see it.
 */
export async function mediaIdOf(jira: Jira, attachmentId: string): Promise<string | undefined> {
  const path = `/rest/api/3/attachment/content/${encodeURIComponent(attachmentId)}`;
  try {
    const { headers } = await jira.request({ method: 'GET', path, as: 'app', redirects: 'manual' });
    return /\/file\/([0-9a-f-]{36})\//i.exec(headers.location ?? '')?.[1];
  } catch {
    // The file is there; what documents call it was not told in time.
    return undefined;
  }
}

/** The most bytes this site takes as one file; the default of new sites where it does not say. */
export async function uploadLimit({ jira, cache }: { jira: Jira; cache: Cache }): Promise<number> {
  const memory = { key: 'jira:upload-limit', lifeMs: DAY_MS, shape: z.number() };
  const known = await remembered(cache, memory, async () => {
    const asked = await ask(jira, { method: 'GET', path: '/rest/api/3/attachment/meta', as: 'app' }, Meta);
    return mapOutcome(asked, ({ uploadLimit: limit }) => limit);
  });
  return known.kind === 'ok' ? known.value : DEFAULT_LIMIT;
}

const DAY_MS = 24 * 3_600_000;
const DEFAULT_LIMIT = 10 * 1_024 * 1_024;

const Meta = z.object({ uploadLimit: z.number().positive() });
const Shape = z
  .object({ id: z.string(), filename: z.string(), size: z.number(), mimeType: z.string().catch('') })
  .transform(({ filename, ...rest }): Attachment => ({ ...rest, name: filename }));
const Issue = z.object({ fields: z.object({ attachment: z.array(Shape) }) });
