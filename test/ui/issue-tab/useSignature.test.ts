import '../support/fakeBridge';
import { aConversation } from '../support/conversations';
import { openTab } from '../support/tab';

const ASKED = '/rest/api/3/user?accountId=ben';

test('where the rules put the agent’s name before the text, the composer shows it as the customer reads it', async () => {
  const screen = await openTab(aConversation({ agentName: true }));
  expect(screen.text).toContain('Your name stands above the text: Ben Weber');
  expect(screen.page.asked).toEqual([ASKED]);
});

test('over SMS it stands in the same line, and counts', async () => {
  const sms = { channel: 'sms' as const, composer: { maxCharacters: 1_600, parts: { warn: 5, max: 7 } }, ways: [] };
  const screen = await openTab(aConversation({ ...sms, agentName: true }));
  await screen.type('Reply to customer', 'Hello');
  expect(screen.text).toContain('Your name stands before the text: Ben Weber: …');
  expect(screen.text).toContain(`Message ${'Ben Weber: Hello'.length}/160`);
});

test('elsewhere nothing is shown, and Jira is not asked', async () => {
  const screen = await openTab(aConversation());
  expect(screen.text).not.toContain('Your name stands');
  expect(screen.page.asked).toEqual([]);
});
