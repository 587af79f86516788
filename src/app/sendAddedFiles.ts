import { messageKey } from '../domain/ids';
import type { OutboundMessage } from '../domain/message';
import { ok } from '../domain/result';
import { messageOfOrigin } from '../domain/thread';
import { draftOrigin } from '../storage/keys';
import { readMessages } from '../storage/threads';
import { answer } from './answerCustomer';
import { refuse, type App, type Run } from './call';
import { changedComment } from './changedComment';
import { commentFiles } from './commentFiles';

/** An agent sends the files that were put into a comment after the customer got it: a message each, the way the first one went. */
export const sendAddedFiles: Run<'sendAddedFiles'> = async (app, context, input) => {
  const changed = await changedComment(app, context, { ...input, change: 'file-added' });
  if (!changed.ok) return changed;
  const { opened, issueId, old, comment } = changed.value;
  const shown = await commentFiles(app, issueId, comment.body);
  if (!shown) return ok({ message: '', status: 'failed', reason: 'cannot-carry-media' });
  const known = await filesOf(app, old);
  const files = shown.filter(({ attachmentId }) => !known.has(attachmentId));
  const isAgain = messageOfOrigin(opened.thread, draftOrigin(opened.conversation.id, input.draftId)) !== undefined;
  if (files.length === 0 && !isAgain) return refuse('not-found', 'no file was added');
  const { channel, number, address } = old;
  const draft = {
    draftId: input.draftId,
    text: '',
    files,
    agent: context.accountId,
    way: { channel, number, address },
    adds: { message: old.key, shown: shown.length },
  };
  return ok(await answer(app, opened, draft));
};

/**
 * Attachments that the comment's messages are already, whatever became of those: stored by one turn, the files stand right
 * after the text and bear its time.
 */
async function filesOf({ ports }: App, old: OutboundMessage): Promise<ReadonlySet<string>> {
  const { conversation, sequence, receivedAt, commentId, fileCount = 0, addedFiles = [] } = old;
  const keys = Array.from({ length: fileCount }, (_, next) => messageKey(conversation, sequence + 1 + next));
  const after = (await readMessages(ports.store, keys)).filter(
    (one) => one.direction === 'outbound' && one.commentId === commentId && one.receivedAt === receivedAt,
  );
  const sent = [old, ...after].flatMap(({ content }) => (content.kind === 'media' ? (content.media.file ?? []) : []));
  return new Set([...sent.map(({ attachmentId }) => attachmentId), ...addedFiles]);
}
