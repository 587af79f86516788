import type { SendFailure } from '../domain/delivery';
import { headOf } from '../domain/ids';
import { closes } from '../domain/rules/close';
import type { ProjectSettings } from '../domain/settings';
import { chatText } from '../domain/text/chatText';
import { unprefixed } from '../domain/text/unprefixed';
import type { RequestComment } from '../jira/comments';
import type { JiraEvent } from '../jira/events';
import { readRequest } from '../jira/requests';
import { keepInJira } from '../storage/jiraOnly';
import { commentOrigin } from '../storage/keys';
import type { App } from './call';
import { carriageFor } from './carriage';
import { commentFiles } from './commentFiles';
import { fresh } from './fresh';
import type { OpenedConversation } from './openConversation';
import { runTurn } from './runTurn';
import { signature } from './signature';

export type WrittenAnswer = {
  readonly event: Extract<JiraEvent, { kind: 'comment' }>;
  readonly comment: RequestComment;
  readonly automated: boolean;
};

/** A public comment that the rules send to the phone. Without the prefix that they may ask for it stays in Jira (X2). */
export async function noticeAnswer(app: App, opened: OpenedConversation, written: WrittenAnswer): Promise<void> {
  const { conversation, settings } = opened;
  const { event, comment, automated } = written;
  const agent = comment.author?.accountId;
  const said = spoken(opened, comment);
  if (!agent) return;
  const origin = commentOrigin(event.issueId, event.commentId);
  if (said.isForTeam) return keepInJira(app.ports, origin);
  const { isForTeam: _t, ...speech } = said;
  const files = await commentFiles(app, event.issueId, comment.body);
  const { open: _o, ...carriage } = await carriageFor(app, conversation.route, opened.thread.head);
  const done = await doneAt(app, { event, comment, settings });
  const answer = {
    kind: 'agent-comment' as const,
    origin,
    conversation: conversation.id,
    commentId: event.commentId,
    agent,
    ...speech,
    ...(files ? { files } : { failure: NOT_ITS_FILE }),
    ...(automated ? { automated } : await signature(app, settings, agent)),
    carriage,
    createdAt: comment.createdAt,
    publicAt: comment.updatedAt,
    ...(done !== undefined && { doneAt: done }),
  };
  await runTurn(app, { key: headOf(conversation.id), events: [answer] });
}

const NOT_ITS_FILE: SendFailure = { reason: 'cannot-carry-media' };

type Speech = { readonly text?: string; readonly failure?: SendFailure; readonly isForTeam?: true };

/** The comment as the channel's text. `isForTeam`: it lacks the prefix that the rules ask for. */
export function spoken({ conversation, settings }: OpenedConversation, { body }: RequestComment): Speech {
  const said = chatText(body, conversation.route.channel);
  if (settings.bridge !== 'prefixed') return said.ok ? { text: said.value } : { failure: { reason: said.failure } };
  const text = said.ok ? unprefixed(said.value, settings.bridgePrefix) : undefined;
  return text === undefined ? { ...(said.ok && { text: said.value }), isForTeam: true } : { text };
}

type Judged = Pick<WrittenAnswer, 'event' | 'comment'> & { readonly settings: ProjectSettings };

/**
 * When the request was done, where it is done now: the comment may have been written after that. Jira tells since when the
 * status has its category: of another closing status it says nothing, and its own event must tell.
 */
async function doneAt(app: App, { event, comment, settings }: Judged): Promise<number | undefined> {
  const request = fresh(await readRequest(app.ports.jira, event.issueId));
  if (request?.status.category !== 'done' || !closes(settings, request.status)) return undefined;
  return request.statusSince ?? comment.createdAt;
}
