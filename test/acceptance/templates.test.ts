import { sampleOf } from '../../sandbox/samples';
import type { NumberToConnect } from '../../sandbox/world/connect';
import type { NumberTemplatesView, TemplatesView, TemplateView } from '../../src/contract/views';
import { NUMBERS_WITH_TEMPLATES } from '../support/everyNumber';
import { fileSteps } from '../support/fileSteps';
import { metaNumber } from '../support/worldSteps';
import { writtenTo } from './ruleValues/writtenTo';

jest.setTimeout(120_000);

const VALUES = { body: ['Ana', 'SUP-1'], buttons: [] };
const FILLED = 'Hello Ana, there is news about your request SUP-1. May we write to you?';

/** Ana wrote a day ago: only a template may go out now. `sends` answers for Ben's dialogue, where he chooses by name and language. */
async function afterTheWindow(number: NumberToConnect = metaNumber()) {
  const steps = await writtenTo({ outsideWindow: 'template' }, { numbers: [number] });
  await steps.clock.advance({ hours: 25 });
  const { ways } = await steps.ben.opensTab('SUP-1');
  const listed = async (): Promise<readonly TemplateView[]> => {
    const answer = await steps.asks('listTemplates', { number: ways[0]?.number });
    return (answer as { output: TemplatesView }).output.templates;
  };
  const known = await listed();
  const draftId = steps.ben.nextDraft();
  const sends = async (name: string, more: object = {}) => {
    const template = known.find((one) => one.name === name && one.language === 'en');
    const wish = { draftId, template: template?.id ?? name, language: 'en', values: VALUES };
    return steps.asks('sendTemplate', { ...wish, ...more });
  };
  const business = () => steps.ana.messages().filter(({ side }) => side === 'business');
  const row = async () => (await steps.ben.opensTab('SUP-1')).messages.at(-1);
  return { ...steps, ...fileSteps(steps), number, listed, sends, business, row };
}

describe.each(NUMBERS_WITH_TEMPLATES)('$provider', (number) => {
  test('S1-11 S2-51 S2-52 X13 template: an approved one, listed over pages with its languages, goes out once the window has closed', async () => {
    const { listed, sends, business, row, comments } = await afterTheWindow(number);
    const found = (await listed()).map(({ name, language, hindrance }) => ({ one: `${name} ${language}`, hindrance }));
    const [free, hindered] = [found.filter((one) => !one.hindrance), found.filter((one) => one.hindrance)];
    const byName = (ones: typeof found) => ones.map(({ one }) => one).toSorted();
    expect(found.map(({ one }) => one)).toEqual([...byName(free), ...byName(hindered)]);
    expect(byName(free)).toEqual(expect.arrayContaining(['case_update de', 'case_update en', 'order_shipped en']));
    expect(hindered.map(({ one, hindrance = '' }) => `${one} ${hindrance}`)).toEqual(
      expect.arrayContaining(['appointment en pending', 'summer_sale en rejected', 'feedback en paused']),
    );

    expect(await sends('case_update')).toMatchObject({ ok: true, output: { status: 'accepted' } });
    expect(await sends('case_update')).toMatchObject({ ok: true });

    expect(business()).toMatchObject([
      { text: FILLED, template: 'case_update', buttons: [{ text: 'Yes, please' }], status: 'read' },
    ]);
    expect(await row()).toMatchObject({
      body: { kind: 'template', text: FILLED, detail: 'case_update' },
      delivery: { status: 'read' },
    });
    expect((await comments('SUP-1')).filter((text) => text.includes(FILLED))).toHaveLength(1);
  });

  test('a picture in the header is on the phone with its words, and the comment shows it', async () => {
    const { ben, listed, sends, business, row, shown } = await afterTheWindow(number);
    const wanted = (await listed()).find(({ name }) => name === 'repair_done')?.file;
    const photo = wanted && (await ben.attaches('SUP-1', 'image', 'machine.jpg'));
    const values = { body: ['printer'], buttons: [] };
    const answer = await sends('repair_done', { values, ...(photo && { file: { id: photo.id } }) });
    expect(answer).toMatchObject({ ok: true, output: { status: 'accepted' } });
    expect(business()).toMatchObject([
      { text: 'Your printer works again: see for yourself.', media: { kind: 'image' }, status: 'read' },
    ]);
    // What Twilio approved has a picture of its own.
    if (!photo) return expect(number.provider).toBe('twilio');
    expect(await row()).toMatchObject({ body: { kind: 'template', file: { state: 'there', name: 'machine.jpg' } } });
    expect(shown('SUP-1')).toEqual(['machine.jpg']);
  });

  test('a template paused after it was listed is not shown as sent, and its row says why', async () => {
    const { sends, business, row, world } = await afterTheWindow(number);
    world.carriers.get(number.provider)?.pauseTemplate?.('case_update');
    const answer = await sends('case_update');
    expect(business()).toEqual([]);
    // Where the provider refuses at once the dialogue says it too, and keeps what was typed.
    const isAtOnce = ['meta', 'twilio'].includes(number.provider);
    expect(answer).toMatchObject({
      output: isAtOnce ? { status: 'failed', reason: 'template' } : { status: 'accepted' },
    });
    expect(await row()).toMatchObject({ delivery: { status: 'failed', reason: 'template' } });
  });
});

test('S1-04 outside the window a text is refused and templates are offered', async () => {
  const { ben } = await afterTheWindow();
  const { composer } = await ben.opensTab('SUP-1');
  expect(composer).toMatchObject({ blocked: { code: 'window-closed' }, templates: true });
  expect(await ben.answersInTab('SUP-1', 'Is it still burning?')).toMatchObject({
    output: { status: 'failed', reason: 'window-closed' },
  });
});

test('a template that is not approved, and values and files that WhatsApp refuses, send nothing', async () => {
  const { ben, sends, business } = await afterTheWindow();
  for (const name of ['appointment', 'summer_sale', 'feedback', 'find_us', 'unheard_of'])
    expect(await sends(name)).toMatchObject({ ok: false, error: { code: 'template-gone' } });
  expect(await sends('case_update', { values: { body: ['Ana\nKovač'], buttons: [] } })).toMatchObject({
    error: { code: 'bad-input', faults: { 'values.body.0': 'not-one-line', 'values.body.1': 'required' } },
  });
  const values = { body: ['printer'], buttons: [] };
  expect(await sends('repair_done', { values })).toMatchObject({ error: { faults: { 'values.file': 'required' } } });
  const pdf = await ben.attaches('SUP-1', 'document', 'offer.pdf');
  expect(await sends('repair_done', { values, file: { id: pdf.id } })).toMatchObject({
    error: { faults: { 'values.file': 'not-picture' } },
  });
  expect(business()).toEqual([]);
});

test('a document in the header arrives whole; named placeholders and a code land where they belong', async () => {
  const { ben, sends, business, world } = await afterTheWindow();
  const pdf = await ben.attaches('SUP-1', 'document', 'offer.pdf');
  await sends('your_offer', { values: { body: ['Ana'], buttons: [] }, file: { id: pdf.id } });
  const draftId = ben.nextDraft();
  await sends('appointment_reminder', { draftId, values: { header: 'Ana', body: ['Friday', 'nine'], buttons: [] } });
  await sends('voucher', { draftId: ben.nextDraft(), values: { body: ['Ana'], buttons: ['SORRY-10'] } });

  const [offer, ...others] = business();
  expect(offer).toMatchObject({ text: 'Here is our offer, Ana.', media: { kind: 'document', fileName: 'offer.pdf' } });
  expect(world.phones.files.get(offer?.media?.file ?? '')?.bytes).toEqual(sampleOf('document').bytes);
  expect(others).toMatchObject([
    { text: 'Your appointment, Ana\nPlease come on Friday at nine.' },
    { text: 'Thank you for your patience, Ana.', buttons: [{ text: 'Copy code', code: 'SORRY-10' }] },
  ]);
});

test('a status that the provider tells of is known at once, not after ten minutes', async () => {
  const { listed, settle, clock, world } = await afterTheWindow();
  const hindranceNow = async () => (await listed()).find(({ name }) => name === 'order_shipped')?.hindrance;
  expect(await hindranceNow()).toBeUndefined();
  world.carriers.get('meta')?.pauseTemplate?.('order_shipped');
  await clock.advance({ minutes: 1 });
  await settle();
  expect(await hindranceNow()).toBe('paused');
});

test('where the rules know no templates none is offered and none goes out; the administrator sees them all', async () => {
  const { ben, agent, asks, ana, clock } = await writtenTo({ outsideWindow: 'block' }, { numbers: [metaNumber()] });
  await clock.advance({ hours: 25 });
  const { composer, ways } = await ben.opensTab('SUP-1');
  expect(composer.templates).toBeUndefined();
  const wish = { draftId: ben.nextDraft(), template: 'case_update', language: 'en', values: VALUES };
  expect(await asks('sendTemplate', wish)).toMatchObject({ error: { code: 'templates-off' } });
  expect(ana.answers()).toEqual([]);
  const seen = await agent('Ada').invokes('viewTemplates', { number: ways[0]?.number, refresh: true });
  const { templates } = (seen as { output: NumberTemplatesView }).output;
  expect(templates.filter(({ hindrance }) => hindrance)).toEqual([
    { name: 'find_us', language: 'en', status: 'approved', header: 'location', hindrance: 'location-header' },
    { name: 'appointment', language: 'en', status: 'pending', hindrance: 'pending' },
    { name: 'summer_sale', language: 'en', status: 'rejected', hindrance: 'rejected' },
    { name: 'feedback', language: 'en', status: 'paused', hindrance: 'paused' },
  ]);
  expect(templates).toHaveLength(12);
});
