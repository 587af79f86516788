import { headOf } from '../domain/ids';
import { messageText } from '../domain/text/messageText';
import { isExtended, plainText, textHash } from '../jira/adfText';
import type { RequestComment } from '../jira/comments';
import type { JiraEvent } from '../jira/events';
import { commentOrigin } from '../storage/keys';
import { loadWays } from '../storage/ways';
import type { App } from './call';
import { isCopied, messagesAfter } from './effects/copied';
import type { OpenedConversation } from './openConversation';
import { runTurn } from './runTurn';

export type Written = {
  readonly event: Extract<JiraEvent, { kind: 'comment' }>;
  readonly comment: RequestComment;
};

/** A customer's own comment, from the portal or by e-mail, is a row of the conversation. Our copies of their messages are none. */
export async function noticePortalComment(app: App, opened: OpenedConversation, written: Written): Promise<void> {
  const { conversation, thread } = opened;
  const { event, comment } = written;
  if (await isCopy(app, opened, comment)) return;
  const { customer } = thread.contact;
  const isOther = customer?.kind !== 'account' || customer.accountId !== comment.author?.accountId;
  const name = isOther ? comment.author?.name : undefined;
  await runTurn(app, {
    key: headOf(conversation.id),
    events: [
      {
        kind: 'portal-comment',
        origin: commentOrigin(event.issueId, event.commentId),
        conversation: conversation.id,
        ...(name !== undefined && { name }),
        text: plainText(comment.body),
        at: comment.createdAt,
      },
    ],
  });
}

/** So many newest messages may stand in a copy that the service desk's own API wrote: it takes no marker. */
const NEWEST = 25;
const EMPTY = textHash(undefined);

async function isCopy(app: App, { conversation, key }: OpenedConversation, { body }: RequestComment): Promise<boolean> {
  const { comment } = await loadWays(app.ports, key.project);
  if (comment?.way !== 'through-jsm') return false;
  const newest = await messagesAfter(app, conversation, Math.max(0, conversation.messages - NEWEST));
  const texts = newest.filter(isCopied).map(({ content }) => messageText(content));
  return texts.some((_, start) =>
    texts.slice(start).some((__, count) => isExtended(body, EMPTY, texts.slice(start, start + count + 1))),
  );
}
