import type { CommentChanged } from '../domain/event';
import { shownFiles } from '../domain/text/shownFiles';
import { headOf, type ConversationId } from '../domain/ids';
import { markerOf, readComment, type RequestComment } from '../jira/comments';
import type { JiraEvent } from '../jira/events';
import { mySelf } from '../jira/people';
import { commentOrigin } from '../storage/keys';
import { isKeptInJira, keepInJira } from '../storage/jiraOnly';
import { isMessage } from '../storage/threads';
import type { App } from './call';
import { fresh, settled } from './fresh';
import { noticeAnswer, spoken } from './noticeAnswer';
import { noticePortalComment } from './noticePortalComment';
import { conversationById, type OpenedConversation } from './openConversation';
import { runTurn } from './runTurn';

export type CommentEvent = Extract<JiraEvent, { kind: 'comment' }>;
type DeletedEvent = Extract<JiraEvent, { kind: 'comment-deleted' }>;

/**
 * A comment was written or edited. What leaves Jira is the fresh copy, and only if it is public now, by somebody whose comments
 * the rules send, and no copy of a tab answer of ours. Never on an unknown visibility. Nor does an event that comes late
 * take back what is public by now. The same comment is one answer, however
 * often it is edited: its row tells of the edit.
 */
export async function noticeComment(app: App, id: ConversationId, event: CommentEvent): Promise<void> {
  if (!event.isPublic && !event.edited) return;
  const opened = await conversationById(app, id);
  if (opened.conversation.copy.comment?.id === event.commentId) return;
  if (!event.isPublic && !(await isMessage(app.ports, commentOrigin(event.issueId, event.commentId)))) return;
  const read = await readComment(app.ports.jira, event);
  const comment = settled(read, { at: event.updatedAt, now: app.ports.clock.now() });
  if (!comment?.isPublic) return (await isTakenBack(app, event)) ? takenBack(app, id, event) : undefined;
  const speaker = await speakerOf(app, opened, comment);
  if (speaker !== 'nobody') await notice(app, opened, { event, comment, speaker });
}

/**
 * Is what the customer has none of theirs any more? Its event may say so, or only Jira's comment as it is now: one that was
 * restricted to a role stays public to its event, and may not be shown to us at all.
 */
const isTakenBack = async ({ ports }: App, { isPublic, issueId, commentId }: CommentEvent): Promise<boolean> =>
  !isPublic || (await isMessage(ports, commentOrigin(issueId, commentId)));

const takenBack = (app: App, id: ConversationId, event: CommentEvent): Promise<void> =>
  changed(app, id, { ...event, change: 'internal', at: event.updatedAt });

type Noticed = {
  readonly event: CommentEvent;
  readonly comment: RequestComment;
  readonly speaker: 'customer' | 'agent' | 'automation';
};

async function notice(app: App, opened: OpenedConversation, { event, comment, speaker }: Noticed): Promise<void> {
  const origin = commentOrigin(event.issueId, event.commentId);
  const { bridge } = opened.settings;
  if (speaker !== 'customer' && bridge === 'off') await keepInJira(app.ports, origin);
  const isNew = speaker === 'customer' ? !event.edited : bridge !== 'off';
  if (!isNew && !event.edited) return;
  const marker = fresh(await markerOf(app.ports.jira, event.commentId));
  if (speaker === 'customer')
    return isNew && !marker ? noticePortalComment(app, opened, { event, comment }) : undefined;
  // Under a prefix the comment itself says whether it goes out.
  const isKept = event.edited && bridge === 'public' && (await isKeptInJira(app.ports, origin));
  if (!marker && isNew && !isKept)
    return noticeAnswer(app, opened, { event, comment, automated: speaker === 'automation' });
  const isAnswer = !marker || 'message' in marker;
  if (!event.edited || !isAnswer) return;
  const { text } = spoken(opened, comment);
  await changed(app, opened.conversation.id, {
    ...event,
    change: 'edited',
    at: event.updatedAt,
    fileCount: shownFiles(comment.body).length,
    ...(text !== undefined && { text }),
  });
}

/** A comment was deleted. The customer may have it as a message. */
export const noticeDeletedComment = (app: App, id: ConversationId, event: DeletedEvent): Promise<void> =>
  changed(app, id, { ...event, change: 'deleted', at: event.at ?? app.ports.clock.now() });

type Change = Pick<JiraEvent, 'issueId'> & { readonly commentId: string } & Pick<
    CommentChanged,
    'change' | 'text' | 'fileCount' | 'at'
  >;

async function changed(app: App, conversation: ConversationId, told: Change): Promise<void> {
  const { issueId, commentId, change, text, fileCount } = told;
  const origin = commentOrigin(issueId, commentId);
  const at = Math.min(told.at, app.ports.clock.now());
  const event: CommentChanged = {
    kind: 'comment-changed',
    commentId,
    origin,
    conversation,
    change,
    at,
    ...(text !== undefined && { text }),
    ...(fileCount !== undefined && { fileCount }),
  };
  await runTurn(app, { key: headOf(conversation), events: [event] });
}

/** Answers are of people, and of automation where the rules say so (X2). Customers are customers, whoever's request it is. */
async function speakerOf(
  app: App,
  { thread: { contact }, settings }: OpenedConversation,
  { author }: RequestComment,
): Promise<Noticed['speaker'] | 'nobody'> {
  if (!author) return 'nobody';
  const customer = contact.customer?.kind === 'account' ? contact.customer.accountId : undefined;
  if (author.kind === 'customer' || author.accountId === customer) return 'customer';
  if (author.accountId === fresh(await mySelf(app.ports))) return 'nobody';
  if (author.kind === 'person') return 'agent';
  return settings.bridgeAutomation ? 'automation' : 'nobody';
}
