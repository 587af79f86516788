import type { Conversation } from '../domain/conversation';
import type { SendFailure } from '../domain/delivery';
import { headOf, type AccountId, type ConversationId } from '../domain/ids';
import { closes } from '../domain/rules/close';
import type { ProjectSettings } from '../domain/settings';
import { chatText } from '../domain/text/chatText';
import { markerOf, readComment, type RequestComment } from '../jira/comments';
import type { JiraEvent } from '../jira/events';
import { mySelf } from '../jira/people';
import { readRequest } from '../jira/requests';
import type { JiraOutcome } from '../jira/outcome';
import { commentOrigin } from '../storage/keys';
import type { App } from './call';
import { carriageFor } from './carriage';
import { NotYet } from './notYet';
import { conversationById, type OpenedConversation } from './openConversation';
import { runTurn } from './runTurn';

type CommentEvent = Extract<JiraEvent, { kind: 'comment' }>;

/**
 * A comment was written or edited. What leaves Jira is the fresh copy, and only if it is public now, by a person who is
 * not the customer, and no copy of a tab answer of ours. Never on an unknown visibility. The same comment is one answer, however often it is edited.
 */
export async function noticeComment(app: App, id: ConversationId, event: CommentEvent): Promise<void> {
  if (!event.isPublic) return;
  const opened = await conversationById(app, id);
  const { conversation, thread } = opened;
  if (isCopyOfOurs(conversation, event)) return;
  const customer = thread.contact.customer?.kind === 'account' ? thread.contact.customer.accountId : undefined;
  if (event.author !== undefined && event.author === customer) return;
  const comment = fresh(await readComment(app.ports.jira, { issueId: event.issueId, commentId: event.commentId }));
  if (!comment?.isPublic || !(await isAnswer(app, comment, customer))) return;
  if (fresh(await markerOf(app.ports.jira, event.commentId))) return;
  await send(app, opened, event, comment);
}

const isCopyOfOurs = ({ copy }: Conversation, { commentId }: CommentEvent): boolean => copy.comment?.id === commentId;

/** Answers are of people: not of automation or apps (X2), not of customers. */
async function isAnswer(app: App, { author }: RequestComment, customer: AccountId | undefined): Promise<boolean> {
  if (author?.kind !== 'person' || author.accountId === customer) return false;
  return author.accountId !== fresh(await mySelf(app.ports));
}

// eslint-disable-next-line max-params -- where it was written, what told us, what it says
async function send(
  app: App,
  { conversation, settings }: OpenedConversation,
  event: CommentEvent,
  comment: RequestComment,
): Promise<void> {
  const { open: _, ...carriage } = await carriageFor(app, conversation.route);
  const agent = comment.author?.accountId;
  if (!agent) return;
  const done = await doneAt(app, { event, comment, settings });
  await runTurn(app, {
    key: headOf(conversation.id),
    events: [
      {
        kind: 'agent-comment',
        origin: commentOrigin(event.issueId, event.commentId),
        conversation: conversation.id,
        commentId: event.commentId,
        agent,
        ...spoken(conversation, comment),
        carriage,
        createdAt: comment.createdAt,
        ...(done !== undefined && { doneAt: done }),
      },
    ],
  });
}

/** The comment as the channel's text; what cannot be said there makes the whole comment undeliverable. */
function spoken({ route }: Conversation, comment: RequestComment): { text?: string; failure?: SendFailure } {
  const said = chatText(comment.body, route.channel);
  return said.ok ? { text: said.value } : { failure: { reason: said.failure } };
}

type Judged = { readonly event: CommentEvent; readonly comment: RequestComment; readonly settings: ProjectSettings };

/** When the request was done, where it is done now: the comment may have been written after that. */
async function doneAt(app: App, { event, comment, settings }: Judged): Promise<number | undefined> {
  const request = fresh(await readRequest(app.ports.jira, event.issueId));
  if (!request || !closes(settings, request.status)) return undefined;
  return request.statusSince ?? comment.createdAt;
}

function fresh<Value>(outcome: JiraOutcome<Value>): Value | undefined {
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'refused') return undefined;
  throw new NotYet(outcome.kind === 'limited' ? outcome.retryAfterSeconds : 30);
}
