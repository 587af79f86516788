import type { AdfNode } from './adf';

type Marks = NonNullable<AdfNode['marks']>;
type Found = { readonly length: number; readonly nodes: readonly AdfNode[] };
/** Looks at the start of `rest`; `before` is the character in front of it. */
type Rule = (rest: string, before: string, marks: Marks) => Found | undefined;

/** The inline half of wiki markup: escapes, marks, links, images, macros and smileys. */
export function parseInline(markup: string, marks: Marks = []): AdfNode[] {
  const nodes: AdfNode[] = [];
  let at = 0;
  while (at < markup.length) {
    const rest = markup.slice(at);
    const found = firstMatch(rest, markup[at - 1] ?? ' ', marks);
    if (found) nodes.push(...found.nodes);
    else addText(nodes, markup[at] ?? '', marks);
    at += found?.length ?? 1;
  }
  return merged(nodes);
}

function firstMatch(rest: string, before: string, marks: Marks): Found | undefined {
  for (const rule of RULES) {
    const found = rule(rest, before, marks);
    if (found) return found;
  }
  return undefined;
}

const literal = (text: string, length: number, marks: Marks): Found => ({ length, nodes: [textNode(text, marks)] });
const textNode = (text: string, marks: Marks): AdfNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: [...marks] }),
});

const lineBreak: Rule = (rest) => {
  if (rest.startsWith('\n')) return { length: 1, nodes: [{ type: 'hardBreak' }] };
  return /^\\\\(?!\\)/.test(rest) ? { length: 2, nodes: [{ type: 'hardBreak' }] } : undefined;
};

const escape: Rule = (rest, _before, marks) => {
  const character = /^\\([!-/:-@[\]-`{-~])/.exec(rest)?.[1];
  return character === undefined ? undefined : literal(character, 2, marks);
};

const entity: Rule = (rest, _before, marks) => {
  const found = /^&#(\d{1,6});/.exec(rest);
  return found ? literal(String.fromCodePoint(Number(found[1])), found[0].length, marks) : undefined;
};

const PAIRS: Record<string, string> = {
  '*': 'strong',
  _: 'em',
  '-': 'strike',
  '+': 'underline',
  '^': 'sup',
  '~': 'sub',
};
/** `*bold*` between word borders; the marks hug the words, as in Jira. */
const mark: Rule = (rest, before, marks) => {
  const type = PAIRS[rest[0] ?? ''];
  if (!type || /[\p{L}\p{N}\\]/u.test(before) || marks.some((one) => one.type === type)) return undefined;
  const sign = `\\x${rest.charCodeAt(0).toString(16)}`;
  const inside = new RegExp(`^${sign}(?!${sign})(\\S|\\S[^\\n]*?[^\\s\\\\])${sign}(?![\\p{L}\\p{N}])`, 'u').exec(rest);
  if (!inside) return undefined;
  const added = type === 'sup' || type === 'sub' ? { type: 'subsup', attrs: { type } } : { type };
  return { length: inside[0].length, nodes: parseInline(inside[1] ?? '', [...marks, added]) };
};

const code: Rule = (rest) => {
  const found = /^\{\{([^\n]+?)\}\}/.exec(rest);
  return found ? literal(found[1] ?? '', found[0].length, [{ type: 'code' }]) : undefined;
};

/** `{color:red}`, `{quote}`, `{anything}`: a macro is consumed and shows nothing of itself. */
const macro: Rule = (rest) => {
  const found = /^\{[A-Za-z][^{}\n]*\}/.exec(rest);
  return found ? { length: found[0].length, nodes: [] } : undefined;
};

const image: Rule = (rest, before) => {
  const found = /^!([^\s!|][^!|\n]*)(\|[^!\n]*)?!/.exec(rest);
  return found && !/[\p{L}\p{N}]/u.test(before) ? { length: found[0].length, nodes: [] } : undefined;
};

const link: Rule = (rest, _before, marks) => {
  const person = /^\[~accountid:([^\]\s]+)\]/.exec(rest);
  if (person) return { length: person[0].length, nodes: [{ type: 'mention', attrs: { id: person[1] ?? '' } }] };
  const found = /^\[(?:([^|\]\n]+)\|)?([^|\]\n]+)\]/.exec(rest);
  if (!found) return undefined;
  const href = found[2] ?? '';
  return literal(found[1] ?? href, found[0].length, [...marks, { type: 'link', attrs: { href } }]);
};

const bareUrl: Rule = (rest, before, marks) => {
  const url = /^https?:\/\/[\w?!~^/#$%&'()*+,\-.:;<=@]*[\w~^/#$%&*+\-:<=@]/.exec(rest)?.[0];
  if (url === undefined || /[\p{L}\p{N}]/u.test(before)) return undefined;
  return literal(url, url.length, [...marks, { type: 'link', attrs: { href: url } }]);
};

const SMILEYS: Record<string, string> = {
  ':)': ':slight_smile:',
  ':(': ':disappointed:',
  ':P': ':stuck_out_tongue:',
  ':D': ':smiley:',
  ';)': ':wink:',
  '(y)': ':thumbsup:',
  '(n)': ':thumbsdown:',
  '(!)': ':warning:',
  '(?)': ':question:',
  '(x)': ':cross_mark:',
  '(/)': ':check_mark:',
};
const smiley: Rule = (rest, before) => {
  const sign = Object.keys(SMILEYS).find((one) => rest.startsWith(one));
  if (sign === undefined || /[\p{L}\p{N}]/u.test(before)) return undefined;
  if (/[A-Z]$/.test(sign) && /^[\p{L}\p{N}]/u.test(rest.slice(sign.length))) return undefined;
  return { length: sign.length, nodes: [{ type: 'emoji', attrs: { shortName: SMILEYS[sign] ?? '' } }] };
};

const RULES: readonly Rule[] = [lineBreak, escape, entity, code, macro, image, link, bareUrl, mark, smiley];

function addText(nodes: AdfNode[], character: string, marks: Marks): void {
  nodes.push(textNode(character, marks));
}

/** Neighbours with the same marks become one text node. */
function merged(nodes: readonly AdfNode[]): AdfNode[] {
  const result: AdfNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node))
      last.text = `${last.text ?? ''}${node.text ?? ''}`;
    else result.push({ ...node });
  }
  return result;
}
const sameMarks = (one: AdfNode, other: AdfNode) =>
  JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
