import type { Conversation } from '../../src/domain/conversation';
import { emptyHead } from '../../src/domain/head';
import { activeFor, lastClosedFor, slotOf } from '../../src/domain/slot';
import { aConversation, CONTACT, FIRST, NOW, NUMBER, OTHER_NUMBER, PROJECT, SECOND } from '../support/builders';

const whatsApp = { channel: 'whatsapp', number: NUMBER } as const;
const sms = { channel: 'sms', number: OTHER_NUMBER } as const;
const headWith = (...active: readonly Conversation[]) => ({
  ...emptyHead(PROJECT, CONTACT),
  active: Object.fromEntries(active.map((one) => [one.slot, one])),
});

test('X11 X10 one conversation is active per customer, per channel or per business number, as the project chose', () => {
  expect(slotOf('customer', whatsApp)).toBe(slotOf('customer', sms));
  expect(slotOf('customer-channel', whatsApp)).not.toBe(slotOf('customer-channel', sms));
  expect(slotOf('customer-channel', whatsApp)).toBe(slotOf('customer-channel', { ...whatsApp, number: OTHER_NUMBER }));
  expect(slotOf('customer-number', whatsApp)).not.toBe(
    slotOf('customer-number', { ...whatsApp, number: OTHER_NUMBER }),
  );
});

test('X10 a conversation opened under another scope goes on with the messages its slot holds', () => {
  const wide = aConversation();
  expect(activeFor(headWith(wide), 'customer-channel', whatsApp)).toBe(wide);
  const narrow = aConversation({ slot: slotOf('customer-channel', whatsApp) });
  expect(activeFor(headWith(narrow), 'customer', sms)).toBe(narrow);
  expect(activeFor(headWith(narrow), 'customer-number', whatsApp)).toBe(narrow);
  expect(activeFor(headWith(narrow), 'customer-number', sms)).toBeUndefined();
});

test('X10 of several that a wider scope would join, the newest takes the message', () => {
  const older = aConversation({ id: FIRST, slot: slotOf('customer-channel', whatsApp), openedAt: NOW - 9_000 });
  const newer = aConversation({ id: SECOND, slot: slotOf('customer-channel', sms), openedAt: NOW });
  expect(activeFor(headWith(older, newer), 'customer', whatsApp)).toBe(newer);
});

test('X7 X10 what closed under another scope is still what came before, the newest first', () => {
  const wide = { id: FIRST, at: NOW - 60_000 };
  const narrow = { id: SECOND, at: NOW };
  const head = { ...headWith(), closed: { customer: wide, [slotOf('customer-number', sms)]: narrow } };
  expect(lastClosedFor(head, 'customer', whatsApp)).toBe(narrow);
  expect(lastClosedFor(head, 'customer-number', sms)).toBe(narrow);
  expect(lastClosedFor(head, 'customer-number', whatsApp)).toBe(wide);
  expect(lastClosedFor(headWith(), 'customer', whatsApp)).toBeUndefined();
});
