import type { FileView } from '../../../src/contract/messageViews';
import { aConversation, aMessage } from '../support/conversations';
import { ok } from '../support/screen';
import { openTab } from '../support/tab';

test('a file that nobody waited for is no failure: it is there to be downloaded', async () => {
  const file: FileView = { state: 'missing', reason: 'unwanted' };
  const screen = await openTab(aConversation({ messages: [aMessage(1, { body: { kind: 'image', file } })] }));
  expect(screen.text).toContain(
    'Photo\nNot downloaded: it came while the customer was blocked or the conversation locked.\nDownload\n',
  );
  expect(screen.all('ErrorMessage')).toEqual([]);
});

test('it is fetched when somebody asks for it', async () => {
  const file: FileView = { state: 'missing', reason: 'unwanted' };
  const conversation = aConversation({ messages: [aMessage(1, { body: { kind: 'image', file } })] });
  const screen = await openTab(conversation, { fetchFileAgain: () => ok() });
  await screen.press('Download');
  expect(screen.inputs('fetchFileAgain')).toHaveLength(1);
});
