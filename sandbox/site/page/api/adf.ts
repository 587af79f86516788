/** The Atlassian Document Format, as far as this page draws it. */
export type Adf = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly Adf[];
};

/** What Jira's editor sends for typed text: a paragraph per empty line, a hard break per line. */
export function adfFrom(text: string): Adf & { readonly version: 1 } {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/);
  return { type: 'doc', version: 1, content: paragraphs.map(paragraph) };
}

function paragraph(text: string): Adf {
  const content = text
    .split('\n')
    .flatMap((line, index): Adf[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ]);
  return { type: 'paragraph', content };
}

/** The words of a document, a line per block. */
export function wordsOf(node: Adf): string {
  if (node.type === 'hardBreak') return '\n';
  const inner = (node.content ?? []).map(wordsOf);
  return node.text ?? inner.join(node.type === 'doc' ? '\n' : '');
}
