import type { Channel } from '../contact';
import { attr, cardUrl, type AdfNode } from './adfNode';

/** Inline nodes of one block as chat text, with WhatsApp's marks; SMS has none. */
export function inlineText(nodes: readonly AdfNode[], channel: Channel): string {
  const segments = nodes.flatMap(segmentsOf);
  const links = runs(segments, (segment) => segment.href);
  let text = '';
  links.forEach((run, index) => {
    const edge = { before: text.slice(-1), after: links[index + 1]?.[0]?.text.slice(0, 1) ?? '' };
    const marked = channel === 'whatsapp' ? markedText(run, MARKS, edge) : run.map((one) => one.text).join('');
    text += linkedText(marked, run);
  });
  return text;
}

type Segment = { readonly text: string; readonly marks: ReadonlySet<string>; readonly href: string };

function segmentsOf(node: AdfNode): readonly Segment[] {
  const text = leafText(node);
  const link = node.marks.find((mark) => mark.type === 'link');
  const own: Segment = {
    text,
    marks: new Set(node.marks.map((mark) => mark.type)),
    href: link ? attr(link, 'href') : '',
  };
  return [...(text === '' ? [] : [own]), ...node.content.flatMap(segmentsOf)];
}

const LEAF: Record<string, (node: AdfNode) => string> = {
  text: (node) => node.text,
  hardBreak: () => '\n',
  emoji: (node) => attr(node, 'text') || attr(node, 'shortName'),
  mention: (node) => attr(node, 'text') || '@unknown',
  status: (node) => `[${attr(node, 'text').toUpperCase()}]`,
  date: (node) => dateText(attr(node, 'timestamp')),
  inlineCard: cardUrl,
};

const leafText = (node: AdfNode): string => {
  const leaf = Object.hasOwn(LEAF, node.type) ? LEAF[node.type] : undefined;
  return leaf ? leaf(node) : attr(node, 'text');
};

/** Jira's dates are midnight UTC in milliseconds; what is no date is shown as it is. */
function dateText(timestamp: string): string {
  const at = Number(timestamp);
  if (timestamp === '' || !(Math.abs(at) <= 8.64e15)) return timestamp;
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' }).format(at);
}

/** Outermost first. WhatsApp: https://faq.whatsapp.com/539178204879377 (read 2026-11). */
const MARKS: readonly (readonly [mark: string, delimiter: string])[] = [
  ['code', '`'],
  ['strong', '*'],
  ['em', '_'],
  ['strike', '~'],
];

type Edge = { readonly before: string; readonly after: string };

function markedText(segments: readonly Segment[], marks: typeof MARKS, edge: Edge): string {
  const [outermost, ...inner] = marks;
  if (!outermost) return segments.map((segment) => segment.text).join('');
  const [mark, delimiter] = outermost;
  const groups = runs(segments, (segment) => segment.marks.has(mark));
  let text = '';
  groups.forEach((group, index) => {
    const within: Edge = {
      before: text.slice(-1) || edge.before,
      after: groups[index + 1]?.[0]?.text.slice(0, 1) ?? edge.after,
    };
    if (!group[0]?.marks.has(mark)) text += markedText(group, inner, within);
    else if (mark === 'code') text += wrapped(group.map((one) => one.text).join(''), delimiter, within);
    else text += wrapped(markedText(group, inner, { before: delimiter, after: delimiter }), delimiter, within);
  });
  return text;
}

const WORD = /[\p{L}\p{N}]/u;

/** Marks hug words and never span lines; inside a word, or around their own sign, WhatsApp would show them as they are. */
function wrapped(text: string, delimiter: string, edge: Edge): string {
  const core = text.trim();
  const insideWord =
    (text.trimStart() === text && WORD.test(edge.before)) || (text.trimEnd() === text && WORD.test(edge.after));
  if (core === '' || core.includes(delimiter) || insideWord) return text;
  const hugged = (line: string) =>
    line.replace(line.trim(), (words) => (words ? `${delimiter}${words}${delimiter}` : ''));
  return text.split('\n').map(hugged).join('\n');
}

/** `text (url)`, or the url alone where the text says the same. Links nobody outside can follow are their text. */
function linkedText(text: string, run: readonly Segment[]): string {
  const href = run[0]?.href ?? '';
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(href) || text.trim() === '') return text;
  const plain = run.map((segment) => segment.text).join('');
  if (bare(plain) === bare(href)) return /^https?:/i.test(href) ? text.replace(text.trim(), () => href) : text;
  const core = text.trimEnd();
  return `${core} (${href.replace(/^(mailto|tel):/i, '')})${text.slice(core.length)}`;
}

const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '');

/** Neighbours of one kind, together. */
function runs(
  segments: readonly Segment[],
  keyOf: (segment: Segment) => string | boolean,
): readonly (readonly Segment[])[] {
  return segments.reduce<Segment[][]>((groups, segment) => {
    const last = groups.at(-1);
    if (last?.[0] && keyOf(last[0]) === keyOf(segment)) last.push(segment);
    else groups.push([segment]);
    return groups;
  }, []);
}
