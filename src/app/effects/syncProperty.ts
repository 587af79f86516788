import type { EffectResult } from '../../domain/effectResult';
import { factsKey, factsOf } from '../../domain/facts';
import { conversationOf } from '../../domain/thread';
import { writeFacts } from '../../jira/properties';
import { loadPressure } from '../../storage/pressure';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Writes the conversation's facts to the issue property, as they are now. Waits while Jira's budget runs low, and holds up nothing else. */
export async function syncProperty(task: Task<'sync-property'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  if (!conversation?.request) return { kind: 'done' };
  const facts = factsOf(task.thread.head, conversation, task.app.ports.clock.now());
  if (conversation.synced === factsKey(facts)) return { kind: 'done' };
  const pressure = await loadPressure(task.app.ports);
  if (pressure.level > 0) return { kind: 'later', at: pressure.until, waiting: true };
  const marker = { intent: conversation.id, conversation: conversation.id };
  const written = await writeFacts(task.app.ports.jira, {
    issueId: conversation.request.issueId,
    marker,
    facts,
    trace: traceOf(task.effect),
  });
  return settle(task, written, () => ({ kind: 'synced', facts: factsKey(facts) }));
}
