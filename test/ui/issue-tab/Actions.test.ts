import { openTab } from '../support/tab';
import { ok, refused, type Screen } from '../support/screen';
import { aConversation } from '../support/conversations';
import type { ActionName } from '../../../src/contract/views';

const offering = (...actions: ActionName[]) => aConversation({ actions });
const labelsOf = (screen: Screen) => screen.all('LoadingButton').map((button) => screen.textOf(button));
const anotherActive = () => ({ ok: false, error: { code: 'another-active', message: '', issueKey: 'SUP-12' } });

test('only what the agent may do is offered, the likeliest first', async () => {
  const screen = await openTab(offering('closeConversation', 'pauseConversation'));
  expect(labelsOf(screen)).toEqual(['Pause conversation', 'Close conversation', 'Send message']);
});

test('where nothing may be done, nothing is offered', async () => {
  const screen = await openTab(offering());
  expect(labelsOf(screen)).toEqual(['Send message']);
});

test('S2-18 S2-28 pausing swaps the button for Activate', async () => {
  let view = offering('pauseConversation');
  const screen = await openTab(() => view, {
    pauseConversation: () => {
      view = aConversation({ state: 'paused', actions: ['activateConversation'] });
      return ok();
    },
  });
  await screen.press('Pause conversation');
  expect(screen.inputs('pauseConversation')).toEqual([{}]);
  expect(screen.has('Pause conversation')).toBe(false);
  expect(screen.has('Activate')).toBe(true);
  expect(screen.text).toContain('This conversation is paused');
});

test('a refused action is said beside the buttons, and what stands now is loaded', async () => {
  const screen = await openTab(offering('pauseConversation'), { pauseConversation: () => refused('too-many-paused') });
  await screen.press('Pause conversation');
  expect(screen.text).toContain('This customer has 20 paused conversations.');
  expect(screen.inputs('viewConversation')).toHaveLength(2);
});

test('while an action is under way no other can be started', async () => {
  const screen = await openTab(offering('reopenConversation', 'lockConversation'), {
    reopenConversation: () => new Promise(() => undefined),
  });
  await screen.press('Reopen');
  await expect(screen.press('Reopen')).rejects.toThrow('cannot be pressed');
  await expect(screen.press('Lock')).rejects.toThrow('cannot be pressed');
});

describe('closing', () => {
  test('S3-01 S3-02 takes an optional closing note', async () => {
    const screen = await openTab(offering('closeConversation'), { closeConversation: () => ok() });
    await screen.press('Close conversation');
    await screen.type('Conversation category', 'Hardware');
    await screen.type('Summary', 'Fire put out');
    await screen.press('Close conversation', 1);
    expect(screen.inputs('closeConversation')).toEqual([{ category: 'Hardware', summary: 'Fire put out' }]);
    expect(screen.all('Modal')).toEqual([]);
  });

  test('S3-02 goes without a note, and blanks are none', async () => {
    const screen = await openTab(offering('closeConversation'), { closeConversation: () => ok() });
    await screen.press('Close conversation');
    await screen.type('Summary', '  ');
    await screen.press('Close conversation', 1);
    expect(screen.inputs('closeConversation')).toEqual([{}]);
  });

  test('S0-22 says what happens to the request, and to tell the customer first', async () => {
    const stays = await openTab(offering('closeConversation'));
    await stays.press('Close conversation');
    expect(stays.text).toContain('If the customer should know, tell them before you close it.');
    expect(stays.text).toContain('The request keeps its status.');
    const moves = await openTab({ ...offering('closeConversation'), closingStatus: 'Resolved' });
    await moves.press('Close conversation');
    expect(moves.text).toContain('The request is moved to Resolved.');
  });

  test('a refusal is said in the dialog, which keeps the note', async () => {
    const screen = await openTab(offering('closeConversation'), { closeConversation: () => refused('busy') });
    await screen.press('Close conversation');
    await screen.type('Summary', 'Fire put out');
    await screen.press('Close conversation', 1);
    expect(screen.text).toContain('Somebody else changed this at the same moment.');
    expect(screen.valueOf('Summary')).toBe('Fire put out');
  });

  test('can be thought better of', async () => {
    const screen = await openTab(offering('closeConversation'));
    await screen.press('Close conversation');
    await screen.press('Cancel');
    expect(screen.all('Modal')).toEqual([]);
    expect(screen.inputs('closeConversation')).toEqual([]);
  });
});

describe('X9 another active conversation', () => {
  test.each([
    ['Activate', 'activateConversation'],
    ['Reopen', 'reopenConversation'],
  ] as const)('%s asks whether the other one may be paused', async (label, call) => {
    const answers = [anotherActive(), ok()];
    const screen = await openTab(offering(call), { [call]: () => answers.shift() });
    await screen.press(label);
    expect(screen.text).toContain("This customer's active one belongs to SUP-12");
    await screen.press('Pause and go on');
    expect(screen.inputs(call)).toEqual([{}, { pauseOther: true }]);
    expect(screen.all('Modal')).toEqual([]);
  });

  test('is left alone when the agent cancels', async () => {
    const screen = await openTab(offering('activateConversation'), { activateConversation: anotherActive });
    await screen.press('Activate');
    await screen.press('Cancel');
    expect(screen.inputs('activateConversation')).toEqual([{}]);
    expect(screen.text).not.toContain('SUP-12');
  });

  test('that cannot be paused is said in the question', async () => {
    const answers = [anotherActive(), refused('too-many-paused')];
    const screen = await openTab(offering('activateConversation'), { activateConversation: () => answers.shift() });
    await screen.press('Activate');
    await screen.press('Pause and go on');
    expect(screen.text).toContain('This customer has 20 paused conversations.');
  });
});

test('a customer is blocked only after a second look, which says what that means', async () => {
  const screen = await openTab(offering('blockContact'), { blockContact: () => ok() });
  await screen.press('Block customer');
  expect(screen.inputs('blockContact')).toEqual([]);
  expect(screen.text).toContain('nothing is sent to them');
  await screen.press('Block customer', 1);
  expect(screen.inputs('blockContact')).toEqual([{}]);
  expect(screen.all('Modal')).toEqual([]);
});

test('a blocked customer is unblocked at once', async () => {
  const screen = await openTab(offering('unblockContact'), { unblockContact: () => ok() });
  await screen.press('Unblock customer');
  expect(screen.inputs('unblockContact')).toEqual([{}]);
});
