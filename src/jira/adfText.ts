import { createHash } from 'node:crypto';
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
  const text = plainText(doc)
    .normalize('NFC')
    .replace(/[\s\u2060]+/g, ' ');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

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
