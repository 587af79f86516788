import '../support/fakeBridge';
import { aConversation, aMessage, anAnswer } from '../support/conversations';
import { openTab } from '../support/tab';

const AT = '2026-11-21T09:05:00.000Z';
const BEFORE = '2026-11-20T22:59:00.000Z';

test('each day begins with its name, as the clock of the reader has it', async () => {
  const messages = [
    aMessage(1, { at: '2025-11-18T09:00:00.000Z' }),
    aMessage(2, { at: '2026-11-19T09:00:00.000Z' }),
    aMessage(3, { at: BEFORE }),
    aMessage(4, { at: '2026-11-20T23:01:00.000Z' }),
  ];
  const screen = await openTab(aConversation({ messages }));
  expect(lines(screen.text)).toEqual([
    'Tuesday 18 November 2025',
    'Message 1',
    'Thursday 19 November',
    'Message 2',
    'Yesterday',
    'Message 3',
    'Today',
    'Message 4',
  ]);
});

test('what nobody had looked at when the tab was opened stands below a line, and goes on doing so', async () => {
  let view = aConversation({ messages: [aMessage(1), aMessage(2), aMessage(3)], unread: true, unreadFrom: 2 });
  const screen = await openTab(() => view);
  const seen = ['Today', 'Message 1', 'New messages', 'Message 2', 'Message 3'];
  expect(lines(screen.text)).toEqual(seen);
  view = aConversation({ messages: [aMessage(1), aMessage(2), aMessage(3)] });
  await screen.emit();
  expect(lines(screen.text)).toEqual(seen);
});

test('what comes while the tab is open is new, until an agent answers', async () => {
  let view = aConversation({ messages: [aMessage(1)] });
  const screen = await openTab(() => view);
  view = aConversation({ messages: [aMessage(1), aMessage(2)] });
  await screen.emit();
  expect(lines(screen.text)).toEqual(['Today', 'Message 1', 'New messages', 'Message 2']);
  view = aConversation({ messages: [aMessage(1), aMessage(2), anAnswer(3, { status: 'sent', at: AT })] });
  await screen.emit();
  expect(lines(screen.text)).toEqual(['Today', 'Message 1', 'Message 2', 'Message 3']);
});

test('an auto-reply answers nothing: the line stays', async () => {
  const reply = anAnswer(3, { status: 'sent', at: AT }, { author: { kind: 'auto-reply' } });
  const messages = [aMessage(1), aMessage(2), reply];
  const screen = await openTab(aConversation({ messages, unread: true, unreadFrom: 2 }));
  expect(lines(screen.text)).toContain('New messages');
});

test('a conversation that is new as a whole has no such line', async () => {
  const screen = await openTab(aConversation({ messages: [aMessage(1), aMessage(2)], unread: true }));
  expect(lines(screen.text)).toEqual(['Today', 'Message 1', 'Message 2']);
});

const LINE = /^(Message \d|New messages|Today|Yesterday|\w+day,? \d+ \w+.*)$/;
const lines = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => LINE.test(line))
    .map((line) => line.replace(',', ''));
