import type { EffectResult } from '../../domain/effectResult';
import type { Route } from '../../domain/conversation';
import type { SendFailure } from '../../domain/delivery';
import type { Message } from '../../domain/message';
import type { Paragraph } from '../../domain/text/timeLine';
import { conversationOf } from '../../domain/thread';
import { readMessages } from '../../storage/threads';
import { loadSettings } from '../../storage/settings';
import { notDelivered } from '../texts';
import { internalNote, noteId } from './internalNote';
import type { Task } from './task';

/** Writes the internal note that an agent's words did not reach the customer. */
export async function note(task: Task<'note'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  const issueId = conversation?.request?.issueId;
  if (!conversation || !issueId) return { kind: 'done' };
  return internalNote(task, { issueId, id: noteId(task), paragraphs: () => told(task, conversation.route) });
}

async function told({ app, effect, thread }: Task<'note'>, route: Route): Promise<readonly Paragraph[]> {
  const [message] = effect.message ? await readMessages(app.ports.store, [effect.message]) : [];
  const { timeZone } = await loadSettings(app.ports.store, thread.head.project);
  const failure = failureOf(effect.failure, message);
  return [
    { kind: 'message', text: notDelivered({ failure, route: message ?? route, name: thread.contact.name, timeZone }) },
  ];
}

/** The message keeps the provider's own words. */
function failureOf(failure: SendFailure, message: Message | undefined): SendFailure {
  const known = message?.direction === 'outbound' ? message.delivery.failure : undefined;
  return known?.reason === failure.reason ? known : failure;
}
