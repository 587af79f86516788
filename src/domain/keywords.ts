import type { Channel } from './contact';
import type { Content } from './content';
import type { ConversationRules } from './conversationRules';
import { HELP_WORDS, SMS_STOP_WORDS, START_WORDS, STOP_WORDS } from './optOutWords';

export type Keyword = 'stop' | 'start' | 'help';

/** A message as keywords are looked for in it. `keyword` is what the provider says of it. */
type Said = { readonly channel: Channel; readonly content: Content; readonly keyword?: Keyword };
type Words = Pick<ConversationRules, 'optOutWords'>;

/**
 * The keyword a message is, if it is nothing else (X18): the provider's word for it, a standard one, or one of the
 * administrator's more. `cancel` and `end` stop on SMS, where carriers block on them, and are plain answers on WhatsApp; `yes`
 * counts only where the provider itself says so. Whatever words stop, START is a way back.
 */
export function keywordOf({ channel, content, keyword }: Said, { optOutWords }: Words): Keyword | undefined {
  if (keyword) return keyword;
  if (content.kind !== 'text' || content.text.length > LONGEST) return undefined;
  const said = folded(content.text);
  if (said === '') return undefined;
  const { standard, more, back = [] } = optOutWords;
  if (isOneOf(more, said)) return 'stop';
  const known = STANDARD[channel].get(said);
  if (isOneOf(back, said) || known === 'start') return 'start';
  return standard ? known : undefined;
}

const isOneOf = (words: readonly string[], said: string): boolean => words.some((word) => folded(word) === said);

/** An administrator's word has 60 characters at most; a longer message is none. */
const LONGEST = 80;

/** Without case, accents, and the signs around words: `Arrêt !` is `arret`. A question mark stays: it asks. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøæßı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();

/** Letters that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', æ: 'ae', ß: 'ss', ı: 'i' };

const listed = (words: string, keyword: Keyword): readonly (readonly [string, Keyword])[] =>
  words.split(',').map((word) => [folded(word), keyword]);

const EVERYWHERE = [
  ...Object.values(STOP_WORDS).flatMap((words) => listed(words, 'stop')),
  ...Object.values(START_WORDS).flatMap((words) => listed(words, 'start')),
  ...listed(HELP_WORDS, 'help'),
];
const STANDARD: Readonly<Record<Channel, ReadonlyMap<string, Keyword>>> = {
  whatsapp: new Map(EVERYWHERE),
  sms: new Map([...EVERYWHERE, ...listed(SMS_STOP_WORDS, 'stop')]),
};
