import type { Effect } from '../../domain/effect';
import type { EffectResult } from '../../domain/effectResult';
import type { IssueId } from '../../domain/ids';
import type { Paragraph } from '../../domain/text/timeLine';
import { newestMarkedComments } from '../../jira/comments';
import { addNote } from '../../jira/commentWrites';
import { settle } from './settle';
import type { Task } from './task';
import { traceOf } from './trace';

/** What writing a note needs of a task, of whatever effect. */
export type NoteTask = Pick<Task, 'app'> & {
  readonly effect: Pick<Effect, 'id' | 'conversation' | 'attempts' | 'unknownSince'>;
};

/** Comments among which an earlier try of the same note is looked for. */
const NEWEST = 20;

/** `id` tells one note from another; the text is asked for only where the note has to be written. */
export type Note = {
  readonly issueId: IssueId;
  readonly id: string;
  readonly paragraphs: () => Promise<readonly Paragraph[]>;
};

/** Writes an internal note once: after a first try of unknown outcome it is looked for among the newest comments. */
export async function internalNote(task: NoteTask, note: Note): Promise<EffectResult> {
  const { attempts, unknownSince } = task.effect;
  return attempts > 1 || unknownSince !== undefined ? unlessWritten(task, note) : write(task, note);
}

async function unlessWritten(task: NoteTask, note: Note): Promise<EffectResult> {
  const newest = await newestMarkedComments(task.app.ports.jira, { issueId: note.issueId, count: NEWEST });
  return settle(task, newest, (comments) => {
    const isWritten = comments.some(({ marker }) => marker && 'note' in marker && marker.note === note.id);
    return isWritten ? { kind: 'done' } : write(task, note);
  });
}

async function write(task: NoteTask, { issueId, id, paragraphs }: Note): Promise<EffectResult> {
  const written = await addNote(task.app.ports.jira, {
    issueId,
    marker: { note: id },
    trace: traceOf(task.effect),
    paragraphs: await paragraphs(),
  });
  return settle(task, written, () => ({ kind: 'done' }));
}

/** The note of an effect that writes one. */
export const noteId = ({ effect }: NoteTask): string => `${effect.conversation}.${effect.id}`;
