import type { EffectResult } from '../../domain/event';
import type { Route } from '../../domain/conversation';
import { conversationOf } from '../../domain/thread';
import { newestMarkedComments } from '../../jira/comments';
import { addNote } from '../../jira/commentWrites';
import type { IssueId } from '../../domain/ids';
import { readMessages } from '../../storage/threads';
import { loadSettings } from '../../storage/settings';
import type { App } from '../call';
import { notDelivered } from '../texts';
import type { Task } from './performEffect';
import { settle } from './settle';
import { traceOf } from './trace';

/** Comments among which an earlier try of the same note is looked for. */
const NEWEST = 20;

/** Writes the internal note that an agent's words did not reach the customer. */
export async function note(app: App, task: Task<'note'>): Promise<EffectResult> {
  const conversation = conversationOf(task.thread, task.effect.conversation);
  const issueId = conversation?.request?.issueId;
  if (!conversation || !issueId) return { kind: 'done' };
  if (task.effect.attempts > 1) return unlessWritten(app, task, issueId, conversation.route);
  return write(app, task, issueId, conversation.route);
}

// eslint-disable-next-line max-params -- where the note goes and what it speaks of
async function unlessWritten(app: App, task: Task<'note'>, issueId: IssueId, route: Route): Promise<EffectResult> {
  const newest = await newestMarkedComments(app.ports.jira, { issueId, count: NEWEST });
  return settle(app, task, newest, (comments) => {
    const ours = noteId(task);
    const written = comments.some(({ marker }) => marker && 'note' in marker && marker.note === ours);
    return written ? { kind: 'done' } : write(app, task, issueId, route);
  });
}

const noteId = ({ effect }: Task<'note'>): string => `${effect.conversation}.${effect.id}`;

// eslint-disable-next-line max-params -- as above
async function write(app: App, task: Task<'note'>, issueId: IssueId, route: Route): Promise<EffectResult> {
  const { effect, thread } = task;
  const [message] = effect.message ? await readMessages(app.ports.store, [effect.message]) : [];
  const { timeZone } = await loadSettings(app.ports.store, thread.head.project);
  const told = { failure: effect.failure, route: message ?? route, name: thread.contact.name, timeZone };
  const written = await addNote(app.ports.jira, {
    issueId,
    marker: { note: noteId(task) },
    trace: traceOf(effect),
    paragraphs: [{ kind: 'message', text: notDelivered(told) }],
  });
  return settle(app, task, written, () => ({ kind: 'done' }));
}
