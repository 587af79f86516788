import type { LocalizedText } from '../conversationRules';

/** The text in a language (BCP 47, lower case), in its main language (`pt` for `pt-br`), or else the first one there is. Empty where there is none. */
export const textIn = (texts: LocalizedText, language: string): string =>
  texts[language] ?? texts[language.split('-')[0] ?? ''] ?? Object.values(texts)[0] ?? '';
