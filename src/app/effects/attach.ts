import type { MediaFailureReason, MediaRef } from '../../domain/content';
import type { EffectResult } from '../../domain/effectResult';
import type { IssueId } from '../../domain/ids';
import type { Message } from '../../domain/message';
import { fail, type Result } from '../../domain/result';
import { bearsMark, fileName } from '../../domain/text/fileName';
import { conversationOf } from '../../domain/thread';
import { addAttachment, attachmentsOf, uploadLimit, type Attachment } from '../../jira/attachments';
import { fileMark } from '../../storage/keys';
import { findNumber } from '../../storage/numbers';
import { readMessages } from '../../storage/threads';
import { storedFile } from '../attachedFiles';
import type { App } from '../call';
import { fetchFile, MOST_BYTES, type Fetched, type NotFetched } from '../fetchFile';
import { fileType } from '../fileType';
import { settle } from './settle';
import type { Task } from './task';
import { traceOf } from './trace';

/** Where the request came while this looked for it. Else it rests until the request is there, whose creation wakes this lane. */
const NO_REQUEST_MS = 60_000;
/** A provider that does not answer, or does not have the file yet, is asked this often, a little later each time. */
const TRIES = 4;
const AGAIN_MS = 15_000;

/** Fetches a customer's file and adds it to the request, once: its name bears a mark by which an earlier try is found. */
export async function attach(task: Task<'attach'>): Promise<EffectResult> {
  const { app, effect } = task;
  const conversation = conversationOf(task.thread, effect.conversation);
  const [message] = await readMessages(app.ports.store, [effect.message]);
  const media = message?.content.kind === 'media' ? message.content.media : undefined;
  if (!conversation || !message || !media || media.file) return { kind: 'done' };
  const issueId = conversation.request?.issueId;
  if (!issueId) return { kind: 'later', at: app.ports.clock.now() + NO_REQUEST_MS, waiting: true };
  const mayExist = effect.attempts > 1 || effect.unknownSince !== undefined;
  return mayExist ? unlessThere(task, { issueId, message, media }) : fetchAndAdd(task, { issueId, message, media });
}

type Job = { readonly issueId: IssueId; readonly message: Message; readonly media: MediaRef };

async function unlessThere(task: Task<'attach'>, job: Job): Promise<EffectResult> {
  const known = await attachmentsOf(task.app.ports.jira, job.issueId);
  return settle(task, known, (files) => {
    const there = files.find(({ name }) => bearsMark(name, fileMark(job.message.key)));
    return there ? attached(task, there) : fetchAndAdd(task, job);
  });
}

async function fetchAndAdd(task: Task<'attach'>, job: Job): Promise<EffectResult> {
  const { app, effect } = task;
  const fetched = await fetchedFrom(app, job);
  if (!fetched.ok) return notFetched(task, fetched.failure);
  const type = await fileType(job.media.kind, fetched.value, job.media.fileName);
  if (!type) return missing(task, 'not-that-kind');
  const added = await addAttachment(app.ports.jira, {
    issueId: job.issueId,
    name: fileName(job.media, { mark: fileMark(job.message.key), ending: type.ending }),
    mimeType: type.mimeType,
    bytes: fetched.value.bytes,
    trace: traceOf(effect),
  });
  if (added.kind === 'refused' && added.status === 413) return missing(task, 'too-large');
  if (added.kind === 'refused' && added.status !== 404) return missing(task, 'jira-refused');
  return settle(task, added, (file) => attached(task, { ...file, mimeType: type.mimeType }));
}

async function fetchedFrom(app: App, { message, media }: Job): Promise<Result<Fetched, NotFetched>> {
  const open = await findNumber(app.ports, message.number);
  const provider = open && app.registry.get(open.connection.provider);
  if (!open || !provider) return fail('refused');
  const gateway = provider.connect(open.credentials);
  if (!gateway.ok) return fail('refused');
  const maxBytes = Math.min(MOST_BYTES, await uploadLimit(app.ports));
  const { id: connection } = open.connection;
  return fetchFile(app, { connection, provider, gateway: gateway.value, maxBytes }, media);
}

/** A pause that the provider asked for costs the file none of its tries. */
function notFetched(task: Task<'attach'>, why: NotFetched): EffectResult {
  return typeof why === 'string' ? missing(task, why) : { kind: 'later', at: why.restingUntil, waiting: true };
}

function missing({ app, effect }: Task<'attach'>, why: MediaFailureReason | 'not-there'): EffectResult {
  const mayCome = why === 'no-answer' || why === 'not-there';
  if (!mayCome || effect.attempts >= TRIES)
    return { kind: 'not-attached', message: effect.message, reason: why === 'not-there' ? 'gone' : why };
  return { kind: 'later', at: app.ports.clock.now() + AGAIN_MS * effect.attempts, failure: { reason: 'jira-down' } };
}

async function attached({ app, effect }: Task<'attach'>, file: Attachment): Promise<EffectResult> {
  return { kind: 'attached', message: effect.message, file: await storedFile(app.ports.jira, file) };
}
