import { textOf } from '../../support/adf';
import type { Invariant } from '../books';
import { countOf, recordsOf, textOfMessage } from '../records';

/** A conversation counts its messages; none is missing and none is there twice. */
export const sequencesAddUp: Invariant = {
  name: 'the messages of a conversation are numbered without gaps, and its figures add up',
  inStep: true,
  broken({ world }) {
    const { messages, conversations } = recordsOf(world);
    return conversations.flatMap(({ id, messages: count, mirrored, tally }) => {
      const own = messages.filter(({ conversation }) => conversation === id);
      const sequences = own.map(({ sequence }) => sequence).toSorted((one, other) => one - other);
      const isWhole = sequences.length === count && sequences.every((sequence, index) => sequence === index + 1);
      const inbound = own.filter(({ direction }) => direction === 'inbound').length;
      const isTold = tally === undefined || tally.inbound <= inbound;
      return [
        ...(isWhole ? [] : [`${id} counts ${count}, the store has ${sequences.join(', ')}`]),
        ...(isTold ? [] : [`${id} tells of ${tally.inbound} inbound messages, the store has ${inbound}`]),
        ...(mirrored <= count ? [] : [`${id} has copied ${mirrored} of ${count}`]),
      ];
    });
  },
};

/** Received = stored + known already + refused: what is stored was written, by a customer, once. */
export const nothingIsStoredThatNobodyWrote: Invariant = {
  name: 'stored messages of customers are those that customers wrote',
  broken({ world, books, story }) {
    const words = new Set(story.steps.flatMap((step) => (step.kind === 'word' ? [step.word] : [])));
    return recordsOf(world).messages.flatMap((message) => {
      if (message.direction !== 'inbound' || !/^(text|media)$/.test(message.content.kind)) return [];
      const text = textOfMessage(message);
      const token = /^[mp]\d+/.exec(text)?.[0] ?? '';
      const isWritten =
        message.via === 'portal' ? books.inside.has(token) : books.written.has(token) || words.has(text);
      return isWritten ? [] : [`${message.key} says ${text}`];
    });
  },
};

/** Pages of one conversation go on where the last one ended. */
export const transcriptsTellOnce: Invariant = {
  name: 'the transcripts of a request tell every message at most once',
  broken: ({ world, books }) =>
    Object.values(world.state.jira.issues).flatMap((issue) => {
      const pages = issue.comments.map(({ body }) => textOf(body)).filter((text) => text.startsWith('Transcript'));
      return [...books.written.keys()].flatMap((token) => {
        const count = countOf(pages.join('\n'), token);
        return count > 1 ? [`${token} is told ${count} times in ${issue.key}`] : [];
      });
    }),
};
