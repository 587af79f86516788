import type { AdfNode } from './adf';
import { parseInline } from './wikiInline';

/**
 * Jira's wiki markup as JSM strings and v2 carry it, to ADF. Enough of it that text which was not escaped visibly goes
 * wrong: headings, lists, quotes, rules, tables, code, and the inline marks of `wikiInline`.
 */
export function wikiToAdf(markup: string): AdfNode {
  const content: AdfNode[] = [];
  const lines = markup.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length;) at = readBlock(lines, at, content);
  return { type: 'doc', version: 1, content };
}

/** Reads the block that starts at line `at`, adds it, and returns the line after it. */
function readBlock(lines: readonly string[], at: number, content: AdfNode[]): number {
  const line = lines[at] ?? '';
  if (line.trim() === '') return at + 1;
  const fenced = readFence(lines, at, content);
  if (fenced !== undefined) return fenced;
  const single = singleLineBlock(line);
  if (single) {
    content.push(single);
    return at + 1;
  }
  const items = takeWhile(lines, at, (one) => listKind(one) !== undefined && listKind(one) === listKind(line));
  if (items.length > 0) {
    content.push({ type: listKind(line) ?? 'bulletList', content: items.map(listItem) });
    return at + items.length;
  }
  const text = takeWhile(lines, at, (one) => one.trim() !== '' && !startsBlock(one));
  const inline = parseInline(text.join('\n'));
  if (inline.length > 0) content.push({ type: 'paragraph', content: inline });
  return at + Math.max(1, text.length);
}

function readFence(lines: readonly string[], at: number, content: AdfNode[]): number | undefined {
  const opening = /^\{(code|noformat)(?::[^}]*)?\}(.*)$/.exec(lines[at] ?? '');
  if (!opening) return undefined;
  const closing = `{${opening[1] ?? ''}}`;
  const rest = [opening[2] ?? '', ...lines.slice(at + 1)];
  const end = rest.findIndex((line) => line.includes(closing));
  const inside = (end < 0 ? rest : [...rest.slice(0, end), (rest[end] ?? '').split(closing)[0] ?? ''])
    .join('\n')
    .trim();
  content.push({ type: 'codeBlock', ...(inside && { content: [{ type: 'text', text: inside }] }) });
  return end < 0 ? lines.length : at + end + 1;
}

function singleLineBlock(line: string): AdfNode | undefined {
  const heading = /^\s*h([1-6])\.\s+(.*)$/.exec(line);
  if (heading) return { type: 'heading', attrs: { level: Number(heading[1]) }, content: parseInline(heading[2] ?? '') };
  const quote = /^\s*bq\.\s+(.*)$/.exec(line);
  if (quote) return { type: 'blockquote', content: [{ type: 'paragraph', content: parseInline(quote[1] ?? '') }] };
  if (/^\s*-{4,5}\s*$/.test(line)) return { type: 'rule' };
  if (/^\s*\|.*\|\s*$/.test(line)) return { type: 'table', content: [tableRow(line.trim())] };
  return undefined;
}

function tableRow(line: string): AdfNode {
  const type = line.startsWith('||') ? 'tableHeader' : 'tableCell';
  const cells = line.split(/\|\|?/).slice(1, -1);
  const cell = (text: string): AdfNode => ({ type, content: [{ type: 'paragraph', content: parseInline(text) }] });
  return { type: 'tableRow', content: cells.map(cell) };
}

function listKind(line: string): 'bulletList' | 'orderedList' | undefined {
  if (/^\s*[*-]+\s+\S/.test(line)) return 'bulletList';
  return /^\s*#+\s+\S/.test(line) ? 'orderedList' : undefined;
}
const listItem = (line: string): AdfNode => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: parseInline(line.replace(/^\s*[*#-]+\s+/, '')) }],
});

const startsBlock = (line: string) =>
  /^\{(code|noformat)/.test(line) || listKind(line) !== undefined || singleLineBlock(line) !== undefined;

function takeWhile(lines: readonly string[], from: number, keep: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, at) => at >= from && !keep(line));
  return lines.slice(from, end < 0 ? lines.length : end);
}
