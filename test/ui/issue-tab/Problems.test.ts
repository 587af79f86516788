import { openTab } from '../support/tab';
import { ok, refused } from '../support/screen';
import { aConversation } from '../support/conversations';

const PROBLEMS = [
  {
    effect: 'e7',
    work: 'mirror',
    code: 'issue-full',
    detail: 'CONTENT_LIMIT_EXCEEDED',
    at: '2026-11-21T09:05:00.000Z',
  },
  { effect: 'e9', work: 'note', code: 'forbidden', at: '2026-11-20T09:05:00.000Z' },
];

test('work that failed for good is named with its reason and in the words of Jira', async () => {
  const screen = await openTab(aConversation({ problems: PROBLEMS }));
  expect(screen.text).toContain(
    [
      'Some work in Jira was not done',
      'Copying messages into the request, 10:05: The request cannot hold any more.',
      'Jira says: CONTENT_LIMIT_EXCEEDED',
      'Try again',
      'Writing an internal note, 20 Nov, 10:05: OmniChat is not allowed to do this in the project.',
      'Try again',
    ].join('\n'),
  );
});

test('the one that is tried again is the one beside the button', async () => {
  const screen = await openTab(aConversation({ problems: PROBLEMS }), { replayEffect: () => ok() });
  await screen.press('Try again', 1);
  expect(screen.inputs('replayEffect')).toEqual([{ effect: 'e9' }]);
  expect(screen.inputs('viewConversation')).toHaveLength(2);
});

test('a refusal to try again is said', async () => {
  const screen = await openTab(aConversation({ problems: PROBLEMS }), { replayEffect: () => refused('not-found') });
  await screen.press('Try again');
  expect(screen.text).toContain('It no longer exists. Please load this page again.');
});

test('a conversation without failed work shows none', async () => {
  const screen = await openTab(aConversation());
  expect(screen.all('SectionMessage')).toHaveLength(0);
});
