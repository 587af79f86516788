import { plainText, type AdfNode } from './adf';

const TAGS: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};
const MARKS: Record<string, string> = { strong: 'b', em: 'em', strike: 'del', underline: 'ins', code: 'tt' };

/** Minimal HTML of a document, for `renderedBody` and `renderedFields`. Text is escaped. */
export function toHtml(node: AdfNode): string {
  if (node.type === 'text') return marked(node);
  if (node.type === 'hardBreak') return '<br/>';
  if (node.type === 'rule') return '<hr/>';
  const inner = (node.content ?? []).map(toHtml).join('');
  if (node.type === 'heading') return `<h${String(node.attrs?.level)}>${inner}</h${String(node.attrs?.level)}>`;
  const tag = TAGS[node.type];
  if (tag) return `<${tag}>${inner}</${tag}>`;
  return inner || escaped(plainText(node));
}

function marked(node: AdfNode): string {
  return (node.marks ?? []).reduce(
    (inner, mark) => {
      if (mark.type === 'link') return `<a href="${escaped(String(mark.attrs?.href))}">${inner}</a>`;
      const tag = MARKS[mark.type];
      return tag ? `<${tag}>${inner}</${tag}>` : inner;
    },
    escaped(node.text ?? ''),
  );
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
