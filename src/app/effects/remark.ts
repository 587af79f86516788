import type { EffectResult } from '../../domain/effectResult';
import { conversationOf } from '../../domain/thread';
import { remarkText } from '../texts';
import { internalNote, noteId } from './internalNote';
import type { Task } from './task';

/** Writes an internal note of fixed text. */
export async function remark(task: Task<'remark'>): Promise<EffectResult> {
  const { effect, thread } = task;
  const conversation = conversationOf(thread, effect.conversation);
  const issueId = conversation?.request?.issueId;
  if (!conversation || !issueId) return { kind: 'done' };
  const text = remarkText(effect.remark, conversation.route.channel);
  return internalNote(task, {
    issueId,
    id: noteId(task),
    paragraphs: () => Promise.resolve([{ kind: 'message', text }]),
  });
}
