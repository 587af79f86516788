import type { EffectResult } from '../../domain/effectResult';
import { rulesFor } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import { loadSettings } from '../../storage/settings';
import { readMessages } from '../../storage/threads';
import { mirrorAnswer } from './mirrorAnswer';
import type { Task } from './task';

/** The comment of an answer that Jira's copy went on without: it stands where the answer went out. */
export async function showAnswer(task: Task<'show-answer'>): Promise<EffectResult> {
  const { app, thread, effect } = task;
  const conversation = conversationOf(thread, effect.conversation);
  const issueId = conversation?.request?.issueId;
  const [message] = await readMessages(app.ports.store, [effect.message]);
  if (!conversation || !issueId || message?.direction !== 'outbound') return { kind: 'done' };
  const rules = rulesFor(await loadSettings(app.ports.store, thread.head.project), message.number);
  return rules.copy === 'off' ? { kind: 'done' } : mirrorAnswer(task, { conversation, issueId, rules, message });
}
