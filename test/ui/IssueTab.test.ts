import { openTab } from './support/tab';
import { noAnswer, ok, refused, open } from './support/screen';
import { IssueTab } from '../../src/ui/IssueTab';
import { aConversation, aMessage, anAnswer } from './support/conversations';

test('S2-14 the tab says who wrote, on which channel, when, and what', async () => {
  const screen = await openTab(aConversation());
  expect(screen.text).toContain('Ana Kovač\nWhatsApp\nActive\n+385991903327');
  expect(screen.text).toContain('Ana Kovač | WhatsApp | 10:05\nThe printer is on fire');
});

test('a contact without a name is shown by the address alone', async () => {
  const screen = await openTab(
    aConversation({ contact: { address: '+385991903327' }, channel: 'sms', state: 'closed' }),
  );
  expect(screen.text).toMatch(/^\+385991903327\nSMS\nClosed\nToday\nAna/);
});

test('messages stand oldest first, with the time below their day', async () => {
  const messages = [
    aMessage(1, { at: '2026-11-19T22:30:00.000Z' }),
    anAnswer(2, { status: 'read', at: '2026-11-21T09:10:00.000Z' }, { at: '2025-12-31T23:30:00.000Z' }),
  ];
  const screen = await openTab(aConversation({ messages }));
  expect(screen.all('Comment').map(({ props }) => props.time)).toEqual([{ text: '23:30' }, { text: '00:30' }]);
});

test('a request without a conversation says so and offers nothing to send', async () => {
  const screen = await openTab({ kind: 'none' });
  expect(screen.text).toContain('No conversation\nThis request has no WhatsApp or SMS conversation.');
  expect(screen.has('Send message')).toBe(false);
});

test('a conversation without messages says so', async () => {
  const screen = await openTab(aConversation({ messages: [] }));
  expect(screen.text).toContain('There are no messages yet.');
});

test('before the first answer a spinner is shown', async () => {
  const screen = await open(IssueTab, { viewConversation: () => new Promise(() => undefined) });
  expect(screen.all('Spinner')).toHaveLength(1);
});

test('a tab that cannot be loaded says why and loads when asked again', async () => {
  const answers = [refused('not-allowed'), ok(aConversation())];
  const screen = await open(IssueTab, { viewConversation: () => answers.shift() });
  expect(screen.text).toBe('OmniChat could not be loaded\nYou are not allowed to do this.\nTry again');
  await screen.press('Try again');
  expect(screen.text).toContain('The printer is on fire');
});

test('a tab that gets no answer says so', async () => {
  const screen = await open(IssueTab, { viewConversation: noAnswer });
  expect(screen.text).toContain('OmniChat did not answer. Please try again in a moment.');
});

test('opening an unread conversation tells so once, however often it is loaded', async () => {
  const screen = await openTab(aConversation({ unread: true }));
  await screen.emit();
  expect(screen.inputs('markSeen')).toEqual([{}]);
});

test('opening a read conversation tells nothing', async () => {
  const screen = await openTab(aConversation());
  expect(screen.inputs('markSeen')).toEqual([]);
});
