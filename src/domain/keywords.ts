import { typedText, type Content } from './content';

export type Keyword = 'stop' | 'start' | 'help';

/** Words carriers and providers act on (Twilio, default opt-out keywords, read 2026-11). Only as the whole message. */
const WORDS: Readonly<Record<Keyword, readonly string[]>> = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
  start: ['start', 'unstop', 'yes'],
  help: ['help', 'info'],
};
/** Words that are also plain answers (`yes`, `end`) count only where the provider itself says so. */
const AMBIGUOUS = new Set(['yes', 'end', 'cancel', 'quit', 'info', 'revoke']);

/** The opt-out keyword a message is, if it is nothing else. `told` is what the provider says of it. */
export function bareKeyword(content: Content, told?: Keyword): Keyword | undefined {
  if (told) return told;
  if (content.kind !== 'text') return undefined;
  const word = (typedText(content) ?? '')
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
  if (AMBIGUOUS.has(word)) return undefined;
  return (['stop', 'start', 'help'] as const).find((keyword) => WORDS[keyword].includes(word));
}
