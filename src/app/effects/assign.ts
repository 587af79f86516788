import type { EffectResult } from '../../domain/effectResult';
import { conversationOf } from '../../domain/thread';
import { assignRequest } from '../../jira/assignment';
import { readRequest } from '../../jira/requests';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Makes an agent the assignee where there is none (X20: nobody, where there is one). */
export async function assign(task: Task<'assign'>): Promise<EffectResult> {
  const { app, effect, thread } = task;
  const conversation = conversationOf(thread, effect.conversation);
  const issueId = conversation?.request?.issueId;
  const isWanted = effect.because === 'answered' || conversation?.state === 'closed';
  if (!issueId || !isWanted) return { kind: 'done' };
  const read = await readRequest(app.ports.jira, issueId);
  return settle(task, read, async ({ assignee }) => {
    const isDone = effect.to === undefined ? assignee === undefined : assignee !== undefined;
    if (isDone) return { kind: 'done' };
    const assigned = await assignRequest(app.ports.jira, { issueId, to: effect.to, trace: traceOf(effect) });
    if (assigned.kind === 'refused' && effect.because === 'answered') return notAssignable(task);
    return settle(task, assigned, () => ({ kind: 'done' }));
  });
}

/** Not everybody who may answer can be an assignee: nothing that anybody needs to look at. */
function notAssignable({ app, effect }: Task<'assign'>): EffectResult {
  app.ports.log.info('agent not assignable', { conversation: effect.conversation });
  return { kind: 'done' };
}
