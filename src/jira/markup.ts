import { cleanText } from '../domain/text/cleanText';
import type { Paragraph } from '../domain/text/timeLine';

/**
 * Paragraphs as Jira's wiki markup, for the one call that takes no document (a comment through JSM). What people wrote is
 * shown as they wrote it: nothing in it becomes formatting, a mention, an image or a macro.
 */
export const wikiOf = (paragraphs: readonly Paragraph[]): string => paragraphs.map(lineOf).join('\n\n');

/** Files are named by their file name, which nothing else on the request bears (see `fileName`). */
function lineOf(paragraph: Paragraph): string {
  const { kind, text } = paragraph;
  if (kind === 'time') return `_${escaped(text)}_`;
  if (kind === 'quote') return `bq. ${escaped(text)}`;
  if (kind !== 'file') return escaped(text);
  return paragraph.isPicture ? `!${text}|thumbnail!` : `[^${text}]`;
}

/** Text that Jira's wiki parser shows unchanged. Invisible word joiners stand where a backslash cannot escape. */
export function escaped(text: string): string {
  let shown = '';
  let rest = cleanText(text);
  for (let found = ADDRESS.exec(rest); found; found = ADDRESS.exec(rest)) {
    const following = rest.slice(found.index + found[0].length);
    shown += escapedWords(rest.slice(0, found.index)) + found[0];
    shown += following === '' || /^\s/.test(following) ? '' : JOINER;
    rest = following;
  }
  return (shown + escapedWords(rest)).replace(BLOCK_START, `$1${JOINER}$2`);
}

/** U+2060: no width, no line break, and no white space to the parser. */
const JOINER = '\u2060';

/**
 * The parser takes an address as it is, with every sign in it, backslashes too: so ours hold none, and a joiner ends them.
 * Entities are decoded even there: an address of ours ends before one.
 * Signs and rules: the parser's own lists in `@atlaskit/editor-wikimarkup-transformer` (tokenize/keyword, tokenize/link-text,
 * utils/escape; read 2026-11), which say they follow the renderer of Jira.
 */
const ADDRESS = /(?<!\w)https?:\/\/(?:[\w?!~^/#$%'()*+,\-.:;<=@]|&(?!#?\w+;))*(?:[\w~^/#$%*+\-:<=@]|&(?!#?\w+;))/;

/** Every sign that starts or ends markup and that a backslash escapes. */
const SIGN = /[-#*_+?^~|{}[\]()!]/g;

// A backslash cannot be escaped: two of them break the line, one in front of a sign would undo its escape.
const BACKSLASH = /\\/g;
// `:D` and `:P` are emoticons without a sign that could be escaped.
const EMOTICON = /:(?=[DPp](?![A-Za-z0-9]))/g;
// Named entities would be decoded (numbered ones hold a sign).
const ENTITY = /&(?=[A-Za-z]\w*;)/g;
// Any other address would become a link that swallows the backslashes of escaped signs.
const SCHEME = /(https?|ftps?|irc|mailto)(?=:)/gi;
// `h1.` and `bq.` at the start of a line are a heading and a quotation.
const BLOCK_START = /^([^\S\n]*)(h[1-6]\.|bq\.)/gm;

const escapedWords = (text: string): string =>
  text
    .replace(BACKSLASH, `$&${JOINER}`)
    .replace(SIGN, '\\$&')
    .replace(ENTITY, `$&${JOINER}`)
    .replace(EMOTICON, `$&${JOINER}`)
    .replace(SCHEME, `$&${JOINER}`);
