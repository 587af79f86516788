import type { EffectResult } from '../../domain/event';
import type { Route } from '../../domain/conversation';
import type { SendFailure } from '../../domain/delivery';
import type { Message } from '../../domain/message';
import { conversationOf } from '../../domain/thread';
import { newestMarkedComments } from '../../jira/comments';
import { addNote } from '../../jira/commentWrites';
import type { IssueId } from '../../domain/ids';
import { readMessages } from '../../storage/threads';
import { loadSettings } from '../../storage/settings';
import { notDelivered } from '../texts';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Comments among which an earlier try of the same note is looked for. */
const NEWEST = 20;

/** Writes the internal note that an agent's words did not reach the customer. */
export async function note(task: Task<'note'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  const issueId = conversation?.request?.issueId;
  if (!conversation || !issueId) return { kind: 'done' };
  if (task.effect.attempts > 1) return unlessWritten(task, issueId, conversation.route);
  return write(task, issueId, conversation.route);
}

async function unlessWritten(task: Task<'note'>, issueId: IssueId, route: Route): Promise<EffectResult> {
  const newest = await newestMarkedComments(task.app.ports.jira, { issueId, count: NEWEST });
  return settle(task, newest, (comments) => {
    const ours = noteId(task);
    const written = comments.some(({ marker }) => marker && 'note' in marker && marker.note === ours);
    return written ? { kind: 'done' } : write(task, issueId, route);
  });
}

const noteId = ({ effect }: Task<'note'>): string => `${effect.conversation}.${effect.id}`;

async function write(task: Task<'note'>, issueId: IssueId, route: Route): Promise<EffectResult> {
  const { effect, thread } = task;
  const [message] = effect.message ? await readMessages(task.app.ports.store, [effect.message]) : [];
  const { timeZone } = await loadSettings(task.app.ports.store, thread.head.project);
  const told = {
    failure: failureOf(effect.failure, message),
    route: message ?? route,
    name: thread.contact.name,
    timeZone,
  };
  const written = await addNote(task.app.ports.jira, {
    issueId,
    marker: { note: noteId(task) },
    trace: traceOf(effect),
    paragraphs: [{ kind: 'message', text: notDelivered(told) }],
  });
  return settle(task, written, () => ({ kind: 'done' }));
}

/** The message keeps the provider's own words. */
function failureOf(failure: SendFailure, message: Message | undefined): SendFailure {
  const known = message?.direction === 'outbound' ? message.delivery.failure : undefined;
  return known?.reason === failure.reason ? known : failure;
}
