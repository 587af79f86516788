import type { EffectResult } from '../../domain/effectResult';
import { rulesFor } from '../../domain/settings';
import { conversationOf } from '../../domain/thread';
import { newestMarkedComments } from '../../jira/comments';
import { addCustomerComment, addNote } from '../../jira/commentWrites';
import { loadSettings } from '../../storage/settings';
import { readMessages } from '../../storage/threads';
import { customerHeader } from '../texts';
import { fileIn } from './copied';
import { noteId } from './internalNote';
import { settle } from './settle';
import type { Task } from './task';
import { traceOf } from './trace';

/** Comments among which an earlier try is looked for. */
const NEWEST = 20;

/** A comment that shows a file whose message was copied without it: the customer sees it in the portal then. */
export async function showFile(task: Task<'show-file'>): Promise<EffectResult> {
  const { app, thread, effect } = task;
  const issueId = conversationOf(thread, effect.conversation)?.request?.issueId;
  const [message] = await readMessages(app.ports.store, [effect.message]);
  const file = message && fileIn(message);
  if (!issueId || !file) return { kind: 'done' };
  const rules = rulesFor(await loadSettings(app.ports.store, thread.head.project), message.number);
  if (rules.copy === 'off') return { kind: 'done' };
  const comment = { issueId, marker: { note: noteId(task) }, trace: traceOf(effect) };
  const header = customerHeader(message.address, thread.contact.name, message.channel);
  const write = async () => {
    const written =
      rules.copy === 'internal'
        ? await addNote(app.ports.jira, { ...comment, paragraphs: [{ kind: 'header', text: header }, file] })
        : await addCustomerComment(app.ports.jira, { ...comment, way: 'as-app', header, paragraphs: [file] });
    return settle(task, written, () => ({ kind: 'done' }));
  };
  if (effect.attempts <= 1) return write();
  const newest = await newestMarkedComments(app.ports.jira, { issueId, count: NEWEST });
  return settle(task, newest, (comments) => {
    const isThere = comments.some(({ marker }) => marker && 'note' in marker && marker.note === noteId(task));
    return isThere ? { kind: 'done' } : write();
  });
}
