import type { Channel } from '../contact';
import { fail, ok, type Result } from '../result';
import { attr, cardUrl, readNode, type AdfNode } from './adfNode';
import { inlineText } from './chatInline';
import { cleanText } from './cleanText';
import { shownFiles } from './shownFiles';

/**
 * A public comment (an Atlassian document) as the text a phone shows. Its files are no part of it (`shownFiles`): one of files
 * alone is an empty text. Never throws, whatever the document. The table of forms: jira.md 5.4.
 */
export function chatText(doc: unknown, channel: Channel): Result<string, 'empty'> {
  const text = tidy(joined(readNode(doc).content, channel));
  return text === '' && shownFiles(doc).length === 0 ? fail('empty') : ok(text);
}

/** Blocks below each other: a blank line between paragraphs on WhatsApp, none on SMS, where every character counts. */
function joined(nodes: readonly AdfNode[], channel: Channel): string {
  const blocks = nodes.map((node) => blockText(node, channel)).filter((block) => block.trim() !== '');
  return blocks.join(channel === 'sms' ? '\n' : '\n\n');
}

const BLOCK: Record<string, (node: AdfNode, channel: Channel) => string> = {
  paragraph: (node, channel) => inlineText(node.content, channel),
  heading: headingText,
  bulletList: (node, channel) => listText(node, channel, () => '- '),
  orderedList: (node, channel) => listText(node, channel, (_, index) => `${firstNumber(node) + index}. `),
  taskList: (node, channel) => listText(node, channel, (item) => (attr(item, 'state') === 'DONE' ? '[x] ' : '[ ] ')),
  decisionList: (node, channel) => listText(node, channel, () => '- '),
  codeBlock: codeText,
  blockquote: (node, channel) => joined(node.content, channel).replace(/^/gm, '> '),
  expand: titledText,
  nestedExpand: titledText,
  table: (node, channel) => node.content.map((row) => rowText(row, channel)).join('\n'),
  rule: () => '---',
  blockCard: cardUrl,
  embedCard: cardUrl,
};

function blockText(node: AdfNode, channel: Channel): string {
  const known = Object.hasOwn(BLOCK, node.type) ? BLOCK[node.type] : undefined;
  if (known) return known(node, channel);
  const hasInline = node.content.some((child) => child.type === 'text');
  if (node.content.length === 0) return inlineText([node], channel);
  return hasInline ? inlineText(node.content, channel) : joined(node.content, channel);
}

/** A heading is bold where the channel has bold; bold inside it would end it early. */
function headingText(node: AdfNode, channel: Channel): string {
  const plain = node.content.map((child) => ({ ...child, marks: child.marks.filter((mark) => mark.type === 'link') }));
  const bold: AdfNode = { type: 'strong', text: '', attrs: {}, marks: [], content: [] };
  return inlineText(
    plain.map((child) => ({ ...child, marks: [...child.marks, bold] })),
    channel,
  );
}

/** The first line of an item carries the marker; its other lines, nested lists among them, stand two spaces in. */
function listText(list: AdfNode, channel: Channel, marker: (item: AdfNode, index: number) => string): string {
  let counted = -1;
  const items = list.content.map((item) => {
    if (item.type.endsWith('List')) return indented(blockText(item, channel));
    counted += 1;
    return `${marker(item, counted)}${indented(itemText(item, channel)).trimStart()}`;
  });
  return items.join('\n');
}

/** Task and decision items hold inline nodes, list items hold blocks. */
function itemText(item: AdfNode, channel: Channel): string {
  const holdsBlocks = item.content.some((child) => Object.hasOwn(BLOCK, child.type));
  if (!holdsBlocks) return inlineText(item.content, channel);
  return item.content.map((child) => blockText(child, channel)).join('\n');
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

function firstNumber(list: AdfNode): number {
  const { order } = list.attrs;
  return typeof order === 'number' && Number.isFinite(order) ? order : 1;
}

function codeText(node: AdfNode, channel: Channel): string {
  const code = node.content.map((child) => child.text).join('');
  return channel === 'sms' || code.trim() === '' || code.includes('```') ? code : `\`\`\`\n${code}\n\`\`\``;
}

function titledText(node: AdfNode, channel: Channel): string {
  return [attr(node, 'title'), joined(node.content, channel)].filter((part) => part !== '').join('\n');
}

const rowText = (row: AdfNode, channel: Channel): string =>
  row.content.map((cell) => joined(cell.content, channel).replace(/\s+/g, ' ')).join(' | ');

/** Jira's editor leaves no-break spaces, which alone would turn an SMS into UCS-2, and zero-width spaces, which nobody sees. */
function tidy(text: string): string {
  const lines = cleanText(text)
    .replace(/\u00A0/g, ' ')
    .replace(/[\u200B\u2060]/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first === -1
    ? ''
    : lines
        .slice(first)
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trimEnd();
}
