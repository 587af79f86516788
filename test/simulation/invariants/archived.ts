import type { Invariant } from '../books';
import { recordsOf } from '../records';

/** S0-19: the provider closed it, and the close says so; what was opened again since may be in any state. */
export const archivedIsClosed: Invariant = {
  name: 'a conversation that was archived in the provider’s inbox was closed by the provider',
  broken: ({ world, books }) =>
    recordsOf(world).conversations.flatMap(({ id, closed, tally }) =>
      books.archived.has(id) && closed?.source !== 'provider' && (tally?.reopened ?? 0) === 0
        ? [`${id} was closed by ${closed?.source ?? 'nobody'}`]
        : [],
    ),
};
