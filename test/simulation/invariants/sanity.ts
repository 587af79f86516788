import type { Invariant } from '../books';
import { docOf } from '../steps/newer';

export const timeIsMonotone: Invariant = {
  name: 'the simulator: time never goes back',
  inStep: true,
  broken: ({ books }) => {
    const back = books.clock.findIndex((at, index) => index > 0 && at < (books.clock[index - 1] ?? 0));
    return back === -1 ? [] : [`at step ${back}`];
  },
};

/** What a newer version of the app wrote is neither changed nor deleted by this one. */
export const newerIsLeftAlone: Invariant = {
  name: 'a record of a newer version is left alone',
  inStep: true,
  broken: (run) =>
    [...run.books.newer]
      .filter(([key, { was }]) => JSON.stringify(docOf(run, key)) !== was)
      .map(([key]) => `${key} was written`),
};

/** What the simulator says was written is on the phones, and nothing else of the customers is. */
export const nothingInvented: Invariant = {
  name: 'the simulator: every event it put in is in its books',
  broken: ({ world, books, story }) => {
    // One more: the simulator's own last message.
    const steps = story.steps.map((step) => (step.kind === 'meanwhile' ? step.step : step));
    const written = steps.filter(({ kind }) => kind === 'writes').length + 1;
    const shown = world.phones
      .list()
      .flatMap((phone) => world.phones.messages(phone))
      .filter(
        ({ side, text, media, edited, deleted }) =>
          side === 'customer' && (edited ?? deleted ?? /^m\d/.test(text ?? media?.caption ?? '')),
      );
    return books.written.size === written && shown.length === written
      ? []
      : [`${written} written, ${books.written.size} booked, ${shown.length} on phones`];
  },
};
