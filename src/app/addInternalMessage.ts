import type { Conversation } from '../domain/conversation';
import { ok } from '../domain/result';
import { newestMarkedComments } from '../jira/comments';
import { addAgentComment } from '../jira/commentWrites';
import { refuse, type App, type Run } from './call';
import { traceOf } from './effects/trace';
import { conversationHere } from './openConversation';

/** Comments among which an earlier try of the same draft is looked for. */
const NEWEST = 20;

/** An internal comment in the agent's own name (X21). It is Jira's alone: no row, no phone. */
export const addInternalMessage: Run<'addInternalMessage'> = async (app, context, { draftId, text }) => {
  const opened = await conversationHere(app, context);
  const { issueId } = context;
  if (!opened || !issueId) return refuse('no-conversation');
  const marker = { note: `${opened.conversation.id}.${draftId}` };
  const newest = await newestMarkedComments(app.ports.jira, { issueId, count: NEWEST });
  if (newest.kind !== 'ok') return refuse('failed', `Jira did not tell the comments: ${newest.kind}`);
  const isThere = newest.value.some((one) => one.marker && 'note' in one.marker && one.marker.note === marker.note);
  return isThere ? ok({}) : write(app, { issueId, text, marker, trace: traceFor(opened.conversation, draftId) });
};

const traceFor = ({ id }: Conversation, draftId: string): string => traceOf({ id: draftId, conversation: id });

type Written = Omit<Parameters<typeof addAgentComment>[1], 'way' | 'internal'>;

async function write({ ports }: App, comment: Written): ReturnType<Run<'addInternalMessage'>> {
  const written = await addAgentComment(ports.jira, { ...comment, internal: true, way: { kind: 'in-session' } });
  return written.kind === 'ok' ? ok({}) : refuse('failed', `Jira did not take the comment: ${written.kind}`);
}
