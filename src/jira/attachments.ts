import { z } from 'zod';
import type { As, Bytes, Cache, Jira } from '../app/ports';
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

/** The request's files, oldest first: all, or those that a caller sees. */
export async function attachmentsOf(
  jira: Jira,
  issueId: IssueId,
  as: As = 'app',
): Promise<JiraOutcome<readonly Attachment[]>> {
  const path = `/rest/api/3/issue/${issueId}?fields=attachment`;
  const asked = await ask(jira, { method: 'GET', path, as }, Issue);
  return mapOutcome(asked, ({ fields }) => fields.attachment);
}

/**
 * The id that documents name a file by: it stands in the address to which its content leads (jira.md 4.2). Undefined where
 * Jira does not show it: texts then name the file, and only agents see it.
 */
export async function mediaIdOf(jira: Jira, attachmentId: string): Promise<JiraOutcome<string | undefined>> {
  const path = `/rest/api/3/attachment/content/${encodeURIComponent(attachmentId)}`;
  try {
    const { status, headers } = await jira.request({ method: 'GET', path, as: 'app', redirects: 'manual' });
    if (status >= 500 || status === 429) return { kind: 'unknown', why: 'server-error' };
    return { kind: 'ok', value: /\/file\/([0-9a-f-]{36})\//i.exec(headers.location ?? '')?.[1] };
  } catch {
    return { kind: 'unknown', why: 'no-answer' };
  }
}

type Reading = { readonly maxBytes: number; readonly timeoutMs: number };

/** The bytes of a file, or why they cannot be had. `no-answer`: perhaps another time. */
export async function readAttachment(
  jira: Jira,
  attachmentId: string,
  limits: Reading,
): Promise<Bytes | 'gone' | 'too-large' | 'no-answer'> {
  const path = `/rest/api/3/attachment/content/${encodeURIComponent(attachmentId)}?redirect=false`;
  try {
    const { status, body } = await jira.download({ path, as: 'app' }, limits);
    if (status === 404 || status === 403) return 'gone';
    return status >= 200 && status < 300 ? body : 'no-answer';
  } catch {
    // Nothing was changed by it: that there was no answer is all there is to tell.
    return 'no-answer';
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
