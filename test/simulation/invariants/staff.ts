import { textOf } from '../../support/adf';
import type { ConversationId } from '../../../src/domain/ids';
import type { Invariant, Run } from '../books';
import { countOf, holds, recordsOf, rulesFor, textOfMessage } from '../records';
import { isUntold } from './untold';
import { onPhones } from './outbound';

/** It is the business's word: no customer's, none to be sent, and told once. */
export const staffIsRetold: Invariant = {
  name: 'what staff write in the WhatsApp Business app is one outbound row, one copy and goes to no phone again',
  broken: (run) =>
    [...run.books.echoes].flatMap(([token, conversation]) => {
      const rows = recordsOf(run.world).messages.filter((one) => holds(textOfMessage(one), token));
      const onPhone = onPhones(run).filter(({ text = '' }) => holds(text, token)).length;
      const copies = copiesOf(run, token);
      const least = conversation !== undefined && stayedActive(run, conversation) ? 1 : 0;
      return [
        ...(rows.length < least || rows.length > 1 ? [`${token} is ${rows.length} rows`] : []),
        ...(rows.some(({ via }) => via !== 'phone') ? [`${token} is taken for another's`] : []),
        ...(onPhone === 1 ? [] : [`${token} is ${onPhone} times on phones`]),
        ...(copies > rows.length || (copies === 0 && rows.some((row) => isCopied(run, row.conversation)))
          ? [`${token} stands ${copies} times in requests`]
          : []),
      ];
    }),
};

/** Its request is there to say it, the rules have it said there, and no dead letter tells what is missing. */
function isCopied(run: Run, id: ConversationId): boolean {
  const { request, dead = [] } = recordsOf(run.world).conversations.find((one) => one.id === id) ?? {};
  const isThere = Object.values(run.world.state.jira.issues).some((issue) => issue.id === request?.issueId);
  return isThere && rulesFor(run, id).copy !== 'off' && !dead.some(({ effect }) => effect.kind === 'mirror');
}

/** A clone repeats another's words, unless somebody let a conversation go on in it. */
const copiesOf = ({ world, books }: Run, token: string): number =>
  Object.values(world.state.jira.issues)
    .filter(({ id }) => !books.clones.has(id) || isRequest(world, id))
    .flatMap(({ description, comments }) => [description, ...comments.map(({ body }) => body)])
    .map(textOf)
    .filter((text) => !text.startsWith('Transcript'))
    .reduce((sum, text) => sum + countOf(text, token), 0);

const isRequest = (world: Run['world'], issueId: string): boolean =>
  recordsOf(world).conversations.some(({ request }) => request?.issueId === issueId);

/** Active from first to last, as far as anybody can tell: nobody ordered or moved anything. */
function stayedActive(run: Run, id: string): boolean {
  const isMoved = run.story.steps.some(({ kind }) => /^(orders|moves|relocates|merges|deletes|new-phone)$/.test(kind));
  const active = recordsOf(run.world).active.find((one) => one.id === id && one.state === 'active');
  const issue = Object.values(run.world.state.jira.issues).find((one) => one.id === active?.request?.issueId);
  return !isMoved && active !== undefined && !isUntold(run, { issueKey: issue?.key, at: Infinity });
}
