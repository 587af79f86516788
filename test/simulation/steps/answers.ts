import type { AnswerBook, Run } from '../books';
import type { AgentStep, MoreToSay } from '../story';
import { attached } from './attached';
import { nextDraft, outcomeOf, press, requestAt, type Doings } from './doing';
import { recordsOf } from '../records';
import { rowsOf } from './rows';

export const ANSWERS: Doings<Extract<AgentStep, { kind: 'answers' | 'answers-again' }>> = {
  async answers(run, { agent, request, token, more = {} }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const input = await inputOf(run, { agent, issueKey, token, more });
    if (!input) return;
    const { quotes } = input;
    const quoted = recordsOf(run.world).messages.find(({ key }) => key === quotes)?.providerId;
    const { files } = more;
    const answer: AnswerBook = {
      draftId: nextDraft(run),
      issueKey,
      said: input,
      ...(files && { files }),
      ...(quoted !== undefined && { quoted }),
      told: [],
      resent: 0,
    };
    run.books.answers.set(token, answer);
    answer.told.push(await pressed(run, agent, answer));
  },
  async 'answers-again'(run, { token }) {
    const known = run.books.answers.get(token);
    if (known) known.told.push(await pressed(run, 0, known));
  },
};

/** *Send message* in the tab. */
async function pressed(run: Run, agent: number, { draftId, issueKey, said }: AnswerBook): Promise<string> {
  return outcomeOf(await press(run, { agent, issueKey, call: 'sendMessage', input: { draftId, ...said } }));
}

type Answering = {
  readonly agent: number;
  readonly issueKey: string;
  readonly token: string;
  readonly more: MoreToSay;
};
type Input = { readonly text: string; readonly attachments?: readonly { id: string }[]; readonly quotes?: string };

/** Undefined where a file cannot be put on the request, or nobody wrote what would be quoted. */
async function inputOf(run: Run, { agent, issueKey, token, more }: Answering): Promise<Input | undefined> {
  const text = `${token} from the tab${LENGTHS[more.length ?? 'short']}`;
  const ids: { id: string }[] = [];
  for (const file of more.files ?? []) {
    const put = await attached(run, { agent, issueKey, token: file });
    if (!put) return undefined;
    ids.push({ id: put.id });
  }
  const quotes = more.quotes === undefined ? undefined : await quotable(run, { agent, issueKey, back: more.quotes });
  if (more.quotes !== undefined && quotes === undefined) return undefined;
  return { text, ...(ids.length > 0 && { attachments: ids }), ...(quotes !== undefined && { quotes }) };
}

type Quoting = { readonly agent: number; readonly issueKey: string; readonly back: number };

/** The key of a customer's message that the tab shows. */
async function quotable(run: Run, { agent, issueKey, back }: Quoting): Promise<string | undefined> {
  const rows = await rowsOf(run, agent, issueKey);
  const theirs = rows.filter(({ side, body }) => side === 'customer' && body.kind === 'text');
  return theirs.at(-1 - (back % Math.max(1, theirs.length)))?.key;
}

/** Of an SMS 5 parts, and 9: more than the rules let go, fewer than the provider takes. WhatsApp takes both. */
const LENGTHS = { short: '', long: ': and so on'.repeat(60), 'too-long': ': and so on'.repeat(120) };
