import { aConnection, aNumber, openSettings, settingsWith } from '../support/settings';
import type { ConnectionView } from '../../../src/contract/views';

const withConnection = (over: Partial<ConnectionView> = {}) => settingsWith({ connections: [aConnection(over)] });

test('the webhook address is in sight whole, to be copied, with the steps open while there is no number', async () => {
  const screen = await openSettings(withConnection());
  expect(screen.all('CodeBlock').map(({ props }) => props)).toMatchObject([
    { text: 'https://hooks.example.com/c1/secret-path', shouldWrapLongLines: true },
  ]);
  expect(screen.text).toContain('Open the loft.\nPaste the address.\nHide the steps');
});

test('the address stands in a step as it is to be entered, with the ending the provider wants', async () => {
  const steps = ['Choose POST and enter https://hooks.example.com/c1/secret-path#rc=5 there.'];
  const screen = await openSettings(withConnection({ steps }));
  expect(screen.all('Code').map((code) => screen.textOf(code))).toEqual([
    'https://hooks.example.com/c1/secret-path#rc=5',
  ]);
});

test('the steps are folded once there is a number, and unfold', async () => {
  const screen = await openSettings(withConnection({ numbers: [aNumber()] }));
  expect(screen.text).not.toContain('Open the loft.');
  await screen.press('How to set it up');
  expect(screen.text).toContain('Open the loft.');
});

test('refused webhooks are counted with the likely cause', async () => {
  const refusals = { count: 3, lastAt: '2026-11-20T09:05:00.000Z' };
  const screen = await openSettings(withConnection({ refused: refusals }));
  expect(screen.text).toContain(
    '3 webhooks were refused because their signature was wrong, the last one 20 Nov 2026, 10:05.',
  );
});
