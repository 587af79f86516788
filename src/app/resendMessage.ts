import type { Content } from '../domain/content';
import type { OutboundMessage } from '../domain/message';
import { ok } from '../domain/result';
import { parseMessageKey } from '../domain/ids';
import { readComment } from '../jira/comments';
import { readRequest } from '../jira/requests';
import { commentOrigin } from '../storage/keys';
import { readMessages } from '../storage/threads';
import { answer, type Draft } from './answerCustomer';
import { refuse, type App, type CallContext, type Run } from './call';
import { conversationHere } from './openConversation';

/** A person sends a message again that failed or whose outcome is unknown: a new message with the same text, template or file. */
export const resendMessage: Run<'resendMessage'> = async (app, context, { draftId, message }) => {
  const opened = await conversationHere(app, context);
  const key = parseMessageKey(message);
  if (!opened || key?.conversation !== opened.conversation.id) return refuse('no-conversation');
  const [old] = await readMessages(app.ports.store, [key.key]);
  const said = old?.direction === 'outbound' && saidIn(old.content);
  if (!said) return refuse('not-found');
  if (old.delivery.status !== 'failed' && old.delivery.status !== 'unknown') return refuse('not-found');
  const { channel, number, address } = old;
  const repeated = await repeatedBy(app, context, old);
  const draft = { draftId, ...said, ...quotedBy(old), ...repeated, way: { channel, number, address } };
  return ok(await answer(app, opened, { ...draft, agent: context.accountId }));
};

/** Of a comment that says in Jira what it said, as Jira tells now: who reads there reads it once. */
async function repeatedBy(
  { ports }: App,
  { issueId }: CallContext,
  old: OutboundMessage,
): Promise<Pick<Draft, 'repeats'>> {
  const { via, commentId, comment } = old;
  const isEdited = comment !== undefined && comment.change !== 'file-added';
  if (!issueId || via !== 'comment' || commentId === undefined || isEdited) return {};
  const read = await readComment(ports.jira, { issueId, commentId });
  // Where not even the request can be seen, a comment that cannot be seen need not be gone.
  const isGone = read.kind === 'refused' && (await readRequest(ports.jira, issueId)).kind === 'ok';
  const stands = read.kind === 'ok' ? read.value.isPublic : !isGone;
  return stands ? { repeats: { message: old.key, origin: commentOrigin(issueId, commentId) } } : {};
}

const quotedBy = ({ quotes, quotedText }: OutboundMessage): Pick<Draft, 'quotes'> =>
  quotes !== undefined && quotedText !== undefined ? { quotes: { providerId: quotes, text: quotedText } } : {};

function saidIn(content: Content): Pick<Draft, 'text' | 'template' | 'files'> | undefined {
  if (content.kind === 'text') return { text: content.text };
  if (content.kind === 'media' && content.media.file)
    return { text: content.caption ?? '', files: [content.media.file] };
  if (content.kind !== 'template') return undefined;
  const { text, template, media } = content;
  return { text, template, ...(media?.file && { files: [media.file] }) };
}
