import type { ChangeBook, Invariant, Run } from '../books';
import { holds, recordsOf, textOfMessage } from '../records';

/** New words for a message, or that it was taken back: told by a row; what was said first is kept as it was. */
export const changesAreRows: Invariant = {
  name: 'what a customer does to a message of theirs is one row, of its conversation while that is active',
  broken: (run) =>
    run.books.changes.flatMap((change) => {
      const rows = rowsOf(run, change);
      const name = `${change.as ?? 'the deletion'} of ${change.target}`;
      const [row] = rows;
      if (!row || rows.length > 1) return [`${name} is ${rows.length} rows`];
      const mayMove = !change.active || !staysActive(run, change.active);
      return mayMove || row.conversation === change.active ? [] : [`${name} is a row of ${row.conversation}`];
    }),
};

export const changedStaysStored: Invariant = {
  name: 'a message that was changed or taken back stays stored as it was',
  broken: ({ world, books }) =>
    books.changes.flatMap(({ target }) => {
      const [token = ''] = [...books.written].find(([, { id }]) => id === target) ?? [];
      const kept = recordsOf(world).messages.some(
        (one) => one.providerId === target && one.content.kind === 'text' && holds(one.content.text, token),
      );
      return kept || token === '' ? [] : [`${token} is not stored any more`];
    }),
};

export const changesOpenNothing: Invariant = {
  name: 'what a customer does to a message of theirs opens no conversation',
  broken({ world }) {
    const { messages, conversations } = recordsOf(world);
    const ofAgents = new Set(conversations.filter(({ startedBy }) => startedBy).map(({ id }) => id));
    return messages.flatMap(({ key, conversation, sequence, content }) =>
      sequence === 1 && !ofAgents.has(conversation) && /^(edit|deletion)$/.test(content.kind)
        ? [`${key} is the first of its conversation`]
        : [],
    );
  },
};

const rowsOf = ({ world }: Run, { target, as }: ChangeBook) =>
  recordsOf(world).messages.filter((one) => {
    if (one.direction !== 'inbound' || one.movedTo !== undefined) return false;
    if (as === undefined) return one.content.kind === 'deletion' && one.content.target === target;
    return one.content.kind === 'edit' && one.content.target === target && holds(textOfMessage(one), as);
  });

/** It was never another one's turn: agents activate what was paused, and pause what was active. */
const staysActive = ({ world, story }: Run, id: string): boolean =>
  recordsOf(world).active.some((one) => one.id === id) &&
  !story.steps.some((step) => step.kind === 'orders' && /^(pause|activate|reopen)Conversation$/.test(step.call));
