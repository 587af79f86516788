import { parseMessageKey, type IssueId } from '../domain/ids';
import type { OutboundMessage } from '../domain/message';
import { unquoted } from '../domain/quote';
import { ok } from '../domain/result';
import { messageOfOrigin } from '../domain/thread';
import { readComment } from '../jira/comments';
import { commentOrigin, draftOrigin } from '../storage/keys';
import { readMessages } from '../storage/threads';
import { answer } from './answerCustomer';
import { refuse, type App, type CallContext, type Run } from './call';
import { spoken } from './noticeAnswer';
import { conversationHere, type OpenedConversation } from './openConversation';

/** An agent tells the customer what an edited comment says now: a new message, the way the first one went. */
export const sendCorrection: Run<'sendCorrection'> = async (app, context, { draftId, message }) => {
  const opened = await conversationHere(app, context);
  const key = parseMessageKey(message);
  if (!opened || key?.conversation !== opened.conversation.id) return refuse('no-conversation');
  const [old] = await readMessages(app.ports.store, [key.key]);
  const { issueId } = context;
  if (!issueId || old?.direction !== 'outbound' || !mayCorrect(opened, old, draftId)) return refuse('not-found');
  return correct(app, { opened, context, issueId, old, draftId });
};

/** The same draft again is answered again; another one corrects nothing that is corrected. */
function mayCorrect({ thread, conversation }: OpenedConversation, old: OutboundMessage, draftId: string): boolean {
  if (old.comment?.change === 'edited') return true;
  return messageOfOrigin(thread, draftOrigin(conversation.id, draftId)) !== undefined;
}

type Correcting = {
  readonly opened: OpenedConversation;
  readonly context: CallContext;
  readonly issueId: IssueId;
  readonly old: OutboundMessage;
  readonly draftId: string;
};

async function correct(
  app: App,
  { opened, context, issueId, old, draftId }: Correcting,
): ReturnType<Run<'sendCorrection'>> {
  const commentId = old.commentId;
  const read = commentId !== undefined && (await readComment(app.ports.jira, { issueId, commentId }));
  if (!read || read.kind === 'refused') return refuse('not-found');
  if (read.kind !== 'ok') return refuse('failed', `Jira did not tell the comment: ${read.kind}`);
  if (!read.value.isPublic) return refuse('not-found');
  const { text, failure } = spoken(opened, read.value);
  if (text === undefined) return ok({ message: '', status: 'failed', reason: failure?.reason ?? 'empty' });
  const { channel, number, address } = old;
  const corrects = { message: old.key, origin: commentOrigin(issueId, read.value.id) };
  const draft = {
    draftId,
    text: unquoted(text, old.quotedText),
    agent: context.accountId,
    way: { channel, number, address },
    corrects,
  };
  return ok(await answer(app, opened, draft));
}
