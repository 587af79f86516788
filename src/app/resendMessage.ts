import { ok } from '../domain/result';
import { parseMessageKey } from '../domain/ids';
import { readMessages } from '../storage/threads';
import { answer } from './answerCustomer';
import { refuse, type Run } from './call';
import { conversationHere } from './openConversation';

/** A person sends a message again that failed or whose outcome is unknown: a new message with the same text. */
export const resendMessage: Run<'resendMessage'> = async (app, context, { draftId, message }) => {
  const opened = await conversationHere(app, context);
  const key = parseMessageKey(message);
  if (!opened || key?.conversation !== opened.conversation.id) return refuse('no-conversation');
  const [old] = await readMessages(app.ports.store, [key.key]);
  if (old?.direction !== 'outbound' || old.content.kind !== 'text') return refuse('not-found');
  if (old.delivery.status !== 'failed' && old.delivery.status !== 'unknown') return refuse('not-found');
  const { channel, number, address } = old;
  const way = { channel, number, address };
  return ok(await answer(app, opened, { draftId, text: old.content.text, agent: context.accountId, way }));
};
