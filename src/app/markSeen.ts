import { ok } from '../domain/result';
import { refuse, type Run } from './call';
import { conversationHere } from './openConversation';
import { runTurn } from './runTurn';
import { showReadOnOpen } from './showRead';

/** An agent opened the tab: the customer's messages are seen. */
export const markSeen: Run<'markSeen'> = async (app, context) => {
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  const { key, conversation, settings } = opened;
  await runTurn(app, { key, events: [{ kind: 'seen-by-agent', conversation: conversation.id }] });
  await showReadOnOpen(app, conversation, settings);
  return ok({});
};
