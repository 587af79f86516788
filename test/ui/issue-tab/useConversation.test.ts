import { openTab } from '../support/tab';
import { noAnswer, ok, open, refused } from '../support/screen';
import { IssueTab } from '../../../src/ui/IssueTab';
import { aConversation, aMessage } from '../support/conversations';

const SECOND = 1_000;
const upTo = (count: number, from = 1) =>
  Array.from({ length: count - from + 1 }, (_, index) => aMessage(from + index));
const loads = (screen: { inputs: (call: string) => unknown[] }) => screen.inputs('viewConversation').length;

describe('live events', () => {
  test('the tab subscribes to its conversation with the token and loads on every event', async () => {
    let view = aConversation();
    const screen = await openTab(() => view);
    expect(screen.page.subscriptions).toEqual([
      expect.objectContaining({ channel: 'conversation:10001', token: 'token-1', ended: false }),
    ]);
    view = aConversation({ messages: upTo(2) });
    await screen.emit();
    expect(screen.text).toContain('Message 2');
  });

  test('a fresh token is no reason to subscribe again', async () => {
    let view = aConversation();
    const screen = await openTab(() => view);
    view = aConversation({ live: { channel: 'conversation:10001', token: 'token-2' } });
    await screen.emit();
    expect(screen.page.subscriptions).toHaveLength(1);
  });

  test('after a drop the tab loads at once and subscribes again with the newest token', async () => {
    let view = aConversation();
    const screen = await openTab(() => view);
    view = aConversation({ live: { channel: 'conversation:10001', token: 'token-2' } });
    await screen.emit(undefined, new Error('connection lost'));
    expect(loads(screen)).toBe(2);
    await screen.wait(30 * SECOND);
    expect(screen.page.subscriptions.map(({ token, ended }) => ({ token, ended }))).toEqual([
      { token: 'token-1', ended: true },
      { token: 'token-2', ended: false },
    ]);
  });
});

describe('polling', () => {
  test('with live events one load a minute is the safety net', async () => {
    const screen = await openTab(aConversation());
    await screen.wait(59 * SECOND);
    expect(loads(screen)).toBe(1);
    await screen.wait(2 * SECOND);
    expect(loads(screen)).toBe(2);
  });

  test('without live events it starts at 15 seconds and backs off to a minute while nothing changes', async () => {
    let view = aConversation();
    const screen = await openTab(() => view);
    screen.page.realtimeIsDown = true;
    await screen.emit(undefined, new Error('connection lost'));
    const before = loads(screen);
    await screen.wait(15 * SECOND);
    expect(loads(screen)).toBe(before + 1);
    await screen.wait(29 * SECOND);
    expect(loads(screen)).toBe(before + 1);
    await screen.wait(SECOND);
    expect(loads(screen)).toBe(before + 2);
    await screen.wait(60 * SECOND);
    expect(loads(screen)).toBe(before + 3);
    view = aConversation({ messages: upTo(2) });
    await screen.wait(60 * SECOND);
    expect(screen.text).toContain('Message 2');
    await screen.wait(15 * SECOND);
    expect(loads(screen)).toBe(before + 5);
  });

  test('a load that fails keeps what is shown, says so, and is made up for', async () => {
    const answers = [() => ok(aConversation()), noAnswer, () => ok(aConversation())];
    const screen = await open(IssueTab, { viewConversation: () => answers.shift()?.() });
    await screen.emit();
    expect(screen.text).toContain('What you see may not be current.');
    expect(screen.text).toContain('The printer is on fire');
    await screen.emit();
    expect(screen.text).not.toContain('What you see may not be current.');
  });

  test('an answer overtaken by a later one does not turn the screen back', async () => {
    let late: (view: unknown) => void = () => undefined;
    const answers = [
      () => ok(aConversation()),
      () => new Promise((answer) => void (late = answer)),
      () => ok(aConversation({ messages: upTo(3) })),
    ];
    const screen = await open(IssueTab, { viewConversation: () => answers.shift()?.() });
    await screen.emit();
    await screen.emit();
    late(ok(aConversation({ messages: upTo(2) })));
    await screen.settle();
    expect(screen.text).toContain('Message 3');
  });
});

describe('older messages', () => {
  const newest = aConversation({ messages: upTo(50, 26), older: 26 });
  const older = aConversation({ messages: upTo(25) });

  test('are put before what is shown and stay when the newest page is loaded again', async () => {
    const screen = await open(IssueTab, {
      viewConversation: ({ before }: { before?: number }) => ok(before === 26 ? older : newest),
    });
    await screen.press('Show older messages');
    await screen.emit();
    expect(screen.all('Comment')).toHaveLength(50);
    expect(screen.all('Comment')[0]?.props.author).toEqual({ text: 'Ana Kovač' });
    expect(screen.has('Show older messages')).toBe(false);
  });

  test('that cannot be loaded leave the button and what is shown', async () => {
    const screen = await open(IssueTab, {
      viewConversation: ({ before }: { before?: number }) => (before === undefined ? ok(newest) : refused('failed')),
    });
    await screen.press('Show older messages');
    expect(screen.all('Comment')).toHaveLength(25);
    expect(screen.has('Show older messages')).toBe(true);
  });
});
