import { ok } from '../domain/result';
import { refuse, type Run } from './call';
import { conversationHere } from './openConversation';
import { runTurn } from './runTurn';

/** An agent opened the tab: the customer's messages are seen. */
export const markSeen: Run<'markSeen'> = async (app, context) => {
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  await runTurn(app, { key: opened.key, events: [{ kind: 'seen-by-agent', conversation: opened.conversation.id }] });
  return ok({});
};
