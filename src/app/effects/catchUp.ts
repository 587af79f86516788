import type { EffectResult } from '../../domain/effectResult';
import { closes } from '../../domain/rules/close';
import type { IssueId } from '../../domain/ids';
import { newestComments, type RequestComment } from '../../jira/comments';
import { readRequest, type RequestView } from '../../jira/requests';
import { noticeComment } from '../noticeComment';
import { noticeStatus } from '../noticeStatus';
import { conversationById } from '../openConversation';
import { settle } from './settle';
import type { Task } from './task';

/** A request whose creation was lost is found within minutes: nobody writes more on it before. */
const NEWEST = 50;

/**
 * Jira's events of a request that nobody knew as ours were left out: its comments and its Done are taken in now, as if Jira told of
 * them now. What is known already changes nothing.
 */
export async function catchUp(task: Task<'catch-up'>): Promise<EffectResult> {
  const { conversation } = await conversationById(task.app, task.effect.conversation);
  const { request } = conversation;
  if (!request) return { kind: 'done' };
  const comments = await newestComments(task.app.ports.jira, { issueId: request.issueId, count: NEWEST });
  return settle(task, comments, async (newest) => {
    for (const comment of newest.toReversed()) await takeIn(task, request.issueId, comment);
    const read = await readRequest(task.app.ports.jira, request.issueId);
    return settle(task, read, async (now) => {
      await noticeDone(task, now);
      return { kind: 'done' };
    });
  });
}

const takeIn = ({ app, effect }: Task<'catch-up'>, issueId: IssueId, comment: RequestComment): Promise<void> =>
  noticeComment(app, effect.conversation, {
    kind: 'comment',
    issueId,
    issueKey: '',
    own: false,
    commentId: comment.id,
    isPublic: comment.isPublic,
    edited: false,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
  });

async function noticeDone(
  { app, effect }: Task<'catch-up'>,
  { issueId, issueKey, status }: RequestView,
): Promise<void> {
  const { settings } = await conversationById(app, effect.conversation);
  if (closes(settings, status)) await noticeStatus(app, effect.conversation, { issueId, issueKey, own: false });
}
