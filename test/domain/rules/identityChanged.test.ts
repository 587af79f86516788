import type { ContactAddress } from '../../../src/domain/contact';
import type { IdentityChanged } from '../../../src/domain/event';
import { messageKey, type PhoneNumber } from '../../../src/domain/ids';
import type { Thread } from '../../../src/domain/thread';
import { decide } from '../../../src/domain/decide';
import {
  aContact,
  after,
  aMoment,
  ANAS_PHONE,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  theActive,
} from '../../support/builders';
import { aComment, aCustomerMessage, anAnswer, starting } from '../../support/eventBuilders';

const NEW_PHONE: ContactAddress = { kind: 'phone', phone: '+385991111111' as PhoneNumber };
const user = (userId: string): ContactAddress => ({ kind: 'whatsapp-user', userId });
const changed = (was: readonly ContactAddress[], now: readonly ContactAddress[], at = NOW): IdentityChanged => ({
  kind: 'identity-changed',
  number: NUMBER,
  was,
  now,
  at,
});

test('A3 who has a new phone goes on in the same conversation, and is answered there', () => {
  const thread = after(aThreadWith(), changed([ANAS_PHONE], [NEW_PHONE]));
  expect(thread.contact.addresses).toEqual([NEW_PHONE]);
  expect(theActive(thread)).toMatchObject({ id: FIRST, route: { address: NEW_PHONE } });
});

test('A3 who has a new user id at the same phone is no stranger', () => {
  const known = after(aThreadWith(), aCustomerMessage({ addresses: [ANAS_PHONE, user('HR.1')] }));
  const told = after(known, changed([user('HR.1')], [ANAS_PHONE, user('HR.2')]));
  const thread = after(told, aCustomerMessage({ addresses: [ANAS_PHONE, user('HR.2')] }));
  expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 3, route: { address: ANAS_PHONE } });
  expect(thread.contact.addresses).toEqual([ANAS_PHONE, user('HR.2')]);
});

test('A3 what was written at the phone before it was left, and comes after that, is theirs and leads nobody back', () => {
  const left = after(aThreadWith(), changed([ANAS_PHONE], [NEW_PHONE]));
  const thread = after(left, aCustomerMessage({ at: NOW - 60_000 }), anAnswer());
  expect(thread.contact.addresses).toEqual([NEW_PHONE]);
  expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 3 });
  expect(thread.messages[messageKey(FIRST, 3)]).toMatchObject({ address: NEW_PHONE, delivery: { status: 'queued' } });
});

test.each([
  ['before', NOW - 60_000],
  ['in the same second', NOW],
])('A3 what was written %s under the user id that was left, and comes after that, is no stranger’s', (_, at) => {
  const known = after(aThreadWith(), aCustomerMessage({ addresses: [ANAS_PHONE, user('HR.1')] }));
  const left = after(known, changed([ANAS_PHONE, user('HR.1')], [NEW_PHONE, user('HR.2')]));
  const thread = after(left, aCustomerMessage({ addresses: [ANAS_PHONE, user('HR.1')], at }));
  expect(thread.contact.addresses).toEqual([NEW_PHONE, user('HR.2')]);
  expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 3 });
  expect(after(thread, aCustomerMessage({ addresses: [NEW_PHONE, user('HR.2')] }))).toMatchObject({
    head: { active: { customer: { id: FIRST, messages: 4 } } },
  });
});

test('A3 who writes from the phone they had left is back there', () => {
  const left = after(aThreadWith(), changed([ANAS_PHONE], [NEW_PHONE], NOW - 60_000));
  const thread = after(left, aCustomerMessage(), anAnswer());
  expect(thread.contact).toMatchObject({ addresses: [NEW_PHONE, ANAS_PHONE] });
  expect(thread.contact).not.toHaveProperty('left');
  expect(thread.messages[messageKey(FIRST, 3)]).toMatchObject({ address: ANAS_PHONE });
});

test('A3 a change that is told late, when there was another since, changes nothing', () => {
  const there = changed([ANAS_PHONE], [NEW_PHONE], NOW - 120_000);
  const back = after(aThreadWith(), there, changed([NEW_PHONE], [ANAS_PHONE], NOW - 60_000));
  expect(back.contact.addresses).toEqual([ANAS_PHONE]);
  expect(after(back, there)).toBe(back);
});

test('A3 of the phones that somebody left the newest four are remembered', () => {
  const phones = [1, 2, 3, 4, 5, 6].map((digit): ContactAddress => ({
    kind: 'phone',
    phone: `+38599111111${digit}` as PhoneNumber,
  }));
  const moves = phones.map((phone, index) => changed([phones[index - 1] ?? ANAS_PHONE], [phone], NOW + index));
  const { left = [] } = after(aThreadWith(), ...moves).contact;
  expect(left.map(({ address }) => address)).toEqual(phones.slice(1, 5));
});

test('A3 a change told again, or of somebody else, changes nothing', () => {
  const change = changed([ANAS_PHONE], [NEW_PHONE]);
  const thread = after(aThreadWith(), change);
  expect(after(thread, change)).toBe(thread);
  expect(after(thread, changed([user('HR.7')], [user('HR.8')]))).toBe(thread);
});

describe('A3 a conversation that was put aside before the change', () => {
  const order = (kind: 'activate' | 'reopen') =>
    ({ kind: 'order', conversation: FIRST, agent: BEN, order: { kind, pauseOther: false } }) as const;
  const closed = { at: NOW - 60_000, source: 'user', beside: true } as const;
  const paused = aThreadWith({ state: 'paused' });

  test.each([
    ['paused', { ...paused, head: { ...paused.head, parked: [FIRST] } }, order('activate')],
    ['closed', aThreadWith({ state: 'closed', closed }), order('reopen')],
  ])('is answered at the new phone when it goes on: %s', (_state, thread, going) => {
    const moved = after(thread, changed([ANAS_PHONE], [NEW_PHONE]), going);
    expect(theActive(moved).route.address).toEqual(NEW_PHONE);
  });

  test('goes on where it was where nothing changed, however the phone is spelt', () => {
    const brazil: ContactAddress = { kind: 'phone', phone: '+5511987654321' as PhoneNumber };
    const old: ContactAddress = { kind: 'phone', phone: '+551187654321' as PhoneNumber };
    const route = { channel: 'whatsapp', number: NUMBER, address: old } as const;
    const contact = aContact({ addresses: [old, brazil] });
    const thread = after(aThreadWith({ state: 'closed', closed, route }, { contact }), order('reopen'));
    expect(theActive(thread).route.address).toEqual(old);
  });
});

test('A3 X18 who said STOP has said it at the new phone, too', () => {
  const stopped = after(aThreadWith(), aCustomerMessage({ text: 'STOP' }), changed([ANAS_PHONE], [NEW_PHONE]));
  const moment = aMoment(NOW, { outOfHours: 'We sleep', autoReply: 'We are on it' });
  expect(stopped.head.optOut).toMatchObject({ stopped: true, address: NEW_PHONE });
  const asked = decide(stopped, aCustomerMessage({ address: NEW_PHONE, addresses: [NEW_PHONE] }), moment);
  expect(asked.head.lanes.phone.queue).toEqual([]);
});

describe('A3 what waits to go to the phone the customer has left', () => {
  const WAITING = messageKey(FIRST, 2);
  const sent = (thread: Thread) => {
    const message = thread.messages[WAITING];
    return message?.direction === 'outbound' ? message.delivery : undefined;
  };

  test('is not sent: the row and an internal note say why', () => {
    const thread = after(aThreadWith(), aComment(), changed([ANAS_PHONE], [NEW_PHONE]));
    expect(thread.head.lanes.phone.queue).toEqual([]);
    expect(sent(thread)).toMatchObject({ status: 'failed', failure: { reason: 'address-left' } });
    expect(thread.head.lanes.jira.queue).toContainEqual(
      expect.objectContaining({ kind: 'note', message: WAITING, failure: { reason: 'address-left' } }),
    );
    expect(theActive(thread).waitingOn).toBe('agent');
  });

  test('goes on where somebody has it in hand: the send began before', () => {
    const thread = after(aThreadWith(), aComment(), starting('phone'), changed([ANAS_PHONE], [NEW_PHONE]));
    expect(thread.head.lanes.phone.queue).toHaveLength(1);
    expect(sent(thread)?.status).toBe('queued');
  });

  test('goes on where the phone stays and only the user id is another', () => {
    const known = after(aThreadWith(), aCustomerMessage({ addresses: [ANAS_PHONE, user('HR.1')] }), aComment());
    const thread = after(known, changed([user('HR.1')], [ANAS_PHONE, user('HR.2')]));
    expect(effectsIn(thread, 'phone')).toEqual(['send-message']);
  });
});

test('A3 a project that is told after another one of theirs knew follows the customer, too', () => {
  const contact = aContact({ addresses: [NEW_PHONE] });
  const thread = after(aThreadWith({}, { contact }), changed([ANAS_PHONE], [NEW_PHONE]));
  expect(theActive(thread).route.address).toEqual(NEW_PHONE);
});

test('A3 a project that was never told answers where the customer is, not where they were', () => {
  const contact = aContact({ addresses: [NEW_PHONE] });
  const thread = after(aThreadWith({}, { contact }), aComment());
  expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({ address: NEW_PHONE });
});
