import type { MessageView } from '../../../src/contract/views';
import { openTab } from '../support/tab';
import { ok, type Screen } from '../support/screen';
import { aConversation, aMessage, anAnswer, type Conversation } from '../support/conversations';

const REPLY = 'Reply to customer';
const NUMBER = 'aaaaaaaaaaaaaaaaaaaa';
const question = aMessage(1, { body: { kind: 'text', text: 'Which floor?' }, quotableFrom: NUMBER });
const plain = aConversation();
const quoting = (messages: readonly MessageView[], more: Partial<Conversation> = {}) =>
  aConversation({
    messages,
    composer: { ...plain.composer, quotes: true },
    ways: plain.ways.map((way) => ({ ...way, quotes: true })),
    ...more,
  });
const sent = { sendMessage: () => ok({ message: 'm', status: 'accepted' }) };
const actions = (screen: Screen) =>
  screen.all('Comment').map(({ props }) => ((props.actions ?? []) as { text: string }[]).map(({ text }) => text));

test('the message replied to stands above the composer, goes along, and is gone once the answer is sent', async () => {
  const screen = await openTab(quoting([question]), sent);
  await screen.act('Reply');
  expect(screen.text).toContain('Replying to Ana Kovač\nWhich floor?');
  await screen.type(REPLY, 'The third');
  await screen.press('Send message');
  expect(screen.inputs('sendMessage')).toMatchObject([{ text: 'The third', quotes: question.key }]);
  expect(screen.text).not.toContain('Replying to');
});

test('a quote can be removed; the text stays', async () => {
  const screen = await openTab(quoting([question]), sent);
  await screen.act('Reply');
  await screen.type(REPLY, 'The third');
  await screen.press('Remove quote');
  expect(screen.text).not.toContain('Replying to');
  await screen.press('Send message');
  expect(screen.inputs('sendMessage')).toMatchObject([{ text: 'The third' }]);
  expect(screen.inputs('sendMessage')[0]).not.toHaveProperty('quotes');
});

test('a quote that was refused stays with the text', async () => {
  const gone = { sendMessage: () => ok({ message: '', status: 'failed', reason: 'quote-gone' }) };
  const screen = await openTab(quoting([question]), gone);
  await screen.act('Reply');
  await screen.type(REPLY, 'The third');
  await screen.press('Send message');
  expect(screen.text).toContain('The message you reply to cannot be quoted any more');
  expect(screen.text).toContain('Replying to Ana Kovač');
  expect(screen.valueOf(REPLY)).toBe('The third');
});

test('only what the customer would see quoted can be replied to', async () => {
  const elsewhere = aMessage(2, { quotableFrom: 'another-number' });
  const failed = anAnswer(3, { status: 'failed', at: question.at });
  const deleted = aMessage(4, { quotableFrom: NUMBER });
  const deletion = aMessage(5, { body: { kind: 'deletion' }, about: deleted.key });
  const screen = await openTab(quoting([question, elsewhere, failed, deleted, deletion]));
  expect(actions(screen)).toEqual([['Reply'], [], ['Send again'], []]);
  expect(actions(await openTab(aConversation({ messages: [question] })))).toEqual([[]]);
});

test('of a message deleted meanwhile the composer says that it goes without the quote', async () => {
  let view = quoting([question]);
  const screen = await openTab(() => view, sent);
  await screen.act('Reply');
  view = quoting([question, aMessage(2, { body: { kind: 'deletion' }, about: question.key })]);
  await screen.wait(60_000);
  expect(screen.text).toContain('The customer deleted this message. Your answer goes out without the quote.');
  await screen.type(REPLY, 'The third');
  await screen.press('Send message');
  expect(screen.inputs('sendMessage')[0]).not.toHaveProperty('quotes');
});

test('Reply leaves the internal message and writes to the customer', async () => {
  const screen = await openTab(quoting([question], { newMessage: 'internal-message' }), sent);
  await screen.act('Reply');
  expect(screen.text).toContain('Replying to Ana Kovač');
  expect(screen.has('Send message')).toBe(true);
});
