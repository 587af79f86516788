import type { Issue } from '../../../sandbox/jira/model/state';
import type { Conversation } from '../../../src/domain/conversation';
import type { ConversationId } from '../../../src/domain/ids';
import { isWaiting } from '../../../src/domain/rules/triage';
import { triageRef } from '../../../src/storage/keys';
import { textOf } from '../../support/adf';
import type { Decision, Invariant, Run } from '../books';
import { holds, recordsOf, rulesFor, textOfMessage } from '../records';
import { filesOf } from './files';

/** Held against Jira's own books, whatever the app's records say. */
export const nothingBeforeTheDecision: Invariant = {
  name: 'nothing of a conversation is in Jira before somebody decided that it becomes a request',
  inStep: true,
  broken(run) {
    const { conversations, messages } = recordsOf(run.world);
    const undecided = new Set<string>(conversations.filter((one) => isUndecided(run, one)).map(({ id }) => id));
    if (undecided.size === 0) return [];
    // What moved on from a conversation that was decided is in that one's request.
    const elsewhere = messages.filter(({ conversation }) => !undecided.has(conversation)).map(textOfMessage);
    const issues = Object.values(run.world.state.jira.issues);
    const inJira = issues.map((issue) => ({ issue, text: saidIn(issue) }));
    const early = messages
      .filter((one) => undecided.has(one.conversation))
      .flatMap((message) => {
        const token = /^m\d+/.exec(textOfMessage(message))?.[0];
        const isSaid = token !== undefined && !elsewhere.some((text) => holds(text, token));
        return inJira
          .filter(({ issue, text }) => (isSaid && holds(text, token)) || filesOf(issue, message.key).length > 0)
          .map(({ issue }) => `${message.key} is in ${issue.key}`);
      });
    const raised = issues.filter((issue) => undecided.has(intentOf(issue)));
    return [...early, ...raised.map(({ key }) => `${key} was raised`)];
  },
};

/** The screen said so, and nothing that happens later takes it back; of several decisions the last that was followed holds. */
export const decidedMeansDone: Invariant = {
  name: 'what was decided about a waiting conversation is so',
  broken: (run) =>
    recordsOf(run.world).conversations.flatMap((conversation) => {
      const last = run.books.decisions.get(conversation.id)?.findLast(({ told }) => told === 'ok');
      return !last || isDone(run, conversation, last) ? [] : [`${conversation.id} is not so: ${last.as}`];
    }),
};

/** Those who decide read the list, not the conversations. */
export const waitingIsListed: Invariant = {
  name: 'every conversation that waits for triage is listed, and nothing else is',
  broken: ({ world }) => {
    const { plain } = world.state.platform.kvs;
    const isListed = (id: ConversationId) => plain[triageRef(id).key]?.at(-1)?.record !== undefined;
    return recordsOf(world)
      .conversations.filter((one) => isListed(one.id) !== isWaiting(one))
      .map(({ id, state }) => `${id} is ${state} and ${isListed(id) ? '' : 'not '}listed`);
  },
};

/** Two that were linked to the same request would each tell it half. */
export const oneConversationARequest: Invariant = {
  name: 'no request belongs to two conversations',
  broken({ world }) {
    const requests = recordsOf(world).conversations.flatMap(({ request }) => request?.issueId ?? []);
    return requests.filter((id, index) => requests.indexOf(id) !== index).map((id) => `two conversations in ${id}`);
  },
};

/** What an agent starts has a request from the beginning. */
const isUndecided = (run: Run, { id, startedBy }: Conversation): boolean =>
  startedBy === undefined &&
  rulesFor(run, id).createRequest === 'on-triage' &&
  (run.books.decisions.get(id) ?? []).every(({ as, told = '' }) => as === 'dismiss' || REFUSED.test(told));

/** Whoever decided was told that nothing came of it. Of any other error nobody knows. */
const REFUSED = /^(not-found|busy|has-conversation|other-customer)$/;

/** A request that was merged or deleted is that conversation's no more, and a dismissed conversation is over. */
function isDone({ books }: Run, conversation: Conversation, { as, issueId = '' }: Decision): boolean {
  const { request, state, untriaged } = conversation;
  if (as === 'dismiss') return state === 'closed' && request === undefined;
  if (untriaged) return false;
  return as === 'create' || request?.issueId === issueId || books.merged.has(issueId) || books.deleted.has(issueId);
}

const saidIn = ({ description, comments }: Issue): string =>
  [description, ...comments.map(({ body }) => body)].map(textOf).join('\n');

const intentOf = (issue: Issue): string => ((issue.properties.omnichat ?? {}) as { intent?: string }).intent ?? '';
