import fc from 'fast-check';
import type { StatusNotice } from '../../../src/domain/conversationRules';
import { emptyRow, noticesOf, rowsOf } from '../../../src/ui/settings/rules/noticeRows';

const done: StatusNotice = { on: { category: 'done' }, text: { en: 'Done.', de: 'Fertig.' } };
const started: StatusNotice = { on: { status: 'In progress' }, text: { en: 'We are on it.' } };

test('X3 a notice has a row for each language', () => {
  expect(rowsOf([done, started])).toEqual([
    { id: 0, on: 'category:done', language: 'en', text: 'Done.' },
    { id: 1, on: 'category:done', language: 'de', text: 'Fertig.' },
    { id: 2, on: 'status:In progress', language: 'en', text: 'We are on it.' },
  ]);
});

test('X3 whatever the notices, their rows are the same notices again', () => {
  const on = fc.oneof(
    fc.constantFrom('new', 'indeterminate', 'done').map((category) => ({ category })),
    fc.string({ minLength: 1 }).map((status) => ({ status })),
  ) as fc.Arbitrary<StatusNotice['on']>;
  const text = fc.dictionary(fc.stringMatching(/^[a-z]{2}$/), fc.string(), { minKeys: 1, maxKeys: 3 });
  const notices = fc.uniqueArray(fc.record({ on, text }), { selector: (one) => JSON.stringify(one.on) });
  fc.assert(fc.property(notices, (all) => expect(noticesOf(rowsOf(all))).toEqual(all.map((one) => ({ ...one })))));
});

test('X3 a further row begins with a category that has none, in the language of the last', () => {
  expect(emptyRow(rowsOf([done]))).toEqual({ id: 2, on: 'category:indeterminate', language: 'de', text: '' });
});
