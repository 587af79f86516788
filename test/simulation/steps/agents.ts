import type { ConversationView } from '../../../src/contract/views';
import { adfOf, showing } from '../../support/adf';
import type { CommentBook, InsideBook, Run } from '../books';
import { holds, rulesAt } from '../records';
import type { AgentStep } from '../story';
import { attached } from './attached';
import { bookComment, prefixIn } from './comments';
import { accountOf, nextDraft, personAt, press, requestAt, type Doings } from './doing';

export const AGENTS_DO: Doings<Exclude<AgentStep, { kind: 'templates' | 'answers' | 'answers-again' }>> = {
  async comments(run, { agent, request, token, prefixed, automated = false }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const id = await written(run, {
      by: automated ? automationOf(run) : accountOf(run, agent),
      issueKey,
      text: `${prefixIn(run, issueKey, prefixed)}${token} is the answer`,
    });
    if (id === undefined) return;
    bookComment(run, { id, issueKey, token, isPrefixed: prefixed, isAutomated: automated });
  },
  async notes(run, { agent, request, token, inTab, file }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const text = `${token} between us`;
    if (inTab) {
      await press(run, { agent, issueKey, call: 'addInternalMessage', input: { draftId: nextDraft(run), text } });
      run.books.inside.set(token, { issueKey, why: 'internal', at: run.world.agenda.now() });
      return;
    }
    const shown = file === undefined ? undefined : await attached(run, { agent, issueKey, token: file });
    const by = accountOf(run, agent);
    const id = await written(run, { by, issueKey, text: shown ? showing(text, shown) : text, internal: true });
    if (id === undefined) return;
    const note: InsideBook = { id, issueKey, why: 'internal', at: run.world.agenda.now() };
    run.books.inside.set(token, { ...note, ...(file !== undefined && { file }) });
    if (file !== undefined) run.books.inside.set(file, note);
  },
  async edits(run, { token, as }) {
    const known = run.books.comments.get(token);
    if (!known) return;
    const body = adfOf(`${prefixIn(run, known.issueKey, true)}${as} is the answer now`);
    if (await put(run, known, { body })) known.tokens.push(as);
  },
  async corrects(run, { token }) {
    const known = run.books.comments.get(token);
    if (!known) return;
    const { issueKey, tokens } = known;
    const view = await press(run, { agent: 0, issueKey, call: 'viewConversation', input: {} });
    if (!view.ok || (view.output as ConversationView).kind === 'none') return;
    const { messages } = view.output as Extract<ConversationView, { kind: 'conversation' }>;
    const row = messages.find(
      ({ comment, body: { text = '' } }) => comment?.change === 'edited' && tokens.some((one) => holds(text, one)),
    );
    if (!row) return;
    // Two agents press the button of the same row. What broke off may have gone out, as the screen says.
    const told = [];
    for (const agent of [0, 1]) {
      const input = { draftId: nextDraft(run), message: row.key };
      told.push(await press(run, { agent, issueKey, call: 'sendCorrection', input }));
    }
    const mayBeSent = told.some((one) => !one.ok || (one.output as { status: string }).status !== 'failed');
    if (mayBeSent) run.books.corrected.set(token, (run.books.corrected.get(token) ?? 0) + 1);
  },
  async shows(run, { token }) {
    const withdrawn = run.books.comments.get(token);
    if (withdrawn) return shownAgain(run, withdrawn);
    const note = run.books.inside.get(token);
    const isSent = note?.why === 'internal' && rulesAt(run, note.issueKey).bridge === 'public';
    if (!isSent || note.id === undefined) return;
    const { id, issueKey, at } = { ...note, id: note.id };
    if (!(await show(run, { id, issueKey }, false))) return;
    run.books.inside.delete(token);
    if (note.file !== undefined) run.books.inside.delete(note.file);
    run.books.comments.set(token, { id, issueKey, at, tokens: [token], resent: 0 });
  },
  async hides(run, { token, restricted }) {
    const known = run.books.comments.get(token);
    if (!known || !(await (restricted ? restrict(run, known) : show(run, known, true)))) return;
    known.withdrawnAt = run.world.agenda.now();
    if (restricted) known.restricted = true;
  },
  async removes(run, { token }) {
    const known = run.books.comments.get(token);
    if (!known) return;
    const url = `/rest/api/3/issue/${known.issueKey}/comment/${known.id}`;
    if (await personAt(run, accountOf(run, 0))('DELETE', url)) known.withdrawnAt = run.world.agenda.now();
  },
};

/** Jira's own automation, or any other app on the site. */
function automationOf({ world }: Run): string {
  const { people } = world.state.jira;
  const app = people.find(({ role }) => role === 'app');
  if (app && !people.some(({ accountId }) => accountId === AUTOMATION)) people.push({ ...app, accountId: AUTOMATION });
  return AUTOMATION;
}

const AUTOMATION = 'automation';

type Writing = {
  readonly by: string;
  readonly issueKey: string;
  readonly text: string | object;
  readonly internal?: true;
};

/** The id of the comment; undefined where Jira refuses. */
async function written(run: Run, { by, issueKey, text, internal }: Writing): Promise<string | undefined> {
  const properties = internal ? [{ key: 'sd.public.comment', value: { internal: true } }] : [];
  const ask = personAt(run, by);
  const made = await ask('POST', `/rest/api/3/issue/${issueKey}/comment`, {
    body: typeof text === 'string' ? adfOf(text) : text,
    properties,
  });
  return (made as { id: string } | undefined)?.id;
}

type Comment = Pick<CommentBook, 'id' | 'issueKey'>;

const put = (run: Run, { id, issueKey }: Comment, body: object): Promise<unknown> =>
  personAt(run, accountOf(run, 0))('PUT', `/rest/api/3/issue/${issueKey}/comment/${id}`, body);

async function show(run: Run, comment: Comment, internal: boolean): Promise<boolean> {
  const ask = personAt(run, accountOf(run, 0));
  const read = await ask('GET', `/rest/api/3/issue/${comment.issueKey}/comment/${comment.id}`);
  if (!read) return false;
  const properties = [{ key: 'sd.public.comment', value: { internal } }];
  return Boolean(await put(run, comment, { body: (read as { body: object }).body, properties }));
}

async function restrict(run: Run, comment: Comment): Promise<boolean> {
  const read = await personAt(run, accountOf(run, 0))(
    'GET',
    `/rest/api/3/issue/${comment.issueKey}/comment/${comment.id}`,
  );
  const visibility = { type: 'role', value: 'Administrators' };
  return read !== undefined && Boolean(await put(run, comment, { body: (read as { body: object }).body, visibility }));
}

/** Public as it was before: with the time at which it was first written. What is restricted stays so. */
async function shownAgain(run: Run, comment: CommentBook): Promise<void> {
  if (comment.restricted) return;
  if (comment.withdrawnAt !== undefined && (await show(run, comment, false))) delete comment.withdrawnAt;
}
