import type { TemplateView } from '../../../src/contract/views';
import { isLong, languageFor, languageSpoken, languagesOf, matching } from '../../../src/ui/issue-tab/templateFilter';
import { languageName } from '../../../src/ui/shared/languageName';
import { aMessage } from '../support/conversations';

const aTemplate = (name: string, language = 'en', over: Partial<TemplateView> = {}): TemplateView => ({
  id: name,
  name,
  language,
  body: `Text of ${name}`,
  placeholders: [],
  buttons: [],
  ...over,
});
const update = aTemplate('case_update', 'en', { body: 'News about your request.' });
const german = aTemplate('case_update', 'de', { body: 'Neues zu Ihrer Anfrage über die Küche.' });
const visit = aTemplate('visit_planned');
const list = [update, german, visit];
const found = (words: string, language = '') => matching(list, { words, language });

test('a handful of templates is not searched, nine are', () => {
  const names = 'a b c d e f g h i'.split(' ');
  expect(isLong(names.slice(1).map((name) => aTemplate(name)))).toBe(false);
  expect(isLong(names.map((name) => aTemplate(name)))).toBe(true);
});

test('a template is found by words of its name or text, in any order, however they are written', () => {
  expect(found('')).toEqual(list);
  expect(found('UPDATE case')).toEqual([update, german]);
  expect(found('case_update')).toEqual([update, german]);
  expect(found(' kuche ')).toEqual([german]);
  expect(found('request news')).toEqual([update]);
  expect(found('no such thing')).toEqual([]);
});

test('a language leaves its own templates, and each language is offered once', () => {
  expect(found('', 'de')).toEqual([german]);
  expect(found('visit', 'de')).toEqual([]);
  expect(languagesOf(list)).toEqual(['en', 'de']);
});

test('the list starts with the language of the newest template the customer got, where one can be sent in it', () => {
  const got = (sequence: number, language: string) =>
    aMessage(sequence, { side: 'business', body: { kind: 'template', text: 'x', language } });
  expect(languageSpoken([got(1, 'en'), got(2, 'de'), aMessage(3)])).toBe('de');
  expect(languageFor(list, 'de')).toBe('de');
  expect(languageFor([{ ...german, hindrance: 'paused' }, update], 'de')).toBe('');
});

test('nobody knows the language of a customer who got no template: all are shown', () => {
  expect(languageSpoken([aMessage(1)])).toBeUndefined();
  expect(languageFor(list, undefined)).toBe('');
});

test('languages are named in the reader’s own, and a code that is none stays as it is', () => {
  expect(languageName('pt_BR', 'en-GB')).toBe('Brazilian Portuguese (pt_BR)');
  expect(languageName('de', 'de-DE')).toBe('Deutsch (de)');
  expect(languageName('???', 'en-GB')).toBe('???');
});
