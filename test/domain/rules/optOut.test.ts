import { decide } from '../../../src/domain/decide';
import { messageKey } from '../../../src/domain/ids';
import type { ContactAddress } from '../../../src/domain/contact';
import type { PhoneNumber } from '../../../src/domain/ids';
import type { Thread } from '../../../src/domain/thread';
import { after, aMoment, aThread, aThreadWith, FIRST, NOW } from '../../support/builders';
import { aComment, aCustomerMessage, anAnswer, starting } from '../../support/eventBuilders';

const stop = (more: Parameters<typeof aCustomerMessage>[0] = {}) => aCustomerMessage({ text: 'STOP', ...more });
const KEY = messageKey(FIRST, 2);
const deliveryOf = (thread: Thread) => {
  const message = thread.messages[KEY];
  return message?.direction === 'outbound' ? message.delivery : undefined;
};
const REFUSED = { status: 'failed', failure: { reason: 'suppressed' } };

test('X18 a STOP cancels what waits to be sent, and agents are told where a comment of theirs stands', () => {
  const thread = after(aThreadWith(), aComment(), stop());
  expect(thread.head.lanes.phone.queue).toEqual([]);
  expect(deliveryOf(thread)).toMatchObject(REFUSED);
  expect(thread.head.lanes.jira.queue).toContainEqual(
    expect.objectContaining({ kind: 'note', message: KEY, failure: { reason: 'suppressed' } }),
  );
});

test('X18 what a performer has in its hands is not cancelled', () => {
  const thread = after(aThreadWith(), aComment(), starting('phone'), stop());
  expect(thread.head.lanes.phone.queue).toHaveLength(1);
  expect(deliveryOf(thread)?.status).toBe('queued');
});

test('X18 a message to another address of the contact stays', () => {
  const other: ContactAddress = { kind: 'phone', phone: '+4915117607506' as PhoneNumber };
  const thread = after(aThreadWith(), aComment(), stop({ address: other, addresses: [other] }));
  expect(thread.head.lanes.phone.queue).toHaveLength(1);
});

test('X18 a STOP that shows two addresses cancels what waits to go to either', () => {
  const user: ContactAddress = { kind: 'whatsapp-user', userId: 'HR.1' };
  const { address } = aCustomerMessage();
  const thread = after(aThreadWith(), aComment(), stop({ address: user, addresses: [user, address] }));
  expect(thread.head.lanes.phone.queue).toEqual([]);
});

test('X18 an old STOP that comes after a newer START cancels nothing', () => {
  const started = after(aThreadWith(), aCustomerMessage({ text: 'START', at: NOW - 1_000 }), aComment());
  expect(after(started, stop({ at: NOW - 60_000 })).head.lanes.phone.queue).toHaveLength(1);
});

test('X18 a bare STOP opens nothing, and heard twice it changes nothing', () => {
  const thread = after(aThread(), stop({ origin: 'o1' }));
  expect(thread.head.active).toEqual({});
  expect(thread.head.optOut).toMatchObject({ stopped: true, at: NOW });
  expect(after(thread, stop({ origin: 'o1' }))).toBe(thread);
});

test('X15 X18 nobody who said STOP gets an auto-reply, and after START everybody does', () => {
  const moment = aMoment(NOW, { autoReply: 'We are on it.' });
  const writes = (thread: Thread) =>
    decide(thread, aCustomerMessage(), moment).head.lanes.phone.queue.map(({ kind }) => kind);
  const stopped = after(aThread(), stop({ at: NOW - 2_000 }));
  expect(writes(stopped)).toEqual([]);
  expect(writes(after(stopped, aCustomerMessage({ text: 'start', at: NOW - 1_000 })))).toEqual(['send-message']);
});

test('X18 a tab answer that waits is a row not sent, without a note: its words stand nowhere', () => {
  const waiting = after(aThreadWith(), anAnswer({ until: NOW - 1 }));
  const free = {
    ...waiting,
    head: { ...waiting.head, lanes: { ...waiting.head.lanes, phone: { queue: waiting.head.lanes.phone.queue } } },
  };
  const thread = after(free, stop());
  expect(deliveryOf(thread)).toMatchObject(REFUSED);
  expect(thread.head.lanes.jira.queue.filter(({ kind }) => kind === 'note')).toEqual([]);
});
