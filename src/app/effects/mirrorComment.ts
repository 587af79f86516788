import type { Copy } from '../../domain/conversation';
import type { EffectResult } from '../../domain/effectResult';
import { textHash } from '../../jira/adfText';
import { readDoc } from '../../jira/adf';
import { newestComments, type RequestComment } from '../../jira/comments';
import { editComment } from '../../jira/commentWrites';
import type { App } from '../call';
import { alreadyAdded, copied, joined, upToOf } from './copiedRun';
import { addComment } from './mirrorNewComment';
import type { Run } from './run';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

/** Internal notes do not end a run: so many newest comments are looked at for the newest public one. */
const NEWEST = 5;

/**
 * Adds the customer's messages to their last comment, as long as that is the newest public one and nobody else has
 * edited it; otherwise they are a new comment.
 */
export async function mirrorComment(task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const known = run.conversation.copy.comment;
  if (!known || isOver(run, known)) return addComment(task, run);
  const newest = await newestComments(task.app.ports.jira, { issueId: run.issueId, count: 1 });
  return settle(task, newest, async (one) => {
    const comments = one[0] && !isOfCopy(run, one[0]) ? await more(task.app, run) : one;
    const last = comments.find((comment) => isOfCopy(run, comment));
    if (last?.id !== known.id) return addComment(task, run);
    const done = alreadyAdded(run, last.body, known.hash);
    if (done) return copied(run, done, { id: last.id, hash: textHash(last.body) });
    return textHash(last.body) === known.hash
      ? extend(task, run, { last, lastAt: known.lastAt })
      : addComment(task, run);
  });
}

type Known = NonNullable<Copy['comment']>;

/** Public comments are a thread of their own, internal ones another. */
const isOfCopy = ({ rules }: Run, { isPublic }: RequestComment): boolean => isPublic === (rules.copy === 'public');

/** A public comment came after it, or, X5 by time, too many seconds: the last comment takes no more. */
const isOver = ({ rules, messages: [first] }: Run, { over, lastAt }: Known): boolean =>
  over === true || (rules.joinComments === 'by-time' && first.at - lastAt > rules.coalesceSeconds * 1_000);

/** The newest comment is an internal note: is ours right below it? What cannot be read is taken for somebody else's. */
async function more({ ports }: App, { issueId }: Run): Promise<readonly RequestComment[]> {
  const newest = await newestComments(ports.jira, { issueId, count: NEWEST });
  return newest.kind === 'ok' ? newest.value : [];
}

type Last = { readonly last: RequestComment; readonly lastAt: number };

async function extend(task: Task<'mirror'>, run: Run, { last, lastAt }: Last): Promise<EffectResult> {
  const { ports } = task.app;
  const doc = readDoc(last.body);
  const { timeZone } = run.rules;
  const added = doc && joined(run.messages, { timeZone, existing: { doc, lastAt } });
  if (!added) return addComment(task, run);
  const { issueId } = run;
  const edited = await editComment(ports, {
    issueId,
    commentId: last.id,
    body: added.doc,
    trace: traceOf(task.effect),
    ...(run.rules.copy === 'public' && { marker: { conversation: run.conversation.id, upTo: upToOf(run, added) } }),
  });
  if (edited.kind === 'refused') return addComment(task, run);
  return settle(task, edited, (comment) => copied(run, added, comment));
}
