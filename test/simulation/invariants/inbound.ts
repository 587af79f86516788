import type { Conversation } from '../../../src/domain/conversation';
import type { Message } from '../../../src/domain/message';
import type { Issue } from '../../../sandbox/jira/model/state';
import { textOf } from '../../support/adf';
import { PROBE, type Invariant, type Run } from '../books';
import { countOf, holds, recordsOf, rulesFor, textOfMessage } from '../records';

const inboundOf = (run: Run, token: string) =>
  recordsOf(run.world).messages.filter((one) => one.direction === 'inbound' && holds(textOfMessage(one), token));

/** A customer's message that was answered 200 is stored; no message is stored twice. */
export const storedOnce: Invariant = {
  name: 'every inbound message that was answered 200 is stored once',
  broken: (run) =>
    [...run.books.written].flatMap(([token, { phone, id }]) => {
      const isTaken = run.world.phones.messages(phone).some((one) => one.id === id && one.status === 'delivered');
      const stored = inboundOf(run, token);
      const final = stored.filter((one) => one.direction === 'inbound' && one.movedTo === undefined);
      if (isTaken && final.length !== 1) return [`${token} is stored ${final.length} times`];
      if (final.length > 1) return [`${token} is stored ${final.length} times without a 200`];
      return [];
    }),
};

/** All a request says of its own accord, in the order in which it is read: what OmniChat retells, and what an answer quotes, is left out. */
const textsOf = (issue: Issue): string =>
  [issue.description, ...issue.comments.map(({ body }) => body)]
    .map((document) => textOf(withoutQuotes(document)))
    .filter((text) => !text.startsWith('Transcript'))
    .join('\n');

function withoutQuotes(document: unknown): unknown {
  const { content = [], ...rest } = (document ?? {}) as { content?: readonly { type: string }[] };
  return { ...rest, content: content.filter(({ type }) => type !== 'blockquote') };
}

/** The request of the conversation a message ended in says it once, where the rules copy; no other does, but the one it moved on from. */
export const copiedOnce: Invariant = {
  name: 'every inbound message appears once on the right request',
  broken(run) {
    const { messages, conversations } = recordsOf(run.world);
    const issues = Object.values(run.world.state.jira.issues).filter(({ id }) => !run.books.clones.has(id));
    return [...run.books.written.keys()].flatMap((token) => {
      const mine = messages.filter((one) => one.direction === 'inbound' && holds(textOfMessage(one), token));
      const final = mine.find((one) => one.direction === 'inbound' && one.movedTo === undefined);
      const conversation = conversations.find(({ id }) => id === final?.conversation);
      if (!final || !conversation?.request) return [];
      const { issueId, issueKey } = conversation.request;
      const left = mine.flatMap(
        (one) => conversations.find(({ id }) => id === one.conversation)?.request?.issueId ?? [],
      );
      const mayMiss = mayBeUncopied(run, conversation, final);
      return issues.flatMap((issue) => {
        const count = countOf(textsOf(issue), token);
        const isFine =
          issue.id === issueId
            ? count === 1 || (count === 0 && mayMiss)
            : count === 0 || (count === 1 && left.includes(issue.id as never));
        return isFine ? [] : [`${token} stands ${count} times in ${issue.key}, its request is ${issueKey}`];
      });
    });
  },
};

/**
 * Small talk after the close and what a blocked customer writes are rows alone; a dead letter says what is missing. Where
 * nothing is copied the request still begins with the words that it was raised for: not one that was there before.
 */
function mayBeUncopied(run: Run, conversation: Conversation, { key, receivedAt, sequence }: Message): boolean {
  const { id, closed, dead, startedBy, linkedAt } = conversation;
  if (run.books.saidWhileBlocked.has(key)) return true;
  if (rulesFor(run, id).copy === 'off' && (startedBy !== undefined || linkedAt !== undefined || sequence > 1))
    return true;
  const isLate = closed !== undefined && receivedAt + underwayMs(run) >= closed.at;
  return isLate || dead.some(({ effect }) => effect.kind === 'mirror');
}

/** A webhook that came before the close and was decided after it: as long as a handler lives, and as far as the clock stepped. */
export const underwayMs = ({ story }: Run): number =>
  story.steps.reduce(
    (sum, step) => sum + (step.kind === 'weather' ? Math.abs(step.weather.clockMs ?? 0) : 0),
    HANDLER_MS,
  );

const HANDLER_MS = 1_000;

/** Of two messages that came in the order in which they were said, the request tells the first one first. */
export const inOrder: Invariant = {
  name: 'a request tells messages in their order',
  broken(run) {
    const { messages, conversations } = recordsOf(run.world);
    return conversations.flatMap(({ id, request }) => {
      const issue = Object.values(run.world.state.jira.issues).find((one) => one.id === request?.issueId);
      if (!issue) return [];
      const text = textsOf(issue);
      const said = messages
        .filter((one) => one.direction === 'inbound' && one.conversation === id && one.movedTo === undefined)
        .toSorted((one, other) => one.sequence - other.sequence)
        .flatMap((one) => {
          const token = /^m\d+/.exec(textOfMessage(one))?.[0];
          const place = token === undefined ? -1 : text.search(new RegExp(`\\b${token}\\b`));
          return place < 0 || token === undefined ? [] : [{ token, place, at: one.at }];
        });
      return said.flatMap((one, index) => {
        const next = said[index + 1];
        return next && one.at < next.at && one.place > next.place
          ? [`${next.token} stands before ${one.token} in ${issue.key}`]
          : [];
      });
    });
  },
};

/** The simulator's last message, after all trouble: 20 seconds, so that the sweep has no part in it. */
export const wellAgain: Invariant = {
  name: 'when all is well a message is in its request within 20 seconds',
  broken: ({ world }) =>
    Object.values(world.state.jira.issues).some((issue) => holds(textsOf(issue), PROBE)) ? [] : ['it is in none'],
};
