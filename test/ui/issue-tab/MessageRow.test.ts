import type { FileView } from '../../../src/contract/messageViews';
import { openTab } from '../support/tab';
import { ok, noAnswer, refused } from '../support/screen';
import { aConversation, aMessage, anAnswer } from '../support/conversations';
import type { MessageView } from '../../../src/contract/views';

const AT = '2026-11-21T09:10:00.000Z';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const showing = (...messages: MessageView[]) => openTab(aConversation({ messages }));

test.each([
  ['queued', 'Queued'],
  ['accepted', 'Accepted'],
  ['sent', 'Sent'],
  ['delivered', 'Delivered'],
  ['read', 'Read'],
  ['failed', 'Not delivered'],
  ['unknown', 'Unknown'],
])('an answer that is %s reads "%s"', async (status, words) => {
  const screen = await showing(anAnswer(2, { status, at: AT }));
  const row = screen.text.split('Ben Weber | WhatsApp | 10:05\n')[1];
  expect(row).toMatch(new RegExp(`^(\\[Send again\\]\\n)?Message 2\\n${words}\\n`));
});

test('an answer that did not arrive says why, and what the provider said', async () => {
  const delivery = { status: 'failed', at: AT, reason: 'blocked', detail: '131026 Message undeliverable' };
  const screen = await showing(anAnswer(2, delivery));
  expect(screen.text).toContain(
    'Not delivered\nThe customer has blocked this number.\nThe provider says: 131026 Message undeliverable',
  );
});

test('an answer that waits for the provider says so, and when it is tried again', async () => {
  const waits = { because: 'no-answer', until: '2026-11-21T09:12:30.000Z' };
  const screen = await showing(anAnswer(2, { status: 'queued', at: AT, waits }));
  expect(screen.text).toContain(
    'Queued\nThe provider is not answering. OmniChat tries again at 10:12 and sends this message by itself.',
  );
});

test('a reason nobody foresaw is still a sentence', async () => {
  const screen = await showing(anAnswer(2, { status: 'failed', at: AT, reason: 'struck-by-lightning' }));
  expect(screen.text).toContain('Not delivered\nThe message could not be sent.');
});

test('a customer message has no delivery state', async () => {
  const screen = await showing(aMessage(1));
  expect(screen.text).not.toMatch(/Queued|Sent|Delivered|Unknown/);
});

test('an agent is drawn by account id and named as Jira names them, asked once', async () => {
  const author = { kind: 'agent' as const, accountId: 'ben' };
  const delivery = { status: 'sent', at: AT };
  const screen = await showing(anAnswer(2, delivery, { author }), anAnswer(3, delivery, { author }));
  await screen.emit();
  expect(screen.all('User').map(({ props }) => props)).toEqual([
    { accountId: 'ben', hideDisplayName: true },
    { accountId: 'ben', hideDisplayName: true },
  ]);
  expect(screen.text).toContain('Ben Weber | WhatsApp | 10:05\nMessage 3');
  expect(screen.page.asked).toEqual(['/rest/api/3/user?accountId=ben']);
});

test('an agent whose name Jira does not tell is an agent', async () => {
  const screen = await showing(
    anAnswer(2, { status: 'sent', at: AT }, { author: { kind: 'agent', accountId: 'gone' } }),
  );
  expect(screen.text).toContain('Agent | WhatsApp | 10:05');
});

test('an auto-reply is a row of that name', async () => {
  const screen = await showing(anAnswer(2, { status: 'sent', at: AT }, { author: { kind: 'auto-reply' } }));
  expect(screen.text).toContain('Auto-reply | WhatsApp | 10:05\nMessage 2');
});

test('line breaks and paragraphs are kept', async () => {
  const screen = await showing(aMessage(1, { body: { kind: 'text', text: 'Hello\nthere\n\n\n  General' } }));
  const lines = screen.all('Comment').flatMap((comment) => comment.children[1]?.children ?? []);
  const paragraphs = lines[0]?.children[0]?.children[0]?.children.map((one) => one.children.length);
  expect(paragraphs).toEqual([2, 1]);
});

const ON_ITS_WAY: FileView = { state: 'on-its-way' };
const GONE: FileView = { state: 'missing', reason: 'gone' };
const THERE: FileView = {
  state: 'there',
  href: '/secure/attachment/10001/voice-note-1a2b3c.ogg',
  name: 'voice-note-1a2b3c.ogg',
  size: 20_480,
};

test.each([
  [{ kind: 'image', text: 'The broken part', file: ON_ITS_WAY }, 'Photo\nBeing fetched…\nThe broken part'],
  [{ kind: 'voice', file: THERE }, 'Voice note\nvoice-note-1a2b3c.ogg'],
  [
    { kind: 'document', detail: 'invoice.pdf', file: GONE },
    'File: invoice.pdf\nNot downloaded: the provider has it no longer.',
  ],
  [{ kind: 'reaction', text: '👍' }, 'Reaction\n👍'],
  [{ kind: 'unsupported', detail: 'poll' }, 'Message of a kind OmniChat cannot show: poll'],
  [{ kind: 'hologram', text: 'Help me' }, 'Message\nHelp me'],
])('%j reads as its kind and its caption', async (body, words) => {
  const screen = await showing(aMessage(1, { body }));
  expect(screen.text).toContain(`| 10:05\n${words}\n`);
});

test('a quoted message stands before the text that answers it', async () => {
  const screen = await showing(aMessage(1, { quoted: 'Which floor?', body: { kind: 'text', text: 'The third' } }));
  expect(screen.text).toContain('| 10:05\nWhich floor?\nThe third');
});

test('a message that was too long says how long it was', async () => {
  const { text } = await showing(aMessage(1, { fullLength: 300_000 }));
  expect(text).toContain('OmniChat kept the beginning of this message: it has 300000 characters.');
});

test('the advertisement that a customer came from is named, with a link', async () => {
  const referral = { text: 'Printers', url: 'https://example.com/ad' };
  const screen = await showing(aMessage(1, { referral }));
  expect(screen.text).toContain('Came from an advertisement or post: Printers Open it');
  expect(screen.all('Link').map(({ props }) => props.href)).toContain('https://example.com/ad');
  expect((await showing(aMessage(1, { referral: {} }))).text).toContain('Came from an advertisement or post.');
});

describe('a message of unknown outcome', () => {
  const unknown = anAnswer(2, { status: 'unknown', at: AT });

  test('says that we do not know and is sent again only by a person', async () => {
    const screen = await openTab(aConversation({ messages: [unknown] }), {
      resendMessage: () => ok({ message: unknown.key, status: 'accepted' }),
    });
    expect(screen.text).toContain('Unknown\nWe do not know whether this message arrived.');
    await screen.act('Send again');
    expect(screen.inputs('resendMessage')).toEqual([
      { draftId: expect.stringMatching(UUID) as string, message: unknown.key },
    ]);
    expect(screen.inputs('viewConversation')).toHaveLength(2);
  });

  test('is sent again under the same draft id until that is answered, then under a new one', async () => {
    const answers = [noAnswer, () => ok({ message: 'm', status: 'unknown' }), () => refused('busy')];
    const screen = await openTab(aConversation({ messages: [unknown] }), { resendMessage: () => answers.shift()?.() });
    await screen.act('Send again');
    expect(screen.text).toContain('OmniChat did not answer. Please try again in a moment.');
    await screen.act('Send again');
    await screen.act('Send again');
    const ids = screen.inputs('resendMessage').map((input) => (input as { draftId: string }).draftId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[1]);
    expect(screen.text).toContain('Somebody else changed this at the same moment. Please try again.');
  });
});

describe('a message that failed', () => {
  const failed = (reason: string) => anAnswer(2, { status: 'failed', at: AT, reason });

  test('is offered to be sent again, and a second refusal says why', async () => {
    const screen = await openTab(aConversation({ messages: [failed('provider-down')] }), {
      resendMessage: () => ok({ message: '', status: 'failed', reason: 'rate-limited' }),
    });
    await screen.act('Send again');
    expect(screen.text).toContain('It was not sent again. The provider is taking no more messages right now.');
  });

  test.each(['too-long', 'too-many-parts', 'empty', 'cannot-carry-media'])(
    'for a reason in its text (%s) is not',
    async (reason) => {
      const screen = await showing(failed(reason));
      await expect(screen.act('Send again')).rejects.toThrow('there is no action Send again');
    },
  );

  test('is not while nothing can be sent at all', async () => {
    const composer = { maxCharacters: 4096, blocked: { code: 'suppressed' } };
    const screen = await openTab(aConversation({ messages: [failed('provider-down')], composer }));
    await expect(screen.act('Send again')).rejects.toThrow('there is no action Send again');
  });
});

describe('where Jira and the phone differ', () => {
  const sent = { status: 'delivered', at: AT };
  const edited = { change: 'edited', at: AT } as const;

  test('an edited comment says so; the correction is sent once, however often it is pressed after a lost answer', async () => {
    const answers = [noAnswer, () => ok({ message: 'm', status: 'accepted' })];
    const view = aConversation({ messages: [anAnswer(2, sent, { via: 'comment', comment: edited })] });
    const screen = await openTab(view, { sendCorrection: () => answers.shift()?.() });
    expect(screen.text).toContain('Edited in Jira after sending. The customer has the text above.');
    await screen.act('Send correction');
    await screen.act('Send correction');
    const [first, second] = screen.inputs('sendCorrection') as { draftId: string; message: string }[];
    expect(first?.draftId).toMatch(UUID);
    expect(second).toEqual(first);
  });

  test('a file added to the comment is sent once, and by SMS the row says why not', async () => {
    const refused = ok({ message: '', status: 'failed', reason: 'sms-text-only' });
    const answers = [noAnswer, () => refused];
    const comment = { change: 'file-added', at: AT } as const;
    const view = aConversation({ messages: [anAnswer(2, sent, { via: 'comment', comment })] });
    const screen = await openTab(view, { sendAddedFiles: () => answers.shift()?.() });
    expect(screen.text).toContain('A file was added in Jira after sending. The customer has not got it.');
    await screen.act('Send added files');
    await screen.act('Send added files');
    const [first, second] = screen.inputs('sendAddedFiles') as { draftId: string; message: string }[];
    expect(first?.draftId).toMatch(UUID);
    expect(second).toEqual(first);
    expect(screen.text).toContain('It was not sent. SMS cannot carry pictures, videos or attachments.');
  });

  test.each([
    ['internal', 'Made internal in Jira. The customer has it.'],
    ['deleted', 'Deleted in Jira. The customer has it.'],
    ['corrected', 'Edited in Jira after sending. A correction was sent.'],
  ] as const)('a comment that is %s says so and offers nothing', async (change, words) => {
    const screen = await showing(anAnswer(2, sent, { via: 'comment', comment: { change, at: AT } }));
    expect(screen.text).toContain(words);
    expect(screen.text).not.toContain('[Send correction]');
  });

  test.each([
    ['edited', 'Edited in Jira since. Nothing of it arrived.'],
    ['file-added', 'A file was added in Jira since. Nothing of it arrived.'],
    ['internal', 'Made internal in Jira. Nothing of it arrived.'],
    ['deleted', 'Deleted in Jira. Nothing of it arrived.'],
  ] as const)('of a message that failed nothing says that the customer has it: %s', async (change, words) => {
    const notSent = { status: 'failed', at: AT, reason: 'window-closed' } as const;
    const screen = await showing(anAnswer(2, notSent, { via: 'comment', comment: { change, at: AT } }));
    expect(screen.text).toContain(words);
    expect(screen.text).not.toContain('The customer has');
  });

  test('a correction is called one', async () => {
    const screen = await showing(anAnswer(3, sent, { isCorrection: true }));
    expect(screen.text).toContain('Ben Weber | WhatsApp • Correction | 10:05');
  });

  test('what the customer wrote in the portal is marked and was sent to no phone', async () => {
    const screen = await showing(aMessage(2, { via: 'portal' }));
    expect(screen.text).toContain('| Portal | 10:05');
    expect(screen.text).toContain('Not sent to the phone.');
  });
});

test('a message that went on in another request names it', async () => {
  const screen = await showing(aMessage(1, { movedTo: { issueKey: 'SUP-2' } }), aMessage(2, { movedTo: {} }));
  expect(screen.text).toContain('Message 1\nCame after this request was done, and went on in SUP-2');
  expect(screen.all('Link').map(({ props }) => props.href)).toEqual(['/browse/SUP-2']);
  expect(screen.text).toContain('Message 2\nCame after this request was done, and goes on in a new one.');
});
