import type { EffectResult } from '../../domain/effectResult';
import { conversationOf } from '../../domain/thread';
import { linkRequests } from '../../jira/requestEdits';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Links the request of a follow-up conversation to the one before. Where linking is switched off, the rest goes on without. */
export async function linkRequest(task: Task<'link-request'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  const { request, follows } = conversation ?? {};
  if (!request || !follows) return { kind: 'done' };
  const linked = await linkRequests(task.app.ports.jira, {
    from: request.issueId,
    to: follows.issueId,
    trace: traceOf(task.effect),
  });
  return settle(task, linked, () => ({ kind: 'done' }));
}
