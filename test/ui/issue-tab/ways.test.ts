import { openTab } from '../support/tab';
import { ok } from '../support/screen';
import { aConversation } from '../support/conversations';
import type { WayView } from '../../../src/contract/views';

const REPLY = 'Reply to customer';
const OWN: WayView = {
  channel: 'whatsapp',
  number: 'aaaa',
  from: '+4930901820',
  to: '+385991903327',
  maxCharacters: 4096,
};
const SECOND: WayView = { ...OWN, number: 'bbbb', from: '+4930901821' };
const SMS: WayView = {
  ...OWN,
  channel: 'sms',
  number: 'cccc',
  from: '+385951006719',
  maxCharacters: 1600,
  parts: { warn: 5, max: 7 },
};
const sent = { sendMessage: () => ok({ message: 'm', status: 'accepted' }) };
const closedWindow = {
  maxCharacters: 4096,
  blocked: { code: 'window-closed' },
  window: { open: false, until: '2026-11-21T08:05:00.000Z' },
};

test('S2-16 one way is told, not asked for', async () => {
  const screen = await openTab(aConversation({ ways: [OWN] }));
  expect(screen.text).toContain('From: +4930901820 WhatsApp • To: +385991903327');
  expect(screen.all('Select')).toEqual([]);
});

test('S2-16 sender and recipient are pickers, each with its channel', async () => {
  const screen = await openTab(aConversation({ ways: [OWN, SECOND, SMS] }));
  const labels = (field: string) =>
    (screen.field(field).props.options as { label: string }[]).map(({ label }) => label);
  expect(labels('From:')).toEqual(['+4930901820 WhatsApp', '+4930901821 WhatsApp']);
  expect(labels('To:')).toEqual(['+385991903327 WhatsApp', '+385991903327 SMS']);
});

test('S2-16 a side with nothing to choose is told beside the other', async () => {
  const screen = await openTab(aConversation({ ways: [OWN, SECOND] }));
  expect(screen.text).toContain('To:\n+385991903327 WhatsApp');
  expect(screen.all('Select')).toHaveLength(1);
});

test('S2-16 the chosen sender is sent along, the own one needs no name', async () => {
  const screen = await openTab(aConversation({ ways: [OWN, SECOND] }), sent);
  await screen.type(REPLY, 'Hello');
  await screen.press('Send message');
  await screen.choose('From:', '+4930901821 WhatsApp');
  await screen.type(REPLY, 'Hello again');
  await screen.press('Send message');
  const [first, second] = screen.inputs('sendMessage');
  expect(first).not.toHaveProperty('way');
  expect(second).toMatchObject({ way: { channel: 'whatsapp', number: 'bbbb' } });
});

test('the same text another way is another message', async () => {
  const screen = await openTab(aConversation({ ways: [OWN, SECOND] }), {
    sendMessage: () => Promise.reject(new Error()),
  });
  await screen.type(REPLY, 'Hello');
  await screen.press('Send message');
  await screen.choose('From:', '+4930901821 WhatsApp');
  await screen.press('Send message');
  const [first, second] = screen.inputs('sendMessage') as { draftId: string }[];
  expect(second?.draftId).not.toBe(first?.draftId);
});

test('X13 outside the window SMS is offered, and goes out only when the agent takes it', async () => {
  const screen = await openTab(
    aConversation({ ways: [{ ...OWN, ...closedWindow }, SMS], composer: closedWindow }),
    sent,
  );
  expect(screen.text).toContain('The 24-hour window closed at 09:05.');
  expect(screen.has('Send message')).toBe(false);
  await screen.follow('Send by SMS instead');
  expect(screen.text).not.toContain('The 24-hour window closed');
  await screen.type(REPLY, 'Are you still there?');
  await screen.press('Send message');
  expect(screen.inputs('sendMessage')).toMatchObject([{ way: { channel: 'sms', number: 'cccc' } }]);
});

test('X13 a way that is blocked itself is not offered', async () => {
  const blocked = { ...SMS, blocked: { code: 'suppressed' } };
  const screen = await openTab(aConversation({ ways: [{ ...OWN, ...closedWindow }, blocked], composer: closedWindow }));
  await expect(screen.follow('Send by SMS instead')).rejects.toThrow('there is no link');
});

test('a conversation whose number was removed says so and offers the other numbers', async () => {
  const composer = { maxCharacters: 0, blocked: { code: 'number-removed' } };
  const screen = await openTab(aConversation({ ways: [SMS], from: '', composer }), sent);
  expect(screen.text).toContain('The business number of this conversation was removed from OmniChat.');
  await screen.follow('Send by SMS instead');
  await screen.type(REPLY, 'Hello');
  await screen.press('Send message');
  expect(screen.inputs('sendMessage')).toMatchObject([{ way: { channel: 'sms', number: 'cccc' } }]);
});

test('a chosen way that is gone is not kept', async () => {
  let view = aConversation({ ways: [OWN, SECOND] });
  const screen = await openTab(() => view, sent);
  await screen.choose('From:', '+4930901821 WhatsApp');
  view = aConversation({ ways: [OWN] });
  await screen.emit();
  expect(screen.text).toContain('From: +4930901820 WhatsApp');
});
