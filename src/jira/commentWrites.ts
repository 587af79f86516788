import { z } from 'zod';
import type { As, Cache, Jira, JiraRequest } from '../app/ports';
import type { AccountId, IssueId } from '../domain/ids';
import type { FileParagraph, Paragraph } from '../domain/text/timeLine';
import { docOf, type AdfDoc } from './adf';
import { textHash } from './adfText';
import type { CommentMarker, CopyMarker } from './marker';
import { wikiOf } from './markup';
import { ask, mapOutcome, refused, type JiraOutcome } from './outcome';
import { quietly } from './quietly';
import { Nothing, PROPERTY, traced } from './shapes';

/** A comment after a write: `hash` is of its text as Jira shows it (see `textHash`). */
export type WrittenComment = { readonly id: string; readonly hash: string };

/** What every new comment needs: its marker finds it again, its trace comes back in the event it causes. */
type NewComment = { readonly issueId: IssueId; readonly marker: CommentMarker; readonly trace: string };

/** The three ways to write as the customer, best first; the first two need the customer's rights, the last always works. */
export type CustomerWay = 'as-customer' | 'through-jsm' | 'as-app';
export const CUSTOMER_WAYS: readonly CustomerWay[] = ['as-customer', 'through-jsm', 'as-app'];

export type CustomerComment = NewComment & Voice & { readonly paragraphs: readonly Paragraph[] };

/** In the customer's own name, or in the app's with a header that names the customer: `Ana (WhatsApp)`. */
export type Voice =
  | { readonly way: 'as-customer' | 'through-jsm'; readonly customer: AccountId }
  | { readonly way: 'as-app'; readonly header: string };

/** Writes what the customer said as a public comment. The way through JSM takes no marker: there the author and the text tell. */
export async function addCustomerComment(jira: Jira, comment: CustomerComment): Promise<JiraOutcome<WrittenComment>> {
  if (comment.way === 'as-app') {
    const body = docOf([{ kind: 'header', text: comment.header }, ...comment.paragraphs]);
    return addComment(jira, { ...comment, as: 'app', body });
  }
  if (comment.way === 'through-jsm') return addThroughJsm(jira, comment);
  return addComment(jira, { ...comment, as: { account: comment.customer }, body: docOf(comment.paragraphs) });
}

export type AgentComment = NewComment & {
  readonly text: string;
  /** The message that it replies to, shortened: stands above the text. */
  readonly quoted?: string;
  /** Stands below the text, which may be empty then. */
  readonly file?: FileParagraph;
  readonly internal?: boolean;
  /** In the agent's own session, or as the app with a header line that names the agent. */
  readonly way: { readonly kind: 'in-session' } | { readonly kind: 'as-app'; readonly header: string };
};

/** Writes what an agent wrote in the tab as a comment. */
export async function addAgentComment(jira: Jira, comment: AgentComment): Promise<JiraOutcome<WrittenComment>> {
  const { way, text, quoted, file, internal, ...rest } = comment;
  const quote: readonly Paragraph[] = quoted === undefined ? [] : [{ kind: 'quote', text: quoted }];
  const said: readonly Paragraph[] = [...quote, { kind: 'message', text }, ...(file ? [file] : [])];
  const draft: Draft =
    way.kind === 'in-session'
      ? { ...rest, as: 'user', body: docOf(said) }
      : { ...rest, as: 'app', body: docOf([{ kind: 'header', text: way.header }, ...said]) };
  return internal ? addInternal(jira, draft) : addComment(jira, draft);
}

/** Writes an internal note as the app. */
export const addNote = (
  jira: Jira,
  { paragraphs, ...note }: NewComment & { readonly paragraphs: readonly Paragraph[] },
): Promise<JiraOutcome<WrittenComment>> => addInternal(jira, { ...note, as: 'app', body: docOf(paragraphs) });

/**
 * A note that came out public would reach the customer: it is deleted again and refused (JSDCLOUD-9766 shows that Jira may
 * ignore the mark of an internal comment).
 */
async function addInternal(jira: Jira, note: Draft): Promise<JiraOutcome<WrittenComment>> {
  const written = await ask(jira, commentRequest({ ...note, internal: true }), Written);
  if (written.kind !== 'ok' || written.value.jsdPublic !== true) return mapOutcome(written, writtenOf);
  const path = `/rest/api/3/issue/${note.issueId}/comment/${written.value.id}`;
  const deleted = await ask(jira, { method: 'DELETE', path, as: 'app', headers: traced(note.trace) }, Nothing);
  return deleted.kind === 'ok' ? refused('rejected', 201, 'Jira made the internal note public.') : deleted;
}

export type CommentEdit = {
  readonly issueId: IssueId;
  readonly commentId: string;
  readonly body: AdfDoc;
  readonly trace: string;
  /** Only for a public comment. It is known by it later, whoever has edited it since. */
  readonly marker?: CopyMarker;
};

/**
 * Replaces the text of a comment. A PUT of the body alone keeps it public or internal (jira.md 3.3), so one that may be
 * internal is given nothing else.
 */
export async function editComment(
  ports: { readonly jira: Jira; readonly cache: Cache },
  edit: CommentEdit,
): Promise<JiraOutcome<WrittenComment>> {
  const { body, marker } = edit;
  const path = `/rest/api/3/issue/${edit.issueId}/comment/${edit.commentId}`;
  const edited = await quietly(ports, (query) => ({
    request: {
      method: 'PUT',
      path: `${path}${query}`,
      as: 'app',
      headers: traced(edit.trace),
      body: { body, ...(marker && { properties: [{ key: PROPERTY, value: marker }] }) },
    },
    schema: Written,
  }));
  return mapOutcome(edited, writtenOf);
}

type Draft = NewComment & { readonly as: As; readonly body: AdfDoc; readonly internal?: true };

async function addComment(jira: Jira, draft: Draft): Promise<JiraOutcome<WrittenComment>> {
  return mapOutcome(await ask(jira, commentRequest(draft), Written), writtenOf);
}

/** A comment without the mark is public by default, so the mark of a note is a boolean: the text `"true"` is ignored. */
function commentRequest({ issueId, as, body, marker, trace, internal }: Draft): JiraRequest {
  const ours = { key: PROPERTY, value: marker };
  const properties = internal ? [{ key: 'sd.public.comment', value: { internal: true } }, ours] : [ours];
  const path = `/rest/api/3/issue/${issueId}/comment`;
  return { method: 'POST', path, as, headers: traced(trace), body: { body, properties } };
}

async function addThroughJsm(
  jira: Jira,
  comment: NewComment & { readonly customer: AccountId; readonly paragraphs: readonly Paragraph[] },
): Promise<JiraOutcome<WrittenComment>> {
  const { issueId, customer, paragraphs, trace } = comment;
  const path = `/rest/servicedeskapi/request/${issueId}/comment`;
  const body = { body: wikiOf(paragraphs), public: true };
  const request: JiraRequest = { method: 'POST', path, as: { account: customer }, headers: traced(trace), body };
  const written = await ask(jira, request, z.object({ id: z.string() }));
  return mapOutcome(written, ({ id }) => ({ id, hash: textHash(docOf(paragraphs)) }));
}

const Written = z.object({
  id: z.string(),
  body: z.unknown().optional(),
  jsdPublic: z.boolean().optional().catch(undefined),
});

const writtenOf = ({ id, body }: z.infer<typeof Written>): WrittenComment => ({ id, hash: textHash(body) });
