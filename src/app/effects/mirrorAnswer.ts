import { typedText } from '../../domain/content';
import type { Conversation } from '../../domain/conversation';
import type { EffectResult } from '../../domain/effectResult';
import type { IssueId } from '../../domain/ids';
import type { Author, OutboundMessage } from '../../domain/message';
import type { ProjectSettings } from '../../domain/settings';
import { messageText } from '../../domain/text/messageText';
import { SESSION_MS } from '../../domain/rules/append';
import { addAgentComment, type AgentComment } from '../../jira/commentWrites';
import { newestMarkedComments } from '../../jira/comments';
import { whoIs } from '../../jira/people';
import { commentOrigin } from '../../storage/keys';
import type { App } from '../call';
import { agentHeader, staffHeader } from '../texts';
import { fileIn } from './copied';
import type { Task } from './task';
import { settle } from './settle';
import { traceOf } from './trace';

export type AnswerStep = {
  readonly conversation: Conversation;
  readonly issueId: IssueId;
  readonly message: OutboundMessage;
  readonly rules: ProjectSettings;
};

/** The copy in its order, or what it passed over. */
type Showing = Task<'mirror'> | Task<'show-answer'>;

/** Comments among which an earlier try is looked for. */
const NEWEST = 20;

/**
 * Writes a tab answer as a comment, public or internal as the rules copy it: as the agent while it is their own session, later as the app naming the
 * agent. Always after the send: a comment says what the customer got, or may have got.
 */
export async function mirrorAnswer(task: Showing, step: AnswerStep): Promise<EffectResult> {
  const { message } = step;
  const inSession = message.author.kind === 'agent' && message.author.accountId === task.performer.session;
  const session = message.author.kind === 'agent' ? SESSION_MS : 0;
  const wait = message.receivedAt + session - task.app.ports.clock.now();
  if (!inSession && wait > 0) return { kind: 'later', at: task.app.ports.clock.now() + wait, waiting: true };
  return mayBeWritten(task, message) ? unlessWritten(task, step) : write(task, step);
}

/** Another performer, or an earlier start of this one, also one that was given up since, may have got through without anybody learning of it. */
const mayBeWritten = ({ effect, performer }: Showing, message: OutboundMessage): boolean =>
  effect.attempts > 1 ||
  effect.unknownSince !== undefined ||
  message.author.kind !== 'agent' ||
  performer.session !== message.author.accountId;

async function unlessWritten(task: Showing, step: AnswerStep): Promise<EffectResult> {
  const newest = await newestMarkedComments(task.app.ports.jira, { issueId: step.issueId, count: NEWEST });
  return settle(task, newest, (comments) => {
    const written = comments.find(({ marker }) => marker && 'message' in marker && marker.message === step.message.key);
    return written ? done(step, written.id) : write(task, step);
  });
}

async function write(task: Showing, step: AnswerStep): Promise<EffectResult> {
  const { author, key } = step.message;
  const agent = author.kind === 'agent' ? author.accountId : undefined;
  const inSession = agent !== undefined && agent === task.performer.session;
  const comment: AgentComment = {
    issueId: step.issueId,
    marker: { message: key },
    trace: traceOf(task.effect),
    ...saidIn(step.message),
    ...(step.message.quotedText !== undefined && { quoted: step.message.quotedText }),
    internal: step.rules.copy === 'internal',
    way: inSession ? { kind: 'in-session' } : { kind: 'as-app', header: await headerOf(task.app, step.message) },
  };
  const written = await addAgentComment(task.app.ports.jira, comment);
  const refusedHere = inSession && written.kind === 'refused';
  return refusedHere
    ? { kind: 'later', at: step.message.receivedAt + SESSION_MS }
    : settle(task, written, ({ id }) => done(step, id));
}

/** A file is shown, below the words that went with it; where documents cannot name it, words tell of it. */
function saidIn(message: OutboundMessage): Pick<AgentComment, 'text' | 'file'> {
  const { content } = message;
  const file = fileIn(message);
  if (!file) return { text: messageText(content) };
  return { text: typedText(content) ?? '', file };
}

const headerOf = async (app: App, { author, channel }: OutboundMessage): Promise<string> =>
  author.kind === 'staff' ? staffHeader(channel) : agentHeader(await nameOf(app, author));

async function nameOf({ ports }: App, author: Author): Promise<string> {
  if (author.kind !== 'agent') return 'An agent';
  const who = await whoIs(ports, author.accountId);
  return who.kind === 'ok' ? who.value.displayName : 'An agent';
}

/**
 * A public comment of ours ends the description phase and the customer's last run of comments. Its id is kept: an agent
 * who edits the comment tells of it in their own name, and the customer has the answer already.
 */
const done = ({ message, issueId }: AnswerStep, commentId: string): EffectResult => ({
  kind: 'mirrored',
  upTo: message.sequence,
  copy: { phase: 'comments' },
  wrote: { origin: commentOrigin(issueId, commentId), message: message.key },
});
