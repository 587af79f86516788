type AdfNode = { type: string; text?: string; attrs?: Record<string, unknown>; content?: AdfNode[] };

/** A document of plain paragraphs, one per line of the text. */
export const adfOf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: text.split('\n').map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] })),
});

/** What a reader sees: blocks and line breaks end lines. Null when there is no document. */
export function textOf(document: unknown): string {
  const { content = [] } = (document ?? {}) as AdfNode;
  return content.map(inline).join('\n');
}

function inline(node: AdfNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const shown = node.attrs?.text ?? node.attrs?.url;
  if (typeof shown === 'string') return shown;
  return (node.content ?? []).map(inline).join(BLOCKS.has(node.type) ? '\n' : '');
}

const BLOCKS = new Set(['bulletList', 'orderedList', 'blockquote', 'panel', 'expand', 'table', 'listItem']);

/** A text and the files below it, as Jira's editor writes them. */
export const showing = (text: string, ...files: readonly { readonly mediaId: string }[]) => ({
  type: 'doc',
  version: 1,
  content: [
    { type: 'paragraph', content: [{ type: 'text', text }] },
    ...files.map(({ mediaId: id }) => ({
      type: 'mediaSingle',
      attrs: { layout: 'center' },
      content: [{ type: 'media', attrs: { type: 'file', id, collection: '' } }],
    })),
  ],
});
