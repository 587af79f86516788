import { ok } from '../domain/result';
import { ownerRefusal } from '../domain/rules/newOwner';
import { refuse, type App, type CallContext, type Run } from './call';
import { conversationHere } from './openConversation';
import { runTurn } from './runTurn';

/** An agent is bothered by the customer of this request: from now on what they write is only kept and counted. */
export const blockContact: Run<'blockContact'> = (app, context) => change(app, context, true);
export const unblockContact: Run<'unblockContact'> = (app, context) => change(app, context, false);

async function change(app: App, context: CallContext, blocked: boolean): ReturnType<Run<'blockContact'>> {
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  const { id } = opened.conversation;
  if (ownerRefusal(opened.thread.head, id)) return refuse('other-owner');
  const event = { kind: 'contact-block', conversation: id, agent: context.accountId, blocked } as const;
  await runTurn(app, { key: opened.key, events: [event] });
  return ok({});
}
