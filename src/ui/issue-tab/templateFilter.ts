import type { MessageView, TemplateView } from '../../contract/views';

/** `words` of the name or the text, in any order; an empty `language` is every one. */
export type TemplateFilter = { readonly words: string; readonly language: string };

/** A list that is seen at a glance needs no search. */
const AT_A_GLANCE = 8;
export const isLong = (templates: readonly TemplateView[]): boolean => templates.length > AT_A_GLANCE;

/** Every language of the list, once. */
export const languagesOf = (templates: readonly TemplateView[]): readonly string[] => [
  ...new Set(templates.map(({ language }) => language)),
];

/** The language of the newest template that went to this customer: nothing else tells it. */
export const languageSpoken = (messages: readonly MessageView[]): string | undefined =>
  messages.findLast(({ side, body }) => side === 'business' && body.language !== undefined)?.body.language;

/** What the list is narrowed to at first: the customer's language where something can be sent in it, else nothing. */
export function languageFor(templates: readonly TemplateView[], spoken: string | undefined): string {
  const isOffered = templates.some(({ language, hindrance }) => language === spoken && !hindrance);
  return spoken !== undefined && isOffered ? spoken : '';
}

export const matching = (
  templates: readonly TemplateView[],
  { words, language }: TemplateFilter,
): readonly TemplateView[] => {
  const wanted = plain(words)
    .split(' ')
    .filter((word) => word !== '');
  return templates.filter((template) => {
    const said = plain(`${template.name} ${template.body}`);
    return (language === '' || template.language === language) && wanted.every((word) => said.includes(word));
  });
};

/** As people type it: names are written with underscores, and few search with accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
