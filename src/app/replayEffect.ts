import { ok } from '../domain/result';
import { refuse, type Run } from './call';
import { conversationHere } from './openConversation';
import { runTurn } from './runTurn';

/** An agent has work on Jira tried again that failed for good. */
export const replayEffect: Run<'replayEffect'> = async (app, context, { effect }) => {
  const opened = await conversationHere(app, context);
  if (!opened?.conversation.dead.some((letter) => letter.effect.id === effect)) return refuse('not-found');
  await runTurn(app, { key: opened.key, events: [{ kind: 'replay', conversation: opened.conversation.id, effect }] });
  return ok({});
};
