import { createHash } from 'node:crypto';
import { cleanText } from '../domain/text/cleanText';
import { attr, cardUrl, readNode, type AdfNode } from '../domain/text/adfNode';

/** The document as plain text, one line per block: what a reader sees, however Jira stores it. Files count as `[file]`. */
export function plainText(doc: unknown): string {
  return textOf(readNode(doc))
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/**
 * Is a description or comment still what we wrote? Jira may store a document in another form, so the text is compared,
 * without regard to white space. 32 hex characters.
 */
export function textHash(doc: unknown): string {
  return hashOf(comparable(plainText(doc)));
}

/**
 * Is this what we once wrote (`knownHash`) with exactly these texts added at its end, each perhaps after a time line? So
 * an edit of ours whose answer was lost is recognised, an edit by somebody else is not.
 */
export function isExtended(doc: unknown, knownHash: string, added: readonly string[]): boolean {
  const endsIn = (text: string, left: readonly string[]): boolean => {
    const last = left.at(-1);
    if (last === undefined) return hashOf(text) === knownHash;
    const said = comparable(cleanText(last));
    if (!text.endsWith(said)) return false;
    const before = text.slice(0, text.length - said.length).trimEnd();
    return (
      endsIn(before, left.slice(0, -1)) ||
      (TIME_LINE.test(before) && endsIn(before.replace(TIME_LINE, ''), left.slice(0, -1)))
    );
  };
  return endsIn(comparable(plainText(doc)), added);
}

/** `21 Nov 2026, 09:12` or `14:05` at the end: see domain/text/timeLine. */
const TIME_LINE = /(?:^| )(?:\d{1,2} \p{L}+ \d{4}, )?\d{2}:\d{2}$/u;

const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u2060]+/g, ' ')
    .trim();
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const LEAF: Record<string, (node: AdfNode) => string> = {
  text: (node) => node.text,
  hardBreak: () => '\n',
  emoji: (node) => attr(node, 'text') || attr(node, 'shortName'),
  mention: (node) => attr(node, 'text'),
  status: (node) => attr(node, 'text'),
  date: (node) => attr(node, 'timestamp'),
  media: () => '[file]',
  mediaInline: () => '[file]',
  inlineCard: cardUrl,
  blockCard: cardUrl,
  embedCard: cardUrl,
};
const INLINE = new Set(['text', 'hardBreak', 'emoji', 'mention', 'status', 'date', 'inlineCard', 'mediaInline']);

function textOf(node: AdfNode): string {
  const leaf = Object.hasOwn(LEAF, node.type) ? LEAF[node.type] : undefined;
  const own = leaf ? leaf(node) : attr(node, 'title');
  const inner = node.content.map(textOf).join('');
  return INLINE.has(node.type) ? `${own}${inner}` : `${own}${inner}\n`;
}
