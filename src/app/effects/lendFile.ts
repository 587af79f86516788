import { mediaIn, type MediaRef } from '../../domain/content';
import type { SendFailure } from '../../domain/delivery';
import type { OutboundMessage } from '../../domain/message';
import { fail, ok, type Result } from '../../domain/result';
import { conversationOf } from '../../domain/thread';
import type { OutboundFile } from '../../providers/outboundMessage';
import { readAttachment } from '../../jira/attachments';
import { readComment } from '../../jira/comments';
import type { OpenNumber } from '../../storage/numbers';
import { MOST_BYTES } from '../fetchFile';
import type { App } from '../call';
import type { Bytes } from '../ports';
import type { Task } from './task';

/** A send takes up to 10 seconds and its outcome must still be recorded. */
const SEND_MS = 12_000;
/** Reading the file and handing it over takes a while of its own: with less left nobody begins. */
const LEAST_MS = SEND_MS + 6_000;
const READ_MS = 20_000;

/**
 * Makes the file of a message one that the provider can fetch: read from Jira, put where a link leads to it for an hour.
 * Undefined where the message has none. `later`: this invocation is too short for it; nothing was sent. Whatever goes wrong
 * here is a refusal: the provider has not been asked yet.
 */
export async function lendFile(
  task: Task<'send-message'>,
  message: OutboundMessage,
  open: OpenNumber,
): Promise<Result<OutboundFile, SendFailure> | 'later' | undefined> {
  const { app } = task;
  const media = mediaIn(message.content);
  if (!media) return undefined;
  if (app.ports.clock.remainingMs() < LEAST_MS) return 'later';
  const hidden = await hiddenSince(task, message);
  if (hidden) return fail(hidden);
  const limit = app.registry.get(open.connection.provider)?.limits[message.channel]?.files[media.kind] ?? 0;
  const read = await bytesOf(app, media, Math.min(limit, MOST_BYTES));
  if (!read.ok) return read;
  const lent = await lend(app, media, read.value);
  return app.ports.clock.remainingMs() < SEND_MS && lent.ok ? 'later' : lent;
}

/** A file leaves Jira only while the comment that shows it is public. */
async function hiddenSince(
  { app, thread }: Task<'send-message'>,
  { via, commentId, conversation }: OutboundMessage,
): Promise<SendFailure | undefined> {
  const issueId = conversationOf(thread, conversation)?.request?.issueId;
  if (via !== 'comment' || commentId === undefined || !issueId) return undefined;
  const read = await readComment(app.ports.jira, { issueId, commentId });
  if (read.kind === 'ok') return read.value.isPublic ? undefined : { reason: 'withdrawn' };
  return { reason: read.kind === 'refused' ? 'withdrawn' : 'file-unavailable' };
}

async function bytesOf({ ports }: App, { file }: MediaRef, maxBytes: number): Promise<Result<Bytes, SendFailure>> {
  if (!file) return fail({ reason: 'file-gone' });
  const timeoutMs = Math.min(READ_MS, ports.clock.remainingMs() - SEND_MS);
  const bytes = await readAttachment(ports.jira, file.attachmentId, { maxBytes, timeoutMs });
  if (bytes === 'gone') return fail({ reason: 'file-gone' });
  if (bytes === 'too-large') return fail({ reason: 'file-too-large' });
  return bytes === 'no-answer' ? fail({ reason: 'file-unavailable' }) : ok(bytes);
}

async function lend({ ports }: App, media: MediaRef, bytes: Bytes): Promise<Result<OutboundFile, SendFailure>> {
  const { kind, fileName = 'file', mimeType = 'application/octet-stream' } = media;
  try {
    return ok({ kind, link: await ports.files.publicLink({ mimeType, bytes }), mimeType, fileName });
  } catch {
    ports.log.warn('file not lent', { kind, bytes: bytes.byteLength });
    return fail({ reason: 'file-unavailable' });
  }
}
