import { openTab } from '../support/tab';
import { rowsOf } from '../../../src/ui/issue-tab/rows';
import { aConversation, aMessage, anAnswer } from '../support/conversations';
import type { BodyView } from '../../../src/contract/views';

const first = aMessage(1, { body: { kind: 'text', text: 'It is on fire' } });
const about = (sequence: number, body: BodyView, target = first.key) => aMessage(sequence, { body, about: target });
const rows = (...remarks: ReturnType<typeof about>[]) => rowsOf([first, ...remarks]);

test('a reaction stands at its message, and only the newest of a person', () => {
  const [row, ...others] = rows(about(2, { kind: 'reaction', text: '👍' }), about(3, { kind: 'reaction', text: '❤️' }));
  expect(row?.reactions).toEqual(['❤️']);
  expect(others).toEqual([]);
});

test('a reaction taken back leaves none', () => {
  expect(rows(about(2, { kind: 'reaction', text: '👍' }), about(3, { kind: 'reaction' }))[0]?.reactions).toEqual([]);
});

test('what speaks about a message that is not on screen keeps its row', () => {
  const stray = about(2, { kind: 'deletion' }, '10001.abc.1:000999');
  expect(rows(stray).map(({ message }) => message.sequence)).toEqual([1, 2]);
});

test('the screen shows the newest text of an edited message, and that it was edited', async () => {
  const edits = [about(2, { kind: 'edit', text: 'It was on fire' }), about(3, { kind: 'edit', text: 'It is out' })];
  const screen = await openTab(aConversation({ messages: [first, ...edits] }));
  expect(screen.all('Comment')).toHaveLength(1);
  expect(screen.all('Comment')[0]?.props.edited).toBe('Edited');
  expect(screen.text).toContain('It is out');
  expect(screen.text).not.toContain('It was on fire');
});

test('a message the customer deleted stays readable and says so', async () => {
  const screen = await openTab(aConversation({ messages: [first, about(2, { kind: 'deletion' })] }));
  expect(screen.text).toContain('It is on fire\nDeleted by the customer');
});

test('reactions to an answer stand below it', async () => {
  const answer = anAnswer(1, { status: 'read', at: first.at });
  const screen = await openTab(
    aConversation({ messages: [answer, aMessage(2, { body: { kind: 'reaction', text: '👍' }, about: answer.key })] }),
  );
  expect(screen.all('Comment')).toHaveLength(1);
  expect(screen.text).toContain('👍');
});
