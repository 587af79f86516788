import { aConversation, anAnswer } from '../support/conversations';
import { ok } from '../support/screen';
import { openTab } from '../support/tab';

const AT = '2026-11-21T09:10:00.000Z';
const sent = { status: 'delivered', at: AT };

test('one edit that changed the text and added a file is told as both, and each has a press and a draft of its own', async () => {
  const comment = { change: 'edited', at: AT, isFileAdded: true } as const;
  const view = aConversation({ messages: [anAnswer(2, sent, { via: 'comment', comment })] });
  const done = () => ok({ message: 'm', status: 'accepted' });
  const screen = await openTab(view, { sendCorrection: done, sendAddedFiles: done });
  expect(screen.text).toContain('The customer has the text above.\nA file was added in Jira after sending.');
  await screen.act('Send added files');
  await screen.act('Send correction');
  const [files, text] = [...screen.inputs('sendAddedFiles'), ...screen.inputs('sendCorrection')] as {
    draftId: string;
  }[];
  expect(files?.draftId).toBeDefined();
  expect(text?.draftId).not.toBe(files?.draftId);
});

test('a correction that went leaves the file to be sent', async () => {
  const comment = { change: 'corrected', at: AT, isFileAdded: true } as const;
  const screen = await openTab(aConversation({ messages: [anAnswer(2, sent, { via: 'comment', comment })] }));
  expect(screen.text).toContain('A correction was sent.\nA file was added in Jira after sending.');
  expect(screen.text).toContain('[Send added files]');
  expect(screen.text).not.toContain('[Send correction]');
});
