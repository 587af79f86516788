import { openTab } from '../support/tab';
import { aConversation, type Conversation } from '../support/conversations';
import type { ActionName, ClosedView } from '../../../src/contract/views';

const AT = '2026-11-21T08:30:00.000Z';
const closed = (over: Partial<ClosedView> = {}, rest: Partial<Conversation> = {}) =>
  aConversation({
    state: 'closed',
    composer: { maxCharacters: 4096, blocked: { code: 'conversation-closed' } },
    closed: { at: AT, source: 'user', by: 'ben', beside: false, reopensByStatus: true, ...over },
    ...rest,
  });

test('S2-33 S2-34 a conversation closed by its request says so with the channel and the status', async () => {
  const screen = await openTab(closed({}, { actions: ['reopenConversation'] }));
  expect(screen.text).toContain(
    [
      'It is not possible to use WhatsApp if the request is in status "Resolved".',
      'Closed by Ben Weber, 09:30',
      'To go on, move the request to another status or reopen the conversation.',
    ].join('\n'),
  );
  expect(screen.has('Send message')).toBe(false);
});

test('S2-34 names SMS where the conversation is on SMS', async () => {
  const screen = await openTab(closed({}, { channel: 'sms' }));
  expect(screen.text).toContain('It is not possible to use SMS if the request is in status "Resolved".');
});

test('a conversation closed beside its open request does not blame a status, and asks Jira for none', async () => {
  const screen = await openTab(closed({ beside: true, reopensByStatus: false }, { actions: ['reopenConversation'] }));
  expect(screen.text).toContain('This conversation is closed\nClosed by Ben Weber, 09:30');
  expect(screen.page.asked.filter((path) => path.includes('/issue/'))).toEqual([]);
});

test('S3-02 S3-03 the closing note is there for whoever comes later', async () => {
  const screen = await openTab(closed({ category: 'Hardware', summary: 'Fire put out.\nNew printer ordered.' }));
  expect(screen.text).toContain('Conversation category: Hardware\nFire put out.\nNew printer ordered.');
});

test.each([
  ['automation', 'Closed by an automation, 09:30'],
  ['customer', 'Closed by the customer, 09:30'],
  ['provider', 'Closed at the provider, 09:30'],
  ['time', 'Closed after a time without messages, 09:30'],
] as const)('a close by %s is told as one', async (source, sentence) => {
  const screen = await openTab(
    aConversation({ state: 'closed', closed: { at: AT, source, beside: false, reopensByStatus: true } }),
  );
  expect(screen.text).toContain(sentence);
});

test('an agent whose name Jira does not tell is an agent', async () => {
  const screen = await openTab(closed({ by: 'nobody' }));
  expect(screen.text).toContain('Closed by an agent, 09:30');
});

const reopen: readonly ActionName[] = ['reopenConversation'];
test.each([
  { reopensByStatus: true, actions: reopen, says: 'move the request to another status or reopen the conversation.' },
  { reopensByStatus: true, actions: [], says: 'To go on, move the request to another status.' },
  { reopensByStatus: false, actions: reopen, says: 'To go on, reopen the conversation.' },
  { reopensByStatus: false, actions: [], says: 'This conversation cannot be reopened.' },
])('X9 what brings it back is said: $says', async ({ reopensByStatus, actions, says }) => {
  expect((await openTab(closed({ reopensByStatus }, { actions }))).text).toContain(says);
});

test('S4-12 S4-13 a locked conversation says so and has nothing to send with', async () => {
  const screen = await openTab(closed({}, { locked: { at: AT }, actions: ['unlockConversation'] }));
  expect(screen.text).toContain('Ana Kovač\nWhatsApp\nLocked');
  expect(screen.text).toContain('The conversation is locked: neither side can write in it.');
  expect(screen.has('Send message')).toBe(false);
  expect(screen.has('Unlock')).toBe(true);
});
