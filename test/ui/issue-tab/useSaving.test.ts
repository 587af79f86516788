import type { DraftView } from '../../../src/contract/draft';
import { openTab } from '../support/tab';
import { noAnswer, ok, type Screen } from '../support/screen';
import { aConversation, aMessage } from '../support/conversations';

const REPLY = 'Reply to customer';
const saved = (screen: Screen) => screen.inputs('saveDraft') as { draftId: string; text: string; internal: string }[];
const answers = { saveDraft: () => ok(), sendMessage: () => ok({ message: 'm', status: 'accepted' }) };
const begun: DraftView = { draftId: '00000000-0000-4000-8000-000000000001', text: 'The thi', internal: '' };

test('while somebody types a draft is kept every three seconds at most, and then no more', async () => {
  const screen = await openTab(aConversation(), answers);
  for (const text of ['T', 'Th', 'The', 'The ', 'The t', 'The th']) {
    await screen.type(REPLY, text);
    await screen.wait(1_000);
  }
  await screen.wait(3_000);
  expect(saved(screen).map(({ text }) => text)).toEqual(['The', 'The th']);
  await screen.wait(600_000);
  expect(saved(screen)).toHaveLength(2);
});

test('nothing begun keeps nothing', async () => {
  const screen = await openTab(aConversation(), answers);
  await screen.wait(600_000);
  expect(saved(screen)).toEqual([]);
});

test('a draft stands in the composer again with its quote, and is asked for once', async () => {
  const quoted = aMessage(1, { quotableFrom: 'aaaaaaaaaaaaaaaaaaaa' });
  const screen = await openTab(aConversation({ draft: { ...begun, quoted } }), answers);
  expect(screen.valueOf(REPLY)).toBe('The thi');
  expect(screen.text).toContain('Replying to Ana Kovač');
  await screen.wait(120_000);
  expect(screen.inputs('viewConversation').filter((input) => 'draft' in (input as object))).toHaveLength(1);
  expect(saved(screen)).toEqual([]);
});

test('sent unchanged it is the message it would have been before the tab was left; changed it is another', async () => {
  const same = await openTab(aConversation({ draft: begun }), answers);
  await same.press('Send message');
  expect(same.inputs('sendMessage')).toMatchObject([{ draftId: begun.draftId, text: 'The thi' }]);
  const changed = await openTab(aConversation({ draft: begun }), answers);
  await changed.type(REPLY, 'The third');
  await changed.press('Send message');
  expect(changed.inputs('sendMessage')).not.toMatchObject([{ draftId: begun.draftId }]);
});

test('what is kept after a lost answer is sent as the very same message', async () => {
  const screen = await openTab(aConversation(), { ...answers, sendMessage: noAnswer });
  await screen.type(REPLY, 'The third');
  await screen.press('Send message');
  await screen.wait(3_000);
  const [sent] = screen.inputs('sendMessage') as { draftId: string }[];
  expect(saved(screen)).toMatchObject([{ draftId: sent?.draftId, text: 'The third' }]);
});

test('once it was sent the draft is emptied', async () => {
  const screen = await openTab(aConversation({ draft: begun }), answers);
  await screen.press('Send message');
  await screen.wait(3_000);
  expect(saved(screen)).toMatchObject([{ text: '', internal: '' }]);
});

test('who had begun to write to the team alone goes on there', async () => {
  const screen = await openTab(aConversation({ draft: { ...begun, text: '', internal: 'Who knows' } }), answers);
  expect(screen.valueOf('Internal message')).toBe('Who knows');
});
