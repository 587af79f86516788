import type { NumberTemplatesView, TemplatesView } from '../../src/contract/views';
import { metaNumber, twilioWhatsApp } from '../support/worldSteps';
import { writtenTo } from './ruleValues/writtenTo';

const UPDATE = { template: 'case_update', language: 'en', values: { body: ['Ana', 'SUP-1'], buttons: [] } };
const FILLED = 'Hello Ana, there is news about your request SUP-1. May we write to you?';

/** Ana wrote a day ago: only a template may go out now. `sends` answers for Ben's dialogue. */
async function afterTheWindow(numbers = [metaNumber()]) {
  const steps = await writtenTo({ outsideWindow: 'template' }, { numbers });
  await steps.clock.advance({ hours: 25 });
  const draftId = steps.ben.nextDraft();
  const sends = (more: object = {}) => steps.asks('sendTemplate', { draftId, ...UPDATE, ...more });
  const business = () => steps.ana.messages().filter(({ side }) => side === 'business');
  return { ...steps, sends, business };
}

test('S1-04 S1-11 S2-51 S2-52 X13 once the window has closed a text is refused, and an approved template goes out in its stead', async () => {
  const { ben, asks, sends, business, comments } = await afterTheWindow();
  const { composer, ways } = await ben.opensTab('SUP-1');
  expect(composer).toMatchObject({ blocked: { code: 'window-closed' }, templates: true });
  expect(await ben.answersInTab('SUP-1', 'Is it still burning?')).toMatchObject({
    output: { status: 'failed', reason: 'window-closed' },
  });
  const listed = await asks('listTemplates', { number: ways[0]?.number });
  const { templates } = (listed as { output: TemplatesView }).output;
  expect(templates.map(({ name, language, hindrance = 'free' }) => `${name} ${language} ${hindrance}`)).toEqual([
    'case_update en free',
    'case_update de free',
    'order_shipped en free',
    'appointment en pending',
    'summer_sale en rejected',
    'feedback en paused',
  ]);

  expect(await sends()).toMatchObject({ ok: true, output: { status: 'accepted' } });
  expect(await sends()).toMatchObject({ ok: true });

  expect(business()).toMatchObject([{ text: FILLED, template: 'case_update', status: 'read' }]);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.at(-1)).toMatchObject({
    body: { kind: 'template', text: FILLED, detail: 'case_update' },
    delivery: { status: 'read' },
  });
  expect((await comments('SUP-1')).filter((text) => text.includes(FILLED))).toHaveLength(1);
});

test('a template that is not approved, and values that WhatsApp refuses, send nothing', async () => {
  const { sends, business } = await afterTheWindow();
  for (const template of ['appointment', 'summer_sale', 'feedback', 'unheard_of'])
    expect(await sends({ template })).toMatchObject({ ok: false, error: { code: 'template-gone' } });
  expect(await sends({ values: { body: ['Ana\nKovač'], buttons: [] } })).toMatchObject({
    error: { code: 'bad-input', faults: { 'values.body.0': 'not-one-line', 'values.body.1': 'required' } },
  });
  expect(business()).toEqual([]);
});

test('templates go out by Twilio, too, header, body and buttons filled in', async () => {
  const { ben, asks, sends, business } = await afterTheWindow([twilioWhatsApp()]);
  const { ways } = await ben.opensTab('SUP-1');
  const listed = await asks('listTemplates', { number: ways[0]?.number });
  const { templates } = (listed as { output: TemplatesView }).output;
  const shipped = templates.find(({ name }) => name === 'order_shipped');
  const values = { header: '7', body: ['Ana', 'Friday'], buttons: ['7'] };
  expect(await sends({ template: shipped?.id, values })).toMatchObject({ ok: true, output: { status: 'accepted' } });
  expect(business()).toMatchObject([{ text: 'Order 7\nGood news, Ana: it arrives on Friday.\nDemo shop' }]);
});

test('where the rules know no templates none is offered and none goes out; the administrator sees them all', async () => {
  const { ben, agent, asks, business, clock } = await writtenTo(
    { outsideWindow: 'block' },
    { numbers: [metaNumber()] },
  ).then((steps) => ({ ...steps, business: () => steps.ana.answers() }));
  await clock.advance({ hours: 25 });
  const { composer, ways } = await ben.opensTab('SUP-1');
  expect(composer.templates).toBeUndefined();
  expect(await asks('sendTemplate', { draftId: ben.nextDraft(), ...UPDATE })).toMatchObject({
    error: { code: 'templates-off' },
  });
  expect(business()).toEqual([]);
  const seen = await agent('Ada').invokes('viewTemplates', { number: ways[0]?.number, refresh: true });
  const { templates } = (seen as { output: NumberTemplatesView }).output;
  expect(templates.map(({ status }) => status)).toEqual([
    'approved',
    'approved',
    'approved',
    'pending',
    'rejected',
    'paused',
  ]);
});
