import type { Template, TemplateHeader } from '../../src/domain/template';
import { hindranceOf } from '../../src/domain/templateHindrance';

const template = (more: Partial<Template> = {}): Template => ({
  id: 'order',
  name: 'order',
  language: 'en',
  status: 'approved',
  body: 'Hello {{1}}',
  placeholders: ['1'],
  buttons: [],
  ...more,
});

test.each<[string, Partial<Template>, string | undefined]>([
  ['an approved one with typed values', {}, undefined],
  ['a paused one', { status: 'paused' }, 'paused'],
  ['one that is rejected and has a place', { status: 'rejected', header: place() }, 'rejected'],
  ['one with a place in the header', { header: place() }, 'location-header'],
  ['one with a header nobody knows', { header: { kind: 'other', placeholders: 0 } }, 'header'],
  ['one with a web address and a code', { buttons: [button('url'), button('copy-code')] }, undefined],
  ['one with a button that needs nothing', { buttons: [{ ...button('other'), takesValue: false }] }, undefined],
  ['one with a form', { buttons: [button('flow')] }, 'button'],
  ['one with a carousel', { obstacle: 'parts' }, 'parts'],
])('S2-52 %s may be sent, or the reason is %#', (_, more, hindrance) => {
  expect(hindranceOf(template(more))).toBe(hindrance);
});

function place(): TemplateHeader {
  return { kind: 'location', placeholders: 0 };
}
function button(kind: Template['buttons'][number]['kind']): Template['buttons'][number] {
  return { kind, text: 'Press', takesValue: true };
}
