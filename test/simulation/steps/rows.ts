import type { ConversationView, MessageView } from '../../../src/contract/views';
import type { Run } from '../books';
import { holds } from '../records';
import type { RowStep } from '../story';
import { nextDraft, press, requestAt, type Doings } from './doing';

export const ROWS: Doings<RowStep> = {
  async resends(run, { agent, token }) {
    const known = run.books.answers.get(token) ?? run.books.comments.get(token);
    if (!known) return;
    const { issueKey } = known;
    const rows = await rowsOf(run, agent, issueKey);
    const row = rows.find(
      ({ via, body, delivery }) =>
        (via === 'tab' || via === 'comment') &&
        holds(body.text ?? '', token) &&
        /^(failed|unknown)$/.test(delivery?.status ?? ''),
    );
    if (!row) return;
    known.resent += 1;
    const input = { draftId: nextDraft(run), message: row.key };
    // The button is pressed twice: one wish.
    for (const _ of [1, 2]) await press(run, { agent, issueKey, call: 'resendMessage', input });
  },
  async 'fetches-again'(run, { agent, request }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const rows = await rowsOf(run, agent, issueKey);
    const row = rows.find(({ body }) => body.file?.state === 'missing');
    if (row) await press(run, { agent, issueKey, call: 'fetchFileAgain', input: { message: row.key } });
  },
};

/** What the tab of a request shows; nothing where it shows no conversation. */
export async function rowsOf(run: Run, agent: number, issueKey: string): Promise<readonly MessageView[]> {
  const view = await press(run, { agent, issueKey, call: 'viewConversation', input: {} });
  if (!view.ok) return [];
  const shown = view.output as ConversationView;
  return shown.kind === 'conversation' ? shown.messages : [];
}
