import fc from 'fast-check';
import { adfFrom, wordsOf } from '../../../../sandbox/site/page/api/adf';
import { sentence } from '../../../../sandbox/site/page/api/ask';
import { pathTo, routeOf } from '../../../../sandbox/site/page/shared/route';

test.each([
  [{ error: 'No business number' }, 'No business number'],
  [{ errorMessages: ['Issue does not exist'], errors: {} }, 'Issue does not exist'],
  [{ errorMessages: [], errors: { summary: 'You must specify a summary.' } }, 'You must specify a summary.'],
  [{ errorMessage: 'Not allowed', i18nErrorMessage: {} }, 'Not allowed'],
  [{ ok: true }, undefined],
])('the sentence of %j', (answer, expected) => {
  expect(sentence(answer)).toBe(expected);
});

test('typed lines become hard breaks and empty lines become paragraphs', () => {
  const { content } = adfFrom('one\ntwo\n\nthree');
  expect(content?.map((block) => block.content?.map((one) => one.text ?? one.type))).toEqual([
    ['one', 'hardBreak', 'two'],
    ['three'],
  ]);
});

test('no typed word is lost on the way to Jira', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1 });
  const glue = fc.constantFrom(' ', '\n', '\n\n', '\r\n', '\n\n\n');
  fc.assert(
    fc.property(words, glue, (typed, between) => {
      expect(wordsOf(adfFrom(typed.join(between))).split(/\s+/)).toEqual(typed);
    }),
  );
});

test('every route is found again from its path', () => {
  const routes = [
    { name: 'queue' },
    { name: 'issue', key: 'SUP-12' },
    { name: 'settings' },
    { name: 'portal', key: 'SUP-12' },
    { name: 'console', provider: 'meta' },
    { name: 'console', provider: 'bird-platform' },
  ] as const;
  expect(routes.map((route) => routeOf(pathTo(route)))).toEqual(routes);
});
