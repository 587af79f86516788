import { after, aThreadWith, FIRST, NOW, theActive } from '../../support/builders';
import { aCustomerMessage, aStaffMessage } from '../../support/eventBuilders';
import { messageKey } from '../../../src/domain/ids';

const kindsOf = (thread: ReturnType<typeof aThreadWith>) =>
  Object.values(thread.head.lanes).flatMap(({ queue }) => queue.map(({ kind }) => kind));

test('what staff wrote on the phone is a row nobody sends, and an answer', () => {
  const thread = after(aThreadWith({ waitingOn: 'agent', unread: true }), aStaffMessage());
  const active = theActive(thread);
  expect(active).toMatchObject({ waitingOn: 'customer', unread: false, answeredAt: NOW, firstAnswer: { at: NOW } });
  expect(active.firstAnswer).not.toHaveProperty('by');
  expect(thread.messages[messageKey(FIRST, active.messages)]).toMatchObject({
    direction: 'outbound',
    via: 'phone',
    author: { kind: 'staff' },
    content: { text: 'I am at your door' },
    delivery: { status: 'sent' },
  });
  expect(kindsOf(thread)).not.toContain('send-message');
});

test('it ends the description and is copied into Jira', () => {
  const thread = after(aThreadWith(), aStaffMessage());
  expect(theActive(thread).answered).toBe(theActive(thread).messages);
  expect(kindsOf(thread)).toContain('mirror');
});

test('told again it changes nothing', () => {
  const told = aStaffMessage();
  const thread = after(aThreadWith(), told);
  expect(after(thread, told)).toBe(thread);
});

test('one that comes after the customer wrote again leaves it the agents’ turn', () => {
  const asked = after(aThreadWith(), aCustomerMessage({ at: NOW }));
  const thread = after(asked, aStaffMessage({ at: NOW - 60_000 }));
  expect(theActive(thread)).toMatchObject({ waitingOn: 'agent', unread: true });
});

test('to somebody without an active conversation it opens none', () => {
  const { head, ...rest } = aThreadWith();
  const thread = { ...rest, head: { ...head, active: {} } };
  expect(after(thread, aStaffMessage())).toBe(thread);
});

test('a reaction of staff is no answer', () => {
  const asked = after(aThreadWith(), aCustomerMessage());
  const content = { kind: 'reaction', target: 'wamid.1', emoji: '👍' } as const;
  const thread = after(asked, aStaffMessage({ content }));
  expect(theActive(thread)).toMatchObject({ waitingOn: 'agent', messages: theActive(asked).messages + 1 });
});

test('a file that staff sent is fetched onto the request', () => {
  const content = { kind: 'media', media: { kind: 'image', providerId: 'media-1' } } as const;
  expect(kindsOf(after(aThreadWith(), aStaffMessage({ content })))).toContain('attach');
});
