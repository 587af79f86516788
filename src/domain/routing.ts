import type { NumberChannel } from './settings';
import { cleanText } from './text/cleanText';

/** The request type for a first message: that of the first keyword it begins with or consists of, else the channel's. */
export function requestTypeFor({ requestTypeId, routes = [] }: NumberChannel, text: string): string {
  const whole = folded(text);
  const [firstWord = ''] = whole.split(/\s+/);
  const said = [whole, bare(whole), firstWord, bare(firstWord)];
  return routes.find(({ keyword }) => said.includes(folded(keyword)))?.requestTypeId ?? requestTypeId;
}

const folded = (text: string): string => cleanText(text).normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/** Without the punctuation around it: `Invoice!` */
const bare = (text: string): string => text.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
