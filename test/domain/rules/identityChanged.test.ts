import type { ContactAddress } from '../../../src/domain/contact';
import type { IdentityChanged } from '../../../src/domain/event';
import type { PhoneNumber } from '../../../src/domain/ids';
import { ANAS_PHONE, after, aThreadWith, FIRST, NUMBER, theActive } from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const NEW_PHONE: ContactAddress = { kind: 'phone', phone: '+385991111111' as PhoneNumber };
const user = (userId: string): ContactAddress => ({ kind: 'whatsapp-user', userId });
const changed = (was: readonly ContactAddress[], now: readonly ContactAddress[]): IdentityChanged => ({
  kind: 'identity-changed',
  number: NUMBER,
  was,
  now,
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

test('A3 a change told again, or of somebody else, changes nothing', () => {
  const change = changed([ANAS_PHONE], [NEW_PHONE]);
  const thread = after(aThreadWith(), change);
  expect(after(thread, change)).toBe(thread);
  expect(after(thread, changed([user('HR.7')], [user('HR.8')]))).toBe(thread);
});
