import type { OutboundTemplate } from '../../src/providers/outboundMessage';
import { templatePart } from '../../src/providers/whatsAppTemplate';
import { byPlaceAlone, templateOf } from '../../src/providers/whatsAppTemplates';

const sent = (more: Partial<OutboundTemplate>) =>
  templatePart({ id: 'order', name: 'order', language: 'en', body: [], buttons: [], ...more });

test('values of numbered placeholders go by their place, those of named ones by name as well', () => {
  const text = { type: 'text', text: 'Ana' };
  expect(sent({ body: ['Ana'], placeholders: ['1'] })).toMatchObject({
    components: [{ type: 'body', parameters: [text] }],
  });
  expect(sent({ body: ['Ana'], placeholders: ['1'] })).not.toHaveProperty('components.0.parameters.0.parameter_name');
  expect(
    sent({ header: { kind: 'text', value: '7', name: 'order_id' }, body: ['Ana'], placeholders: ['first_name'] }),
  ).toMatchObject({
    components: [
      { type: 'header', parameters: [{ type: 'text', parameter_name: 'order_id', text: '7' }] },
      { type: 'body', parameters: [{ ...text, parameter_name: 'first_name' }] },
    ],
  });
});

test('the address of a button goes by its place, and a message of the version before without names', () => {
  expect(sent({ buttons: [{ index: 1, kind: 'url', value: '7', name: 'path' }] })).toMatchObject({
    components: [{ type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: '7' }] }],
  });
  expect(sent({ body: ['Ana'] })).toMatchObject({ components: [{ parameters: [{ type: 'text', text: 'Ana' }] }] });
});

const listed = (...components: readonly object[]) =>
  templateOf({ name: 'order', language: 'en', status: 'APPROVED', components });

test('what a template has besides text is read: files, places, codes, forms and further parts', () => {
  const body = { type: 'BODY', text: 'Hello' };
  const header = (format: string) => listed({ type: 'HEADER', format }, body)?.header?.kind;
  expect(['IMAGE', 'video', 'DOCUMENT', 'LOCATION', 'GIF'].map(header)).toEqual([
    'image',
    'video',
    'document',
    'location',
    'other',
  ]);
  const button = (type: string) => listed(body, { type: 'BUTTONS', buttons: [{ type, text: 'x' }] })?.buttons[0];
  expect(['COPY_CODE', 'FLOW', 'OTP', 'CATALOG', 'VOICE_CALL'].map((type) => button(type)?.takesValue)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(listed(body, { type: 'CAROUSEL', cards: [] })).toMatchObject({ obstacle: 'parts' });
});

test('a provider that takes values by place alone cannot fill in names', () => {
  const named = listed({ type: 'BODY', text: 'Hello {{first_name}}' });
  const numbered = listed({ type: 'BODY', text: 'Hello {{1}}' });
  expect(named && byPlaceAlone(named)).toMatchObject({ obstacle: 'named-values' });
  expect(numbered && byPlaceAlone(numbered)).toEqual(numbered);
});
