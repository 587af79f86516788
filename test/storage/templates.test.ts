import type { NumberId } from '../../src/domain/ids';
import type { Template } from '../../src/domain/template';
import { loadTemplates, saveTemplates } from '../../src/storage/templates';
import { templatesRef } from '../../src/storage/keys';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const number = 'n1' as NumberId;
const full: Template = {
  id: 'wat_1',
  name: 'case_update',
  language: 'en',
  status: 'approved',
  category: 'UTILITY',
  header: { kind: 'text', text: 'News on {{1}}', placeholders: 1 },
  body: 'Hello {{1}}',
  placeholders: ['1'],
  footer: 'The service desk',
  buttons: [{ kind: 'url', text: 'Open', takesValue: true }],
};

afterEach(leavePlatform);

test('a list is read as it was kept, each number its own', async () => {
  const { store } = onPlatform().ports;

  const kept = await saveTemplates(store, number, { at: 5, templates: [full] });

  expect(kept).toEqual({ version: 2, at: 5, templates: [full] });
  expect(await loadTemplates(store, number)).toEqual(kept);
  expect(await loadTemplates(store, 'n2' as NumberId)).toBeUndefined();
});

test('of a template that cannot be sent only what the settings show is kept', async () => {
  const { store } = onPlatform().ports;

  await saveTemplates(store, number, { at: 5, templates: [{ ...full, status: 'rejected' }] });

  const { id, name, language } = full;
  const header = { kind: 'text', placeholders: 0 };
  const short = { id, name, language, status: 'rejected', header, body: '', placeholders: [], buttons: [] };
  expect((await loadTemplates(store, number))?.templates).toEqual([short]);
});

test('more than a record holds is cut, in bytes and not in letters, and says so', async () => {
  const { store } = onPlatform().ports;
  const long = Array.from({ length: 300 }, (_, index) => ({ ...full, id: `wat_${index}`, body: 'ж'.repeat(1_000) }));

  const { templates, isCut } = await saveTemplates(store, number, { at: 5, templates: long });

  expect(isCut).toBe(true);
  expect(templates.length).toBeGreaterThan(80);
  expect(Buffer.byteLength(JSON.stringify(templates))).toBeLessThanOrEqual(200 * 1_024);
  expect(await loadTemplates(store, number)).toMatchObject({ isCut: true, templates: { length: templates.length } });
});

test('a list that was cut before it came says so as well', async () => {
  const { store } = onPlatform().ports;
  await saveTemplates(store, number, { at: 5, templates: [full], isCut: true });
  expect(await loadTemplates(store, number)).toMatchObject({ isCut: true });
});

test('a list of the first version is read and counts as old, since its values stand in another order', async () => {
  const { store } = onPlatform().ports;
  await store.put(templatesRef(number), { version: 1, at: 5, templates: [full] });
  expect(await loadTemplates(store, number)).toEqual({ version: 2, at: 0, templates: [full] });
});
