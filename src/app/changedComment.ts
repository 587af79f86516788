import type { CallError } from '../contract/callError';
import type { Input } from '../contract/calls';
import { parseMessageKey, type IssueId } from '../domain/ids';
import { isUntold, type CommentChange, type OutboundMessage } from '../domain/message';
import { ok, type Result } from '../domain/result';
import { messageOfOrigin } from '../domain/thread';
import { readComment, type RequestComment } from '../jira/comments';
import { draftOrigin } from '../storage/keys';
import { readMessages } from '../storage/threads';
import { refuse, type App, type CallContext } from './call';
import { conversationHere, type OpenedConversation } from './openConversation';

export type ChangedComment = {
  readonly opened: OpenedConversation;
  readonly issueId: IssueId;
  /** What the customer got of it. */
  readonly old: OutboundMessage;
  readonly comment: RequestComment;
};

type Asked = Input<'sendCorrection'> & { readonly change: CommentChange };

/** A message whose comment changed so since it was sent, and that comment as it is in public now; else why nothing is sent. */
export async function changedComment(
  app: App,
  context: CallContext,
  asked: Asked,
): Promise<Result<ChangedComment, CallError>> {
  const opened = await conversationHere(app, context);
  const key = parseMessageKey(asked.message);
  if (!opened || key?.conversation !== opened.conversation.id) return refuse('no-conversation');
  const [old] = await readMessages(app.ports.store, [key.key]);
  const { issueId } = context;
  if (!issueId || old?.direction !== 'outbound' || !mayTell(opened, old, asked)) return refuse('not-found');
  const { commentId } = old;
  const read = commentId !== undefined && (await readComment(app.ports.jira, { issueId, commentId }));
  if (!read || read.kind === 'refused') return refuse('not-found');
  if (read.kind !== 'ok') return refuse('failed', `Jira did not tell the comment: ${read.kind}`);
  if (!read.value.isPublic) return refuse('not-found');
  return ok({ opened, issueId, old, comment: read.value });
}

/** The same draft again is answered again; another one tells nothing that was told. */
function mayTell({ thread, conversation }: OpenedConversation, old: OutboundMessage, asked: Asked): boolean {
  if (isUntold(old.comment, asked.change)) return true;
  return messageOfOrigin(thread, draftOrigin(conversation.id, asked.draftId)) !== undefined;
}
