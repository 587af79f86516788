import { openTab } from '../support/tab';
import { noAnswer, ok, refused, type Screen } from '../support/screen';
import { aConversation, aMessage, anAnswer, NOW } from '../support/conversations';
import type { ComposerView } from '../../../src/contract/views';

const REPLY = 'Reply to customer';
const HINT = 'Public comments on this request are also sent to the customer, up to 3 minutes later.';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MINUTE = 60_000;
const withComposer = (composer: Partial<ComposerView>) =>
  aConversation({ composer: { maxCharacters: 4096, ...composer } });
const drafts = (screen: Screen) => screen.inputs('sendMessage') as { draftId: string; text: string }[];

describe('before anything is written', () => {
  test('S2-15 the composer says until when, from where and where to', async () => {
    const screen = await openTab(aConversation());
    expect(screen.text).toContain('From: +4930901820 WhatsApp • To: +385991903327');
    expect(screen.text).toContain(`You can answer until 14:05 (3 h 12 min)\n${HINT}`);
    expect(screen.field(REPLY).props.placeholder).toBe(REPLY);
  });

  test('SMS has no window line', async () => {
    const screen = await openTab(aConversation({ channel: 'sms', composer: { maxCharacters: 1600 } }));
    expect(screen.text).not.toContain('You can answer until');
    expect(screen.text).toContain(HINT);
  });

  test('nothing, or nothing but blanks, cannot be sent', async () => {
    const screen = await openTab(aConversation());
    await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
    await screen.type(REPLY, ' \n ');
    await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
  });
});

describe('the length', () => {
  test('is counted, and too much of it is refused before it is sent', async () => {
    const screen = await openTab(withComposer({ maxCharacters: 10 }));
    await screen.type(REPLY, '0123456789');
    expect(screen.text).toContain('10/10');
    await screen.type(REPLY, '0123456789abc');
    expect(screen.text).toContain('Your message is 3 characters too long.');
    await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
  });

  const sms = () =>
    openTab(aConversation({ channel: 'sms', ways: [], composer: { maxCharacters: 1600, parts: { warn: 3, max: 4 } } }));

  test('S2-26 S2-27 over SMS it is told in units of the last part and in all', async () => {
    const screen = await sms();
    expect(screen.text).toContain('Message 0/160 0/612');
    await screen.type(REPLY, 'a'.repeat(160));
    expect(screen.text).toContain('\nMessage 160/160 160/612');
    await screen.type(REPLY, 'ж'.repeat(195));
    expect(screen.text).toContain('3 Message 61/67 195/268');
  });

  test('S2-43 X23 many parts are warned about, too many refused', async () => {
    const screen = await sms();
    await screen.type(REPLY, 'a'.repeat(306));
    expect(screen.text).not.toContain('charged');
    await screen.type(REPLY, 'a'.repeat(307));
    expect(screen.text).toContain('This goes out, and is charged, as 3 SMS.');
    await screen.type(REPLY, 'a'.repeat(613));
    expect(screen.text).toContain('This message needs 5 SMS parts. At most 4 are allowed here.');
    expect(screen.text).not.toContain('charged');
    await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
  });

  test('a text pasted far beyond an SMS is refused without being counted in parts', async () => {
    const screen = await sms();
    await screen.type(REPLY, 'a'.repeat(19_000));
    expect(screen.text).toContain('Your message is 17400 characters too long.');
    expect(screen.text).toContain('19000/1600');
  });
});

describe('sending', () => {
  test('sends what was written, empties the composer and loads the conversation', async () => {
    const screen = await openTab(aConversation(), { sendMessage: () => ok({ message: 'm', status: 'accepted' }) });
    await screen.type(REPLY, 'Is it still burning?');
    await screen.press('Send message');
    expect(drafts(screen)).toEqual([{ draftId: expect.stringMatching(UUID) as string, text: 'Is it still burning?' }]);
    expect(screen.valueOf(REPLY)).toBe('');
    expect(screen.inputs('viewConversation')).toHaveLength(2);
  });

  test('shows that it is under way and takes no second press meanwhile', async () => {
    const screen = await openTab(aConversation(), { sendMessage: () => new Promise(() => undefined) });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
    expect(screen.field(REPLY).props.isDisabled).toBe(true);
    expect(screen.valueOf(REPLY)).toBe('Hello');
  });

  test('two messages go out under two draft ids', async () => {
    const screen = await openTab(aConversation(), { sendMessage: () => ok({ message: 'm', status: 'accepted' }) });
    for (const text of ['Hello', 'Hello']) {
      await screen.type(REPLY, text);
      await screen.press('Send message');
    }
    const [first, second] = drafts(screen);
    expect(first?.draftId).not.toBe(second?.draftId);
  });

  test('without an answer the text stays, and the same text goes out under the same draft id', async () => {
    const answers = [noAnswer, () => ok({ message: 'm', status: 'accepted' })];
    const screen = await openTab(aConversation(), { sendMessage: () => answers.shift()?.() });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    expect(screen.text).toContain('we do not know whether your message was sent');
    expect(screen.valueOf(REPLY)).toBe('Hello');
    await screen.press('Send message');
    const [first, second] = drafts(screen);
    expect(second).toEqual(first);
    expect(screen.valueOf(REPLY)).toBe('');
  });

  test('a text changed after a lost answer is another message', async () => {
    const screen = await openTab(aConversation(), { sendMessage: noAnswer });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    await screen.type(REPLY, 'Hello Ana');
    await screen.press('Send message');
    const [first, second] = drafts(screen);
    expect(second?.draftId).not.toBe(first?.draftId);
  });

  test('a refused call keeps the text and says why', async () => {
    const screen = await openTab(aConversation(), { sendMessage: () => refused('not-allowed') });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    expect(screen.text).toContain('Your message was not sent\nYou are not allowed to do this.');
    expect(screen.valueOf(REPLY)).toBe('Hello');
  });

  test('a message the provider refused keeps the text, says why, and is another message next time', async () => {
    const refusal = { message: 'm', status: 'failed', reason: 'blocked', detail: 'code 131026' };
    const screen = await openTab(aConversation(), { sendMessage: () => ok(refusal) });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    expect(screen.text).toContain(
      'Your message was not sent\nThe customer has blocked this number.\nThe provider says: code 131026',
    );
    expect(screen.valueOf(REPLY)).toBe('Hello');
    await screen.press('Send message');
    const [first, second] = drafts(screen);
    expect(second?.draftId).not.toBe(first?.draftId);
  });

  test('a message of unknown outcome is not kept for a second send, but said to be unknown', async () => {
    const screen = await openTab(aConversation(), { sendMessage: () => ok({ message: 'm', status: 'unknown' }) });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    expect(screen.text).toContain('We do not know whether your message arrived. It is marked above.');
    expect(screen.valueOf(REPLY)).toBe('');
  });

  test.each([
    ['failed', 'What you wrote is still here, so you can change it and send it again.'],
    ['unknown', 'We do not know whether this message arrived.'],
  ])('a %s message whose row is in sight is told of once', async (status, sentence) => {
    const row = anAnswer(2, { status, at: NOW, ...(status === 'failed' && { reason: 'blocked' }) });
    const rows = [aMessage(1)];
    const screen = await openTab(() => aConversation({ messages: [...rows] }), {
      sendMessage: () => {
        rows.push(row);
        return ok({ message: row.key, status, reason: 'blocked' });
      },
    });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    expect(screen.text).toContain(sentence);
    for (const once of ['The customer has blocked this number.', 'We do not know'])
      expect(screen.text.split(once).length).toBeLessThanOrEqual(2);
  });

  test('what was said about a send goes away when the agent writes on', async () => {
    const screen = await openTab(aConversation(), { sendMessage: () => refused('busy') });
    await screen.type(REPLY, 'Hello');
    await screen.press('Send message');
    await screen.type(REPLY, 'Hello again');
    expect(screen.text).not.toContain('Your message was not sent');
  });
});

describe('when sending is not possible', () => {
  test.each([
    ['suppressed', 'The customer asked not to get any more messages.'],
    ['conversation-closed', 'This conversation is closed.'],
    ['conversation-paused', 'This conversation is paused.'],
    ['number-removed', 'The business number of this conversation was removed from OmniChat.'],
    ['no-address', 'WhatsApp shows no phone number of this customer, and this provider reaches phone numbers only.'],
    ['something-new', 'A message cannot be sent right now.'],
  ])('%s is said before anything is written', async (code, sentence) => {
    const screen = await openTab(withComposer({ blocked: { code } }));
    expect(screen.text).toContain(sentence);
    expect(screen.has('Send message')).toBe(false);
    expect(screen.text).not.toContain(HINT);
  });

  test('a closed window is said with its time', async () => {
    const at = '2026-11-21T08:05:00.000Z';
    const screen = await openTab(
      withComposer({ blocked: { code: 'window-closed', at }, window: { open: false, until: at } }),
    );
    expect(screen.text).toContain('The 24-hour window closed at 09:05. The customer can reopen it by writing.');
    expect(screen.has('Send message')).toBe(false);
  });

  test('a window nobody opened is said without a time', async () => {
    const screen = await openTab(withComposer({ blocked: { code: 'window-closed' }, window: { open: false } }));
    expect(screen.text).toContain('The customer has not written to this WhatsApp number yet');
  });

  test('a window that closes while the agent writes keeps the text and stops the sending', async () => {
    const until = '2026-11-21T09:55:30.000Z';
    const screen = await openTab(withComposer({ window: { open: true, until } }), {
      viewConversation: (() => {
        const first = ok(withComposer({ window: { open: true, until } }));
        let calls = 0;
        return () => (calls++ === 0 ? first : new Promise(() => undefined));
      })(),
    });
    await screen.type(REPLY, 'Just a mo');
    expect(screen.text).toContain('You can answer until 10:55 (2 min)');
    await screen.wait(2 * MINUTE);
    expect(screen.text).toContain('You can answer until 10:55 (less than a minute)');
    await screen.wait(MINUTE);
    expect(screen.text).toContain('The 24-hour window closed at 10:55.');
    expect(screen.valueOf(REPLY)).toBe('Just a mo');
    await expect(screen.press('Send message')).rejects.toThrow('cannot be pressed');
  });
});
