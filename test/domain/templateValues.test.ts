import fc from 'fast-check';
import type { Template } from '../../src/domain/template';
import { placeholdersIn } from '../../src/domain/template';
import { filledIn } from '../../src/domain/templateValues';

const template = (more: Partial<Template> = {}): Template => ({
  id: 'order',
  name: 'order',
  language: 'en',
  status: 'approved',
  header: { kind: 'text', text: 'Order {{1}}', placeholders: 1 },
  body: 'Hello {{1}}, it comes on {{2}}.',
  placeholders: ['1', '2'],
  footer: 'The shop',
  buttons: [
    { kind: 'quick-reply', text: 'Fine', takesValue: false },
    { kind: 'url', text: 'Track', takesValue: true },
  ],
  ...more,
});
const VALUES = { header: '7', body: ['Ana', 'Friday'], buttons: ['x7'] };

test('a template filled in says what the customer reads, and names the place of each button that takes a value', () => {
  expect(filledIn(template(), VALUES)).toEqual({
    ok: true,
    value: {
      text: 'Order 7\nHello Ana, it comes on Friday.\nThe shop',
      template: {
        id: 'order',
        name: 'order',
        language: 'en',
        header: '7',
        body: ['Ana', 'Friday'],
        placeholders: ['1', '2'],
        buttons: [
          { index: 0, kind: 'quick-reply', value: 'Fine' },
          { index: 1, kind: 'url', value: 'x7' },
        ],
      },
    },
  });
});

test.each([
  ['a value left out', { ...VALUES, body: ['Ana'] }, { 'body.1': 'required' }],
  ['a blank value', { ...VALUES, body: ['  ', 'Friday'] }, { 'body.0': 'required' }],
  ['no header', { body: VALUES.body, buttons: VALUES.buttons }, { header: 'required' }],
  ['no value for a button', { ...VALUES, buttons: [] }, { 'buttons.0': 'required' }],
  ['a line break', { ...VALUES, body: ['Ana\nKovač', 'Friday'] }, { 'body.0': 'not-one-line' }],
  ['a tab', { ...VALUES, body: ['Ana', 'on\tFriday'] }, { 'body.1': 'not-one-line' }],
  ['five spaces', { ...VALUES, header: '7     8' }, { header: 'not-one-line' }],
  ['a long header', { ...VALUES, header: 'x'.repeat(55) }, { header: 'too-long' }],
  ['values too long together', { ...VALUES, body: ['x'.repeat(500), 'y'.repeat(520)] }, { 'body.1': 'too-long' }],
])('%s is refused at its field', (_, values, faults) => {
  expect(filledIn(template(), values)).toEqual({ ok: false, failure: faults });
});

test('four spaces, and a text at the limits, may go', () => {
  const long = { ...VALUES, header: 'x'.repeat(54), body: ['Ana    K', 'y'.repeat(990)] };
  expect(filledIn(template(), long).ok).toBe(true);
});

test('values that a template has no place for are left out', () => {
  const bare = template({ header: { kind: 'text', text: 'Order', placeholders: 0 }, buttons: [] });
  const filled = filledIn(bare, { ...VALUES, body: [...VALUES.body, 'more'] });
  expect(filled.ok && filled.value.template).toEqual({
    id: 'order',
    name: 'order',
    language: 'en',
    body: ['Ana', 'Friday'],
    placeholders: ['1', '2'],
    buttons: [],
  });
});

test('whatever was typed, a value that goes out is one line', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 3 }), (body) => {
      const filled = filledIn(template(), { ...VALUES, body });
      if (filled.ok) expect(filled.value.template.body.filter((value) => /[\r\n\t]/.test(value))).toEqual([]);
    }),
  );
});

test('numbered placeholders are filled in by their numbers, wherever they stand; named ones as they stand', () => {
  expect(placeholdersIn('{{10}} {{ 2 }}, {{1}} and {{2}}')).toEqual(['1', '2', '10']);
  expect(placeholdersIn('{{day}} {{at_home}} {{day}}')).toEqual(['day', 'at_home']);
  const body = 'On {{2}}, dear {{1}}.';
  const filled = filledIn(template({ body, placeholders: placeholdersIn(body) }), VALUES);
  expect(filled).toMatchObject({ value: { text: 'Order 7\nOn Friday, dear Ana.\nThe shop' } });
});

test('where a placeholder is one wherever it stands its value is asked for once, and a fault is told there', () => {
  const shared = template({
    header: { kind: 'text', text: 'Order {{1}}', placeholders: 1, placeholder: '1' },
    body: 'Hello {{name}}, order {{1}} comes.',
    placeholders: ['1', 'name'],
    buttons: [{ kind: 'url', text: 'Track', takesValue: true, placeholder: '1' }],
    sharesNames: true,
  });
  expect(filledIn(shared, { header: '7', body: ['', 'Ana'], buttons: [] })).toMatchObject({
    value: {
      text: 'Order 7\nHello Ana, order 7 comes.\nThe shop',
      template: {
        header: '7',
        headerName: '1',
        body: ['7', 'Ana'],
        placeholders: ['1', 'name'],
        buttons: [{ index: 0, value: '7', name: '1' }],
      },
    },
  });
  expect(filledIn(shared, { header: '', body: ['8', 'Ana'], buttons: ['8'] })).toEqual({
    ok: false,
    failure: { header: 'required' },
  });
});
