import fc from 'fast-check';
import type { Template } from '../../src/domain/template';
import { filledIn, isSendable } from '../../src/domain/templateValues';

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
        buttons: [{ index: 1, kind: 'url', value: 'x7' }],
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

test('only an approved template whose values can be typed may be sent', () => {
  const video = template({ header: { kind: 'video', placeholders: 0 } });
  const flow = template({ buttons: [{ kind: 'flow', text: 'Book', takesValue: true }] });
  expect([template(), template({ status: 'paused' }), video, flow].map(isSendable)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
