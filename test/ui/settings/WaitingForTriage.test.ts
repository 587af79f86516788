import type { WaitingView } from '../../../src/contract/views';
import { openSettings, settingsWith } from '../support/settings';
import { ok, refused } from '../support/screen';

const ana: WaitingView = {
  conversation: '10001.0123456789abcdef0123456789abcdef.1',
  name: 'Ana Kovač',
  address: '+385991903327',
  channel: 'whatsapp',
  text: 'The printer is on fire\nHurry',
  messages: 2,
  at: '2026-11-20T09:05:00.000Z',
};
const { conversation } = ana;

test('X19 a conversation that waits says who wrote what and when', async () => {
  const screen = await openSettings(settingsWith({ waiting: [ana, { ...ana, conversation: 'b', messages: 1 }] }));
  expect(screen.text).toContain('Waiting for triage');
  expect(screen.text).toContain(
    'Ana Kovač · +385991903327 · WhatsApp · 2 messages · 20 Nov 2026, 10:05\nThe printer is on fire\nHurry',
  );
  expect(screen.text).toContain('· 1 message ·');
});

test('X19 where none waits nothing is said about it', async () => {
  expect((await openSettings(settingsWith())).text).not.toContain('Waiting for triage');
});

test.each([
  ['Create request', 'create'],
  ['Dismiss', 'dismiss'],
])('X19 %s decides it, and the page is loaded anew', async (button, decision) => {
  let waiting: readonly WaitingView[] = [ana];
  const screen = await openSettings(() => settingsWith({ waiting }), {
    triageConversation: () => {
      waiting = [];
      return ok();
    },
  });
  await screen.press(button);
  expect(screen.inputs('triageConversation')).toEqual([{ conversation, decision }]);
  expect(screen.text).not.toContain('Waiting for triage');
});

test('X19 it is added to a request that is named, and a wrong name is said', async () => {
  const screen = await openSettings(settingsWith({ waiting: [ana] }), {
    triageConversation: () => refused('bad-request'),
  });
  await expect(screen.press('Add to request')).rejects.toThrow('cannot be pressed');
  await screen.type('Request, like SUP-123', ' SUP-9 ');
  await screen.press('Add to request');
  expect(screen.inputs('triageConversation')).toEqual([{ conversation, decision: 'link', issueKey: 'SUP-9' }]);
  expect(screen.text).toContain('There is no such request in this project.');
});
