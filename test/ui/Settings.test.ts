import { openSettings, settingsWith } from './support/settings';
import { ok, open, refused } from './support/screen';
import { Settings } from '../../src/ui/Settings';

test('a project without connections says what to do first', async () => {
  const screen = await openSettings(settingsWith());
  expect(screen.text).toContain('OmniChat\nCustomers of Customer Support write on WhatsApp or SMS');
  expect(screen.text).toContain(
    'Nothing is connected yet\nConnect the provider that carries your WhatsApp or SMS messages.',
  );
  expect(screen.button('Connect a provider').props.appearance).toBe('primary');
});

test('where Jira does not tell the name of the project its key stands for it', async () => {
  const view = settingsWith({ project: { id: '10002', key: 'HR' } });
  expect((await openSettings(view)).text).toContain('Customers of HR write on WhatsApp or SMS');
});

test('before the first answer a spinner is shown', async () => {
  const screen = await open(Settings, { viewSettings: () => new Promise(() => undefined) });
  expect(screen.all('Spinner')).toHaveLength(1);
});

test('settings that cannot be loaded say why and load when asked again', async () => {
  const answers = [refused('not-allowed'), ok(settingsWith())];
  const screen = await open(Settings, { viewSettings: () => answers.shift() });
  expect(screen.text).toBe('OmniChat could not be loaded\nYou are not allowed to do this.\nTry again');
  await screen.press('Try again');
  expect(screen.text).toContain('Nothing is connected yet');
});

test('failed work is listed with its request and its reason', async () => {
  const problem = { effect: 'e1', work: 'create-request', code: 'rejected', detail: 'Summary is required.' };
  const screen = await openSettings(
    settingsWith({ problems: [{ ...problem, at: '2026-11-20T09:05:00.000Z', issueKey: 'SUP-7' }] }),
  );
  expect(screen.text).toContain(
    [
      'Failed work',
      'Open the request to try again in its OmniChat tab.',
      'SUP-7',
      'Creating the request, 20 Nov 2026, 10:05: Jira did not accept it.',
      'Jira says: Summary is required.',
    ].join('\n'),
  );
  expect(screen.all('Link').map(({ props }) => props.href)).toEqual(['/browse/SUP-7']);
});

test('without failed work nothing is said about it', async () => {
  const screen = await openSettings(settingsWith());
  expect(screen.text).not.toContain('Failed work');
});
