import type { Conversation } from '../../../src/domain/conversation';
import { textOf } from '../../support/adf';
import type { Invariant, Run } from '../books';
import { holds, recordsOf, textOfMessage } from '../records';
import { onPhones, seen } from './outbound';
import { isUntold } from './untold';

/** An edit is told only where an agent sends the correction, and once. */
export const correctedOnRequest: Invariant = {
  name: 'an edited comment is not sent again but by Send correction',
  inStep: true,
  broken: (run) =>
    [...run.books.comments].flatMap(([token, { tokens }]) => {
      const told = tokens.filter((one) => seen(run, one) > 0).length;
      const most = 1 + (run.books.corrected.get(token) ?? 0);
      return told > most ? [`${tokens.join(', ')}: ${told} of them are on the phone`] : [];
    }),
};

/** Jira tells within three minutes, and again where we did not answer; in a world where nothing has gone wrong at once. */
const KNOWN_AFTER_MS = 5 * 60_000;
const KNOWN_IN_CALM_AFTER_MS = 10_000;

export const withdrawnStaysInside: Invariant = {
  name: 'a comment that was deleted or made internal before it was sent is not sent',
  broken(run) {
    // Who has its row sent again wishes it out.
    const left = [...run.books.comments.values()].filter(({ resent }) => resent === 0);
    return left.flatMap(({ issueKey, tokens, withdrawnAt = Infinity }) =>
      (isUntold(run, { issueKey, at: withdrawnAt }) ? [] : onPhones(run))
        .filter(
          ({ side, text = '', at }) =>
            side === 'business' && Date.parse(at) > knownAt(run, withdrawnAt) && tokens.some((one) => holds(text, one)),
        )
        .map(({ text = '' }) => `${text} went out`),
    );
  },
};

function knownAt({ books: { troubledAt = Infinity } }: Run, at: number): number {
  const inCalm = at + KNOWN_IN_CALM_AFTER_MS;
  return inCalm < troubledAt ? inCalm : at + KNOWN_AFTER_MS;
}

export const portalCommentsAreRows: Invariant = {
  name: 'what the customer writes in the portal is one row',
  broken(run) {
    const { messages } = recordsOf(run.world);
    return [...run.books.inside].flatMap(([token, { issueKey, at, why }]) => {
      if (why !== 'of-the-customer') return [];
      const rows = messages.filter((one) => holds(textOfMessage(one), token)).length;
      const least = conversationThen(run, issueKey, at) && !isUntold(run, { issueKey, at }) ? 1 : 0;
      return rows < least || rows > 1 ? [`${token} is ${rows} rows`] : [];
    });
  },
};

/** On the phone, on its way, or refused with a reason that agents see: in any case a row. */
export const commentsHaveAFate: Invariant = {
  name: 'a public comment that the rules send is one row, whatever became of it',
  broken(run) {
    const { messages } = recordsOf(run.world);
    return [...run.books.comments].flatMap(([token, { id, issueKey, at, tokens, resent, withdrawnAt }]) => {
      const rows = messages.filter(
        (one) =>
          one.direction === 'outbound' &&
          one.commentId === id &&
          one.corrects === undefined &&
          one.content.kind !== 'media',
      ).length;
      const isPlain = tokens.length === 1 && withdrawnAt === undefined;
      const isSure = isPlain && !isUntold(run, { issueKey, at });
      const least = isSure && conversationThen(run, issueKey, at) ? 1 : 0;
      return rows < least || rows > 1 + resent ? [`${token} is ${rows} rows`] : [];
    });
  },
};

/** Who reads in Jira reads it once, however often it was sent again: what was deleted, made internal or edited is another's words. */
export const sentAgainStandsOnce: Invariant = {
  name: 'a comment that is sent again stands once in its request',
  broken: ({ world, books, story }) =>
    [...books.comments].flatMap(([token, { issueKey, tokens, resent }]) => {
      const isWithdrawn = story.steps.some(
        (step) => /^(hides|removes)$/.test(step.kind) && 'token' in step && step.token === token,
      );
      if (resent === 0 || tokens.length > 1 || isWithdrawn) return [];
      const issue = Object.values(world.state.jira.issues).find(({ key }) => key === issueKey);
      const said = (issue?.comments ?? []).map(({ body }) => textOf(body));
      const count = said.filter((text) => !text.startsWith('Transcript') && holds(text, token)).length;
      return count > 1 ? [`${token} stands ${count} times in ${issueKey}`] : [];
    }),
};

/** The app forgives Jira a clock that is so far behind its own: what comes from just before a start is a row as well. */
const FORGIVEN_MS = 60_000;

/**
 * The conversation that the request had when the comment was written. One that came to a request that was there is sure to hear
 * of comments only from a little later: of those before it nobody was told, whatever the clocks say.
 */
function conversationThen({ world, books }: Run, issueKey: string, at: number): Conversation | undefined {
  const issue = Object.values(world.state.jira.issues).find(({ key }) => key === issueKey);
  // Outside service projects no comment is public.
  if (!issue || books.clones.has(issue.id) || issueKey.startsWith('DEV-')) return undefined;
  return recordsOf(world).conversations.find(
    ({ request, openedAt, linkedAt }) =>
      request?.issueId === issue.id && at > (linkedAt === undefined ? openedAt - FORGIVEN_MS : linkedAt + FORGIVEN_MS),
  );
}
