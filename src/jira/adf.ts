import { z } from 'zod';
import { cleanText } from '../domain/text/cleanText';
import type { FileParagraph, Paragraph } from '../domain/text/timeLine';

/** An Atlassian document. Its blocks are kept as they came: we only ever add to them. */
export type AdfDoc = { readonly type: 'doc'; readonly version: 1; readonly content: readonly unknown[] };

const Doc = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

/** Reads a description or comment body. Undefined where it is none (an empty description is `null`). */
export function readDoc(raw: unknown): AdfDoc | undefined {
  return Doc.safeParse(raw).data;
}

/** A document of these paragraphs. Never empty: Jira refuses an empty description or comment (jira.md 5.2). */
export function docOf(paragraphs: readonly Paragraph[]): AdfDoc {
  const content = paragraphs.flatMap(blocksOf);
  return { type: 'doc', version: 1, content: content.length > 0 ? content : blocksOf(NO_TEXT) };
}

/** The document with these paragraphs after what it holds. */
export const appended = (doc: AdfDoc, paragraphs: readonly Paragraph[]): AdfDoc => ({
  ...doc,
  content: [...doc.content, ...paragraphs.flatMap(blocksOf)],
});

/** Characters of the document as Jira may count them: its JSON (jira.md 3.5). */
export const sizeOf = (doc: AdfDoc): number => JSON.stringify(doc).length;

/** Jira takes 32,767 characters; whether of text or of JSON nobody says, so we stay well below in JSON (jira.md 3.5). */
export const BUDGET = 30_000;

type Mark = { readonly type: 'em' | 'strong' } | { readonly type: 'link'; readonly attrs: { readonly href: string } };
type Inline =
  { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] } | { readonly type: 'hardBreak' };
type Line = { readonly type: 'paragraph'; readonly content: readonly Inline[] };
type Block = Line | { readonly type: 'blockquote'; readonly content: readonly Line[] } | Media;
type Media = {
  readonly type: 'mediaSingle' | 'mediaGroup';
  readonly attrs?: object;
  readonly content: readonly object[];
};

const NO_TEXT: Paragraph = { kind: 'message', text: '(no text)' };
const MARK: Record<Exclude<Paragraph['kind'], 'file'>, readonly Mark[]> = {
  message: [],
  quote: [],
  time: [{ type: 'em' }],
  header: [{ type: 'strong' }],
};

/** A blank line separates blocks, a line break is a hard break: text nodes hold neither line breaks nor nothing. */
function blocksOf(paragraph: Paragraph): readonly Block[] {
  if (paragraph.kind === 'file') return [mediaOf(paragraph)];
  return paragraph.kind === 'quote' ? [{ type: 'blockquote', content: linesOf(paragraph) }] : linesOf(paragraph);
}

function linesOf({ kind, text }: Exclude<Paragraph, FileParagraph>): readonly Line[] {
  const chunks = cleanText(text).split(/\n(?:[^\S\n]*\n)+/);
  return chunks
    .filter((chunk) => chunk.trim() !== '')
    .map((chunk) => chunk.trimEnd())
    .map((chunk) => ({
      type: 'paragraph',
      content: chunk.split('\n').flatMap((line, index) => lineOf(line, index, kind)),
    }));
}

/** Pictures are shown, other files are cards. Jira wants the empty collection (jira.md 4.2). */
function mediaOf({ mediaId, text, isPicture }: FileParagraph): Media {
  const media = { type: 'media', attrs: { type: 'file', id: mediaId, collection: '', alt: text } };
  if (!isPicture) return { type: 'mediaGroup', content: [media] };
  return { type: 'mediaSingle', attrs: { layout: 'align-start' }, content: [media] };
}

function lineOf(line: string, index: number, kind: keyof typeof MARK): readonly Inline[] {
  const texts = kind === 'message' ? linked(line) : plain(line, MARK[kind]);
  return index === 0 ? texts : [{ type: 'hardBreak' }, ...texts];
}

const plain = (text: string, marks: readonly Mark[] = []): readonly Inline[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/gi;

function linked(line: string): readonly Inline[] {
  let end = 0;
  const parts = [...line.matchAll(ADDRESS)].flatMap((match) => {
    const address = withoutTail(match[0]);
    if (!isLink(address)) return [];
    const before = plain(line.slice(end, match.index));
    end = match.index + address.length;
    return [...before, ...plain(address, [{ type: 'link', attrs: { href: address } }])];
  });
  return [...parts, ...plain(line.slice(end))];
}

/** A very long address would count twice against the budget and is none that people follow. */
const isLink = (address: string): boolean => address.length < 2_000 && /^https?:\/\/[\p{L}\p{N}[]/iu.test(address);

const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Punctuation after an address belongs to the sentence; a closing bracket too, unless the address opened one. */
function withoutTail(address: string): string {
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    const opening = OPENING[last];
    const isTail = opening ? !address.slice(0, end).includes(opening) : /[.,;:!?'*_~]/.test(last);
    if (!isTail) break;
  }
  return address.slice(0, end);
}
