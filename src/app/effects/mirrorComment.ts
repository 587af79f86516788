import type { EffectResult } from '../../domain/event';
import { textHash } from '../../jira/adfText';
import { readDoc } from '../../jira/adf';
import { newestComments, type RequestComment } from '../../jira/comments';
import { compose } from '../../jira/compose';
import { editComment } from '../../jira/commentWrites';
import { loadSettings } from '../../storage/settings';
import type { App } from '../call';
import { saidIn } from './copied';
import { copied } from './copiedComment';
import { addComment } from './mirrorNewComment';
import type { Run } from './mirror';
import type { Task } from './performEffect';
import { settle } from './settle';
import { traceOf } from './trace';

/** Internal notes do not end a run: so many newest comments are looked at for the newest public one. */
const NEWEST = 5;

/**
 * Adds the customer's messages to their last comment, as long as that is the newest public one and nobody else has
 * edited it; otherwise they are a new comment.
 */
export async function mirrorComment(app: App, task: Task<'mirror'>, run: Run): Promise<EffectResult> {
  const known = run.conversation.copy.comment;
  if (!known) return addComment(app, task, run);
  const newest = await newestComments(app.ports.jira, { issueId: run.issueId, count: 1 });
  return settle(app, task, newest, async (one) => {
    const comments = one[0]?.isPublic === false ? await more(app, run) : one;
    const last = comments.find(({ isPublic }) => isPublic);
    const isOurs = last?.id === known.id && textHash(last.body) === known.hash;
    return isOurs ? extend(app, task, run, last) : addComment(app, task, run);
  });
}

/** The newest comment is an internal note: is ours right below it? What cannot be read is taken for somebody else's. */
async function more({ ports }: App, { issueId }: Run): Promise<readonly RequestComment[]> {
  const newest = await newestComments(ports.jira, { issueId, count: NEWEST });
  return newest.kind === 'ok' ? newest.value : [];
}

// eslint-disable-next-line max-params -- the comment that is extended, and by what
async function extend(app: App, task: Task<'mirror'>, run: Run, last: RequestComment): Promise<EffectResult> {
  const doc = readDoc(last.body);
  const lastAt = run.conversation.copy.comment?.lastAt;
  if (!doc || lastAt === undefined) return addComment(app, task, run);
  const { timeZone } = await loadSettings(app.ports.store, task.thread.head.project);
  const [first, ...rest] = run.messages;
  const added = compose([saidIn(first), ...rest.map(saidIn)], { timeZone, existing: { doc, lastAt } });
  if (added.taken === 0) return addComment(app, task, run);
  const edited = await editComment(app.ports, {
    issueId: run.issueId,
    commentId: last.id,
    body: added.doc,
    trace: traceOf(task.effect),
  });
  if (edited.kind === 'refused') return addComment(app, task, run);
  return settle(app, task, edited, ({ id, hash }) => copied(run, added, { id, hash }));
}
