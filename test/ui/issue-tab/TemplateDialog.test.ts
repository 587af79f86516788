import { openTab } from '../support/tab';
import { ok } from '../support/screen';
import { aConversation, anAnswer, NOW } from '../support/conversations';
import type { ComposerView, TemplateView } from '../../../src/contract/views';

const UPDATE: TemplateView = {
  id: 'case_update',
  name: 'case_update',
  language: 'en',
  header: { kind: 'text', text: 'Request {{1}}', placeholders: 1 },
  body: 'Hello {{1}}, news about {{2}}.',
  placeholders: ['1', '2'],
  buttons: [{ kind: 'url', text: 'Track', takesValue: true }],
};
const composer: ComposerView = {
  blocked: { code: 'window-closed', at: '2026-11-20T13:05:00.000Z' },
  window: { open: false, until: '2026-11-20T13:05:00.000Z' },
  templates: true,
  maxCharacters: 4096,
};
const templates = [UPDATE, { ...UPDATE, language: 'de', body: 'Guten Tag {{1}}, zu {{2}}.' }];

async function openDialog(answers: Readonly<Record<string, (input: never) => unknown>> = {}) {
  const screen = await openTab(aConversation({ composer }), { listTemplates: () => ok({ templates }), ...answers });
  await screen.follow('Send a template');
  return screen;
}

test('S2-17 S2-49 S2-50 a template is chosen by name and language, filled in, seen as it will be read, and sent', async () => {
  const screen = await openDialog({ sendTemplate: () => ok({ message: 'm', status: 'accepted' }) });
  expect(screen.inputs('listTemplates')).toEqual([{ number: 'aaaaaaaaaaaaaaaaaaaa' }]);
  await screen.choose('Template', 'case_update (en)');
  await expect(screen.press('Send template')).rejects.toThrow('cannot be pressed');
  await screen.type('Value in the header', 'SUP-1');
  await screen.type('Value 1', 'Ana');
  await screen.type('Value 2', 'your printer');
  expect(screen.text).toContain('Hello Ana, news about your printer.');
  await screen.type('Value for the button “Track”', '7');
  await screen.press('Send template');
  expect(screen.inputs('sendTemplate')).toMatchObject([
    {
      template: 'case_update',
      language: 'en',
      values: { header: 'SUP-1', body: ['Ana', 'your printer'], buttons: ['7'] },
    },
  ]);
  expect(screen.has('Send template')).toBe(false);
});

test('what is wrong with a value stands at its field, and a template that failed says why', async () => {
  const faults = { 'values.body.1': 'not-one-line' };
  const answers = [
    { ok: false, error: { code: 'bad-input', message: '', faults } },
    ok({ message: 'm', status: 'failed', reason: 'template' }),
  ];
  const screen = await openDialog({ sendTemplate: () => answers.shift() });
  await screen.choose('Template', 'case_update (en)');
  for (const field of ['Value in the header', 'Value 1', 'Value 2', 'Value for the button “Track”'])
    await screen.type(field, 'x');
  await screen.press('Send template');
  expect(screen.text).toContain('A value has no line breaks and no more than four spaces in a row.');
  await screen.press('Send template');
  expect(screen.text).toContain('Your message was not sent');
});

const OFFER: TemplateView = {
  id: 'your_offer',
  name: 'your_offer',
  language: 'en',
  header: { kind: 'document', placeholders: 0 },
  file: { kind: 'document', maxBytes: 2_000_000 },
  body: 'Our offer, {{first_name}}.',
  placeholders: ['first_name'],
  buttons: [{ kind: 'quick-reply', text: 'Fine', takesValue: false }],
};

test('a template with a document is sent once one is chosen: put on the request first, seen in the preview', async () => {
  const screen = await openDialog({
    listTemplates: () => ok({ templates: [OFFER] }),
    sendTemplate: () => ok({ message: 'm', status: 'accepted' }),
  });
  await screen.choose('Template', 'your_offer (en)');
  await screen.type('Value first_name', 'Ana');
  expect(screen.text).toContain('No file chosen yet');
  expect(screen.text).toContain('Buttons: Fine');
  await expect(screen.press('Send template')).rejects.toThrow('cannot be pressed');
  expect(screen.all('FilePicker')).toMatchObject([{ props: { label: 'Document in the header' } }]);
  await screen.picks({ name: 'film.pdf', text: '%PDF', size: 2_000_001 });
  expect(screen.text).toContain('This file is larger than WhatsApp takes.');
  screen.page.jira['/rest/api/3/issue/SUP-1/attachments'] = [{ id: '300' }];
  await screen.picks({ name: 'offer.pdf', text: '%PDF' });
  expect(screen.text).toContain('offer.pdf');
  await screen.press('Send template');
  expect(screen.inputs('sendTemplate')).toMatchObject([
    { template: 'your_offer', values: { body: ['Ana'] }, file: { id: '300' } },
  ]);
});

test('the picture for the header is seen small, and is still there when the dialogue was closed meanwhile', async () => {
  const drawn: number[][] = [];
  class Canvas {
    constructor(...size: number[]) {
      drawn.push(size);
    }
    getContext = () => ({ drawImage: () => undefined });
    convertToBlob = () => Promise.resolve(new Blob(['small']));
  }
  Object.assign(globalThis, {
    createImageBitmap: () => Promise.resolve({ width: 2800, height: 1000 }),
    OffscreenCanvas: Canvas,
  });
  const picture: TemplateView = {
    ...OFFER,
    header: { kind: 'image', placeholders: 0 },
    file: { kind: 'image', maxBytes: 5_000_000 },
  };
  const screen = await openDialog({ listTemplates: () => ok({ templates: [picture] }) });
  await screen.choose('Template', 'your_offer (en)');
  await screen.picks({ name: 'machine.jpg', text: 'JPEG', type: 'image/jpeg' });
  await screen.press('Cancel');
  await screen.follow('Send a template');
  const small = { src: `data:image/jpeg;base64,${btoa('small')}`, alt: 'machine.jpg' };
  expect(screen.all('Image').map(({ props }) => props)).toMatchObject([small]);
  expect(drawn[0]).toEqual([280, 100]);
});

test('a template that cannot be sent says why, and cannot be chosen', async () => {
  const screen = await openDialog({
    listTemplates: () => ok({ templates: [UPDATE, { ...OFFER, hindrance: 'location-header' }] }),
  });
  expect(screen.all('Select').flatMap(({ props }) => props.options)).toMatchObject([
    { label: 'case_update (en)', isDisabled: false },
    { label: 'your_offer (en): OmniChat cannot send a place in the header', isDisabled: true },
  ]);
});

describe('more templates than are seen at a glance', () => {
  const names = ['bill', 'case_closed', 'delay', 'offer', 'outage', 'reminder', 'survey'];
  const english = names.map((name) => ({ ...UPDATE, id: name, name, body: `About the ${name}.`, placeholders: [] }));
  const many = [...templates, ...english];
  const offered = (screen: Awaited<ReturnType<typeof openDialog>>) =>
    (screen.field('Template').props.options as { label: string }[]).map(({ label }) => label);

  test('are searched by words, and what is chosen stays chosen', async () => {
    const screen = await openDialog({ listTemplates: () => ok({ templates: many }) });
    expect(offered(screen)).toHaveLength(9);
    await screen.choose('Template', 'case_update (en)');
    await screen.type('Search for a template', 'outage');
    expect(offered(screen)).toEqual(['case_update (en)', 'outage (en)']);
    expect(screen.text).toContain('Hello …, news about ….');
  });

  test('are narrowed to a language, and what is not found says so and leads back', async () => {
    const screen = await openDialog({ listTemplates: () => ok({ templates: many }) });
    await screen.choose('Language', 'German (de)');
    expect(offered(screen)).toEqual(['case_update (de)']);
    await screen.type('Search for a template', 'outage');
    expect(screen.text).toContain('No template matches what you are looking for.');
    await screen.press('Show all templates');
    expect(offered(screen)).toHaveLength(9);
    expect(screen.valueOf('Search for a template')).toBe('');
  });

  test('start with the language of the newest template the customer got', async () => {
    const got = anAnswer(2, { status: 'read', at: NOW }, { body: { kind: 'template', text: 'Hallo', language: 'de' } });
    const screen = await openTab(aConversation({ composer, messages: [got] }), {
      listTemplates: () => ok({ templates: many }),
    });
    await screen.follow('Send a template');
    expect(screen.field('Language').props.value).toMatchObject({ value: 'de' });
    expect(offered(screen)).toEqual(['case_update (de)']);
  });
});

test('a template that the provider has paused meanwhile says so and keeps what was typed', async () => {
  const screen = await openDialog({ sendTemplate: () => ok({ message: 'm', status: 'failed', reason: 'template' }) });
  await screen.choose('Template', 'case_update (en)');
  for (const field of ['Value in the header', 'Value 1', 'Value 2', 'Value for the button “Track”'])
    await screen.type(field, 'kept');
  await screen.press('Send template');
  expect(screen.text).toContain('Your message was not sent');
  expect(screen.text).toContain('Hello kept, news about kept.');
});

test('where no template can be sent the dialogue says where they are made', async () => {
  const screen = await openDialog({ listTemplates: () => ok({ templates: [] }) });
  expect(screen.text).toContain('Templates are made, and approved by WhatsApp, in the account at your provider.');
});
