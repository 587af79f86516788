import { aConversation } from '../support/conversations';
import { noAnswer, ok } from '../support/screen';
import { openTab } from '../support/tab';

const REPLY = 'Reply to customer';
const ATTACHMENTS = '/rest/api/3/issue/SUP-1/attachments';
const offer = { name: 'offer.txt', text: 'Two machines' };
const photo = { name: 'photo.txt', text: 'like this' };

const withFiles = () => {
  const files = { maxBytes: 1_000_000, most: 2 };
  const conversation = aConversation();
  const ways = conversation.ways.map((way) => ({ ...way, files }));
  return { ...conversation, ways, composer: { ...conversation.composer, files } };
};

const accepted = () => ok({ message: 'm', status: 'accepted' });

test('X12 files are put on the request as the agent, one call each, and then sent with the text', async () => {
  const screen = await openTab(withFiles(), { sendMessage: accepted });
  screen.page.jira[ATTACHMENTS] = [{ id: '300' }];
  await screen.picks(offer);
  await screen.picks(offer, photo);
  await screen.type(REPLY, 'As asked');
  await screen.press('Send message');

  expect(screen.page.uploads).toEqual([offer, photo]);
  expect(screen.inputs('sendMessage')).toEqual([
    expect.objectContaining({ text: 'As asked', attachments: [{ id: '300' }, { id: '300' }] }),
  ]);
  expect(screen.text).not.toContain('offer.txt');
});

test('a file needs no text, and can be taken back', async () => {
  const screen = await openTab(withFiles(), { sendMessage: accepted });
  await screen.picks(offer);
  await screen.press('Remove');
  await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
  screen.page.jira[ATTACHMENTS] = [{ id: '300' }];
  await screen.picks(photo);
  await screen.press('Send message');
  expect(screen.inputs('sendMessage')).toEqual([expect.objectContaining({ text: '', attachments: [{ id: '300' }] })]);
});

test('pressed again after a lost answer the files are not put there twice, and it is the same draft', async () => {
  const screen = await openTab(withFiles(), { sendMessage: noAnswer });
  screen.page.jira[ATTACHMENTS] = [{ id: '300' }];
  await screen.picks(offer);
  await screen.press('Send message');
  await screen.press('Send message');
  expect(screen.page.uploads).toHaveLength(1);
  const [first, second] = screen.inputs('sendMessage');
  expect(second).toEqual(first);
});

test('a file that Jira does not take is told of, and nothing is sent', async () => {
  const screen = await openTab(withFiles(), { sendMessage: accepted });
  await screen.picks(offer);
  await screen.press('Send message');
  expect(screen.text).toContain('Jira did not take a file.');
  expect(screen.inputs('sendMessage')).toEqual([]);
  expect(screen.text).toContain('offer.txt');
});

test.each([
  ['too large', [{ ...offer, size: 1_000_001 }], 'offer.txt is larger than 1 MB.'],
  ['too many', [offer, photo, { name: 'c', text: 'c' }], 'One answer can carry 8 files.'],
])('X12 %s is refused before anything is put on the request', async (_, files, sentence) => {
  const screen = await openTab(withFiles());
  await screen.picks(...files);
  expect(screen.text).toContain(sentence);
  await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
  expect(screen.page.asked).not.toContain(ATTACHMENTS);
});

test('X12 where the way carries no files none can be chosen', async () => {
  const screen = await openTab(aConversation());
  expect(screen.all('FilePicker')).toEqual([]);
});
