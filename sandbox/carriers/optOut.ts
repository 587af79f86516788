import type { Account } from './account';

/** Bare words, alone and in any case, that a provider takes for the customer's own switch. */
export type OptOutWords = { readonly stop: RegExp; readonly start: RegExp };

/** What all of them know. Others than these a carrier names itself, with their source. */
export const BASIC_WORDS: OptOutWords = { stop: /^(stop|stopall|unsubscribe)$/i, start: /^(start|unstop)$/i };

/** From a stop word on the provider itself sends nothing to the customer on that line, until a start word comes. */
export function noteOptOut(
  { own }: Account,
  line: string,
  said: { readonly text: string; readonly words: OptOutWords },
) {
  const bare = said.text.trim();
  if (said.words.stop.test(bare)) own.optedOut = [...new Set([...own.optedOut, line])];
  if (said.words.start.test(bare)) own.optedOut = own.optedOut.filter((one) => one !== line);
}
