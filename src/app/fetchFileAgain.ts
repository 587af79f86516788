import { parseMessageKey } from '../domain/ids';
import { ok } from '../domain/result';
import { refuse, type Run } from './call';
import { conversationHere } from './openConversation';
import { runTurn } from './runTurn';

/** An agent has a customer's file fetched again that could not be had. Pressed twice it is fetched once. */
export const fetchFileAgain: Run<'fetchFileAgain'> = async (app, context, { message }) => {
  const opened = await conversationHere(app, context);
  const key = parseMessageKey(message);
  if (!opened || key?.conversation !== opened.conversation.id) return refuse('no-conversation');
  await runTurn(app, { key: opened.key, events: [{ kind: 'fetch-again', message: key.key }] });
  return ok({});
};
