import { aConversation } from '../support/conversations';
import { noAnswer, ok } from '../support/screen';
import { openTab } from '../support/tab';

const FIELD = 'Internal message';

test('X21 S4-18 the composer begins as the project rules it', async () => {
  expect((await openTab(aConversation())).text).toContain('Send message');
  const screen = await openTab(aConversation({ newMessage: 'internal-message' }));
  expect(screen.text).toContain('Add internal message');
  expect(screen.text).not.toContain('Send message');
});

test('X21 what was typed for the customer is kept while the team is written to', async () => {
  const screen = await openTab(aConversation());
  await screen.type('Reply to customer', 'On my way');
  await screen.press('Internal message');
  await screen.type(FIELD, 'Who has a bucket?');
  await screen.press('Customer reply');
  expect(screen.field('Reply to customer').props.defaultValue).toBe('On my way');
});

test('X21 an internal message is added once, also after a lost answer, and nothing is sent to the customer', async () => {
  const answers = [noAnswer, () => ok({})];
  const view = aConversation({ newMessage: 'internal-message' });
  const screen = await openTab(view, { addInternalMessage: () => answers.shift()?.() });
  await expect(screen.press('Add internal message')).rejects.toThrow('cannot be pressed');
  await screen.type(FIELD, 'Who has a bucket?');
  await screen.press('Add internal message');
  expect(screen.field(FIELD).props.defaultValue).toBe('Who has a bucket?');
  await screen.press('Add internal message');
  const [first, second] = screen.inputs('addInternalMessage') as { draftId: string; text: string }[];
  expect(second).toEqual(first);
  expect(first?.text).toBe('Who has a bucket?');
  expect(screen.field(FIELD).props.defaultValue).toBe('');
  expect(screen.inputs('sendMessage')).toEqual([]);
});

test.each([
  ['off', 'Public comments on this request are for the portal: they are not sent to the phone.'],
  ['prefixed', 'Public comments that begin with @customer are also sent to the customer, up to 3 minutes later.'],
] as const)('X2 where comments are %s, the composer says what becomes of them', async (comments, words) => {
  const screen = await openTab(aConversation({ bridge: { comments, prefix: '@customer' } }));
  expect(screen.text).toContain(words);
});
