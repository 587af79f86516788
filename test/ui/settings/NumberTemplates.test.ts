import type { NumberTemplatesView } from '../../../src/contract/views';
import { aConnection, aNumber, openSettings, settingsWith } from '../support/settings';
import { ok, refused, type Answers } from '../support/screen';

const LIST: NumberTemplatesView = {
  at: '2026-11-20T09:05:00.000Z',
  templates: [
    { name: 'order_update', language: 'en_US', status: 'approved', header: 'text' },
    { name: 'summer_sale', language: 'de', status: 'rejected', hindrance: 'rejected' },
    { name: 'find_us', language: 'de', status: 'approved', header: 'location', hindrance: 'location-header' },
  ],
};

const opened = async (viewTemplates: Answers['viewTemplates']) => {
  const view = settingsWith({ connections: [aConnection({ numbers: [aNumber()] })] });
  const screen = await openSettings(view, { viewTemplates });
  await screen.press('Templates');
  return screen;
};

test('an administrator sees every template with its language and status, and which of them agents can send', async () => {
  const screen = await opened(() => ok(LIST));
  expect(screen.text).toContain('Templates of +4930901820');
  expect(screen.text).toMatch(/order_update\W+en_US\W+Text\W+Approved\W+Can send it/);
  expect(screen.text).toMatch(/summer_sale\W+de\W+Rejected\W+Cannot send it/);
  expect(screen.text).toContain('Cannot send it: OmniChat cannot send a place in the header');
  expect(screen.text).toContain('Listed 20 Nov 2026, 10:05');
});

test('the provider is asked again on demand only', async () => {
  const screen = await opened(() => ok(LIST));
  await screen.press('List again');
  expect(screen.inputs('viewTemplates')).toEqual([
    { number: 'n1', refresh: false },
    { number: 'n1', refresh: true },
  ]);
});

test.each<[NumberTemplatesView, string]>([
  [{ templates: [] }, 'The provider lists no template for this number yet.'],
  [{ templates: [], failure: '' }, 'This provider does not let OmniChat list templates.'],
  [{ templates: [], failure: 'The token has expired.' }, 'The token has expired.'],
  [{ ...LIST, isCut: true }, 'There are more templates than OmniChat keeps: the rest is not shown.'],
])('what there is to say about the list is said: %#', async (view, sentence) => {
  expect((await opened(() => ok(view))).text).toContain(sentence);
});

test('a refusal is said where the list would be', async () => {
  const screen = await opened(() => refused('not-allowed'));
  expect(screen.text).not.toContain('Loading the templates');
});

test('a number for SMS alone has no templates', async () => {
  const number = aNumber({ channels: [{ channel: 'sms', requestTypeId: '11' }] });
  const screen = await openSettings(settingsWith({ connections: [aConnection({ numbers: [number] })] }));
  expect(screen.has('Templates')).toBe(false);
});
